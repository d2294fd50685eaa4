import { formatNumber } from '../ui/format.ts';
import type { Claim } from './achievements-trust.ts';

/** An achievement as a command is given it; with a measure, values are in its unit. */
export interface AchievementFacts extends Claim {
  /** As it was typed, where that was another unit. */
  asTyped?: string | null;
  /** Said to be right although it lies outside of the plausible range. */
  rechecked?: boolean;
}

export const columnsOf = (facts: AchievementFacts) => ({
  statement: facts.statement,
  measure: facts.measure,
  value: facts.value,
  unit: facts.unit,
  year: facts.year,
  measure_id: facts.measureId ?? null,
  value_before: facts.valueBefore ?? null,
  year_before: facts.yearBefore ?? null,
  as_typed: facts.asTyped ?? null,
  rechecked: facts.rechecked ?? false,
});

interface Kept extends Pick<Claim, 'statement' | 'measure' | 'value' | 'unit' | 'year'> {
  measure_id: number | null;
  value_before: number | null;
  year_before: number | null;
}

/** The same read back from its row. */
export const claimOf = ({ statement, measure, value, unit, year, ...kept }: Kept): Claim => ({
  ...{ statement, measure, value, unit, year },
  measureId: kept.measure_id,
  valueBefore: kept.value_before,
  yearBefore: kept.year_before,
});

/** As the audit tells it; what there was before is told only where it is known. */
export const achievementInWords = ({
  statement,
  measure,
  value,
  unit,
  year,
  valueBefore,
  yearBefore,
}: Claim) => ({
  'Thành tích': statement,
  'Số đo': measure,
  'Giá trị': value === null ? null : formatNumber(value),
  'Đơn vị tính': unit,
  Năm: year,
  ...(typeof valueBefore === 'number'
    ? { 'Trước đó': `${formatNumber(valueBefore)}${yearBefore ? ` (năm ${yearBefore})` : ''}` }
    : {}),
});
