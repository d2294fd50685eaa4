import type { Day } from '../platform/clock.ts';
import { addDays, weekday } from './days.ts';

/** A day that differs from its weekday: off although Monday to Friday, or worked in exchange on a weekend. */
export interface SpecialDay {
  day: Day;
  kind: 'off' | 'work';
}

export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
  /** The n-th working day after a day (before it, when negative); 0 is the day itself. */
  addWorkingDays(day: Day, n: number): Day;
  /** The day itself when it is a working day, else the first one after it. */
  nextWorkingDay(day: Day): Day;
  /** Working days after `from` up to and with `to`; negative when `to` lies before. */
  workingDaysBetween(from: Day, to: Day): number;
}

/** No row of days off is longer than Tết; this ends a search in a calendar that somebody filled with days off. */
const LONGEST_SEARCH = 400;

/** Working days are Monday to Friday, less the days off, plus the weekend days that are worked in exchange. */
export function makeCalendar(special: readonly SpecialDay[]): WorkCalendar {
  const kinds = new Map(special.map(({ day, kind }) => [day, kind]));
  const isWorkingDay = (day: Day): boolean => {
    const kind = kinds.get(day);
    if (kind) return kind === 'work';
    const on = weekday(day);
    return on !== 0 && on !== 6;
  };
  const nearest = (day: Day, step: 1 | -1): Day => {
    let found = day;
    for (let tried = 0; !isWorkingDay(found) && tried < LONGEST_SEARCH; tried++) found = addDays(found, step);
    return found;
  };
  const addWorkingDays = (day: Day, n: number): Day => {
    const step = n < 0 ? -1 : 1;
    let found = day;
    for (let left = Math.abs(n); left > 0; left--) found = nearest(addDays(found, step), step);
    return found;
  };
  const workingDaysBetween = (from: Day, to: Day): number => {
    if (to < from) return -workingDaysBetween(to, from);
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
    return count;
  };
  return { isWorkingDay, addWorkingDays, nextWorkingDay: (day) => nearest(day, 1), workingDaysBetween };
}
