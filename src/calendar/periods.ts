import type { Day } from '../platform/clock.ts';
import { addDays, lastOfMonth } from './days.ts';

export const CYCLES = ['once', 'monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
export type Cycle = (typeof CYCLES)[number];

export const CYCLE_NAMES: Record<Cycle, string> = {
  once: 'Một lần',
  monthly: 'Hằng tháng',
  quarterly: 'Hằng quý',
  half_yearly: '6 tháng một lần',
  yearly: 'Hằng năm',
};

export interface Period {
  from: Day;
  to: Day;
}

const MONTHS: Record<Exclude<Cycle, 'once'>, number> = {
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};

/**
 * The periods of a cycle between two days, both included: months, quarters, half-years and years of the calendar; the
 * first and the last one are cut off where the span begins and ends. They tile the span.
 */
export function periodsOf(cycle: Cycle, fromOn: Day, toOn: Day): Period[] {
  if (fromOn > toOn) return [];
  if (cycle === 'once') return [{ from: fromOn, to: toOn }];
  const periods: Period[] = [];
  for (let from = fromOn; from <= toOn; ) {
    const end = endOfPeriod(from, MONTHS[cycle]);
    const to = end < toOn ? end : toOn;
    periods.push({ from, to });
    from = addDays(to, 1);
  }
  return periods;
}

/** The last day of the stretch of `months` months of the calendar year in which a day lies. */
function endOfPeriod(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7)) - 1;
  return lastOfMonth(day, months - 1 - (month % months));
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** A period as people say it: 'Quý II/2016', 'Tháng 11/2018', '6 tháng đầu năm 2018', 'Năm 2017', 'Giai đoạn 2016–2020'. */
export function periodInWords({ from, to }: Period): string {
  const [year, month, day] = parts(from);
  const [toYear, toMonth] = parts(to);
  const whole = day === 1 && to === lastOfMonth(to);
  if (!whole) return `${written(from)}–${written(to)}`;
  if (year !== toYear) {
    return month === 1 && toMonth === 12 ? `Giai đoạn ${year}–${toYear}` : `${written(from)}–${written(to)}`;
  }
  return yearPart(year, month, toMonth) ?? `${written(from)}–${written(to)}`;
}

function yearPart(year: number, month: number, toMonth: number): string | null {
  const length = toMonth - month + 1;
  if (length === 12) return `Năm ${year}`;
  if (length === 6 && month === 1) return `6 tháng đầu năm ${year}`;
  if (length === 6 && month === 7) return `6 tháng cuối năm ${year}`;
  if (length === 3 && month % 3 === 1) return `Quý ${ROMAN[(month - 1) / 3]}/${year}`;
  return length === 1 ? `Tháng ${String(month).padStart(2, '0')}/${year}` : null;
}

const parts = (day: Day): [year: number, month: number, day: number] => {
  const [year = 0, month = 0, inMonth = 0] = day.split('-').map(Number);
  return [year, month, inMonth];
};
const written = (day: Day): string => day.split('-').reverse().join('/');
