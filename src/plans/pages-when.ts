import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import type { Stage } from './queries.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

/** A span of time as the plan words it: 'Quý II/2016', 'Năm 2017–2019', '10/05/2016–15/06/2016'. */
export function spanInWords({
  precision,
  fromOn,
  toOn,
}: Pick<Stage, 'precision' | 'fromOn' | 'toOn'>): string {
  const from = pointInWords(precision, fromOn);
  const to = pointInWords(precision, toOn);
  const name = PRECISION_NAMES[precision];
  return name + (from === to ? from : `${from}–${to}`);
}

const PRECISION_NAMES: Record<Stage['precision'], string> = {
  day: '',
  month: 'Tháng ',
  quarter: 'Quý ',
  year: 'Năm ',
};

function pointInWords(precision: Stage['precision'], day: Day): string {
  const [year = '', month = ''] = day.split('-');
  if (precision === 'year') return year;
  if (precision === 'quarter') return `${ROMAN[Math.floor((Number(month) - 1) / 3)]}/${year}`;
  return precision === 'month' ? `${month}/${year}` : formatDate(day);
}

/** How a stage stands to a day. */
export function stageOn(
  { fromOn, toOn }: Pick<Stage, 'fromOn' | 'toOn'>,
  day: Day,
): 'past' | 'now' | 'ahead' {
  if (toOn < day) return 'past';
  return fromOn <= day ? 'now' : 'ahead';
}

/** Where a day lies in a period, from 0 to 1; days outside are held at the ends. */
export function shareOfPeriod(day: Day, from: Day, to: Day): number {
  const length = Math.max(1, daysBetween(from, to) + 1);
  return Math.min(1, Math.max(0, daysBetween(from, day) / length));
}

const DAY_MS = 86_400_000;
/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
