import type { Day } from '../platform/clock.ts';
import { daysFrom } from './days.ts';
import { tetOf } from './lunar.ts';
import type { HolidayRow } from './vietnamese-holidays.ts';

/** What a yearly decision of the Government says about days off. */
export interface Decision {
  source: string;
  /** Days off that it names, with those given for weekends. */
  off: readonly Day[];
  /** Working days made free for a Saturday that is worked. */
  swaps: readonly { off: Day; work: Day; occasion: string }[];
}

/** Days so near to a day that a decision names are of the same holiday. */
const SAME_HOLIDAY_DAYS = 8;

/**
 * Days by rule with the yearly decisions laid over them: where a decision names the days of a holiday, the days that
 * the rule only supposed there fall away; what the law itself fixes stays.
 */
export function withDecisions(byRule: readonly HolidayRow[], decisions: readonly Decision[]): HolidayRow[] {
  const rows = new Map(byRule.map((row) => [row.day, row]));
  for (const { source, off, swaps } of decisions) {
    for (const row of byRule) {
      if (row.source === null && off.some((day) => Math.abs(daysFrom(day, row.day)) <= SAME_HOLIDAY_DAYS)) {
        rows.delete(row.day);
      }
    }
    for (const day of off) rows.set(day, { day, kind: 'off', name: nameOf(day, byRule), source });
    for (const swap of swaps) {
      rows.set(swap.off, { day: swap.off, kind: 'off', name: `Nghỉ hoán đổi ${swap.occasion}`, source });
      rows.set(swap.work, { day: swap.work, kind: 'work', name: `Làm bù ${swap.occasion}`, source });
    }
  }
  return [...rows.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function nameOf(day: Day, byRule: readonly HolidayRow[]): string {
  const row = byRule.find((one) => one.day === day);
  if (row) return row.name;
  const fromTet = daysFrom(tetOf(Number(day.slice(0, 4))), day);
  return Math.abs(fromTet) <= SAME_HOLIDAY_DAYS ? 'Tết Âm lịch' : 'Nghỉ lễ theo quyết định hằng năm';
}
