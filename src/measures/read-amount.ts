import { parseVietnameseNumber } from '../web/form-fields.ts';
import type { Scale } from './kinds.ts';
import { showAmount, showPlainly } from './show-amount.ts';
import { factorOf, UNITS } from './units.ts';

/** Beyond this a figure is a slip of the finger, and numbers lose their last digits. */
export const LARGEST_AMOUNT = 1_000_000_000_000_000;
const LONGEST = 60;

/** What was typed as a figure, in the unit of the measure. */
export type ReadAmount =
  | {
      ok: true;
      value: number /** Null when it was typed in the unit of the measure. */;
      understood: string | null;
    }
  | { ok: false; sentence: string };

/**
 * Reads what a person types as a figure: '1,2 ha' → 12.000 (m²), '15 triệu' → 15.000.000 (đồng), '1 tỷ 200 triệu',
 * '1.234,5'. A unit that is not understood is refused, never guessed.
 */
export function readAmount(typed: string, scale: Scale): ReadAmount {
  const written = typed.trim();
  if (written.length > LONGEST) return wrong(written, scale);
  const parts = partsOf(written);
  if (!parts) return wrong(written, scale);
  let value = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const { number, unit } of parts) {
    const factor = factorOf(unit, scale);
    if (factor === null) return unknownUnit(unit, scale);
    // '1 tỷ 200 triệu' goes down from part to part; '200 triệu 1 tỷ' is nobody's way to count
    if (factor >= smallest || (parts.length > 1 && unit === '')) return wrong(written, scale);
    smallest = factor;
    value += exact(number * factor);
  }
  value = exact(value);
  if (Math.abs(value) > LARGEST_AMOUNT)
    return { ok: false, sentence: `“${short(written)}” lớn quá mức ghi được.` };
  if (Number(value.toFixed(scale.decimals)) !== value) return tooFine(written, scale);
  const plain = parts.length === 1 && factorOf(parts[0]?.unit ?? '', scale) === 1;
  return { ok: true, value, understood: plain ? null : inBothWays(value, scale) };
}

const MOST_PARTS = 4;

function partsOf(typed: string): { number: number; unit: string }[] | null {
  // the square of 'm2' is a digit, and no figure of its own
  const written = typed.replace(/m\s?2(?!\d)/gi, 'm²');
  const found = [...written.matchAll(/(-?\d[\d.,]*)\s*([^\d-]*)/g)];
  const first = found[0];
  // nothing may stand before the first number: 'khoảng 15 triệu' is no figure
  if (!first || written.slice(0, first.index).trim() !== '' || found.length > MOST_PARTS) return null;
  const parts = found.map(([, digits = '', rest = '']) => ({
    number: parseVietnameseNumber(digits),
    unit: unitIn(rest),
  }));
  return parts.every((part): part is { number: number; unit: string } => part.number !== null) ? parts : null;
}

const unitIn = (rest: string): string => rest.trim().replace(/[,;]$/, '').trim();

/** 1,2 × 10.000 is 12.000, not 11.999,999…: no more digits than people type. */
const exact = (value: number): number => Number(value.toPrecision(15));

const inBothWays = (value: number, scale: Scale): string => {
  const [plain, shown] = [showPlainly(value, scale), showAmount(value, scale)];
  return plain === shown ? plain : `${plain} (${shown})`;
};

const short = (written: string): string => (written.length > 30 ? `${written.slice(0, 30)}…` : written);

const wrong = (written: string, scale: Scale): ReadAmount => ({
  ok: false,
  sentence: `Giá trị “${short(written)}” không phải là số; hãy ghi như 1.234,5${exampleOf(scale)}.`,
});

const exampleOf = ({ kind, unit }: Scale): string =>
  kind === 'money' ? ' hoặc 15 triệu' : kind === 'area' ? ' hoặc 1,2 ha' : ` ${unit}`;

const tooFine = (written: string, { decimals, unit }: Scale): ReadAmount => ({
  ok: false,
  sentence:
    decimals === 0
      ? `“${short(written)}”: số ${unit} phải là số nguyên.`
      : `“${short(written)}”: tính theo ${unit} thì ghi nhiều nhất ${decimals} chữ số sau dấu phẩy.`,
});

function unknownUnit(unit: string, scale: Scale): ReadAmount {
  const known = [...new Set([scale.unit, ...UNITS[scale.kind].map((one) => one.unit)])];
  const local = /^(sào|mẫu|công đất|thước)\b/i.test(unit)
    ? ' Sào, mẫu mỗi vùng một khác nên không tự đổi.'
    : '';
  return {
    ok: false,
    sentence: `Không hiểu đơn vị “${short(unit)}”; hãy ghi theo ${known.join(', ')}.${local}`,
  };
}
