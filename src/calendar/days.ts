import type { Day } from '../platform/clock.ts';

const DAY_MS = 86_400_000;
const moment = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day `n` calendar days after (before, when negative), across months and years. */
export const addDays = (day: Day, n: number): Day =>
  new Date(moment(day) + n * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when it lies before. */
export const daysFrom = (from: Day, to: Day): number => Math.round((moment(to) - moment(from)) / DAY_MS);

/** 0 is Sunday, 6 Saturday. */
export const weekday = (day: Day): number => new Date(moment(day)).getUTCDay();

/** The last day of the month `n` months after the month of a day. */
export function lastOfMonth(day: Day, n = 0): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + n, 0)).toISOString().slice(0, 10);
}

/** The day `dayOfMonth` of the month `n` months after the month of a day; a short month ends it. */
export function dayOfMonth(day: Day, n: number, dayInMonth: number): Day {
  const last = lastOfMonth(day, n);
  const wanted = `${last.slice(0, 8)}${String(dayInMonth).padStart(2, '0')}`;
  return wanted < last ? wanted : last;
}
