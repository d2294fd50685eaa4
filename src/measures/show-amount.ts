import { formatMoney, formatNumber, UNKNOWN } from '../ui/format.ts';
import type { Scale } from './kinds.ts';

const M2_IN_HA = 10_000;

/**
 * A value as people here write it: '15 triệu đồng', '1,2 ha', '42 hộ', '92,5%'; null → 'chưa rõ'. The short form is
 * used only where it says exactly the same.
 */
export function showAmount(value: number | null, scale: Scale): string {
  if (value === null) return UNKNOWN;
  if (scale.shown === 'plain') return showPlainly(value, scale);
  if (scale.kind === 'money' && scale.unit === 'đồng') return formatMoney(value);
  const inHectares = scale.kind === 'area' && scale.unit === 'm²' && Math.abs(value) >= M2_IN_HA;
  if (inHectares && value % (M2_IN_HA / 100) === 0) return `${formatNumber(value / M2_IN_HA)} ha`;
  return showPlainly(value, scale);
}

/** In the unit of the measure, with as many decimals as it has at most: a mean is rounded, what was typed never is. */
export function showPlainly(value: number, { unit, decimals }: Pick<Scale, 'unit' | 'decimals'>): string {
  const number = formatNumber(Number(value.toFixed(decimals)));
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}
