import type { Day } from '../platform/clock.ts';
import type { Chance } from './prng.ts';

/** The day on which the demo is looked at: nothing of the sample happens after it. */
export const SAMPLE_TODAY: Day = '2018-11-15';

export function addDays(day: Day, days: number): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** So many days later, give or take; a working day, and never after the day of the sample. */
export function later(day: Day, chance: Chance, atLeast: number, atMost: number): Day {
  const then = workingDay(addDays(day, chance.between(atLeast, atMost)));
  return then > SAMPLE_TODAY ? SAMPLE_TODAY : then;
}

/** The day itself; after a weekend Tuesday for a Saturday, Monday for a Sunday. */
function workingDay(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 6 ? addDays(day, 3) : weekday === 0 ? addDays(day, 1) : day;
}

/** A working day of the span, or right after it. */
export function dayBetween(chance: Chance, from: Day, to: Day): Day {
  const span = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return workingDay(addDays(from, chance.between(0, span)));
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** For sorting: the earlier day first, the same day as it was. */
export const compareDays = (one: Day, other: Day): number => (one < other ? -1 : one > other ? 1 : 0);
