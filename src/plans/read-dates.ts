import type { Day } from '../platform/clock.ts';
import { findAll, type Passage, passageOf, type Source } from './read-source.ts';

export interface DateInText extends Passage {
  day: Day;
}

/** "10/05/2016", "10-5-2016", "10.5.2016", "ngày 10 tháng 5 năm 2016". */
export const DATE = String.raw`(?:ngay\s+)?(?:\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})(?!\d)`;

/** The dates of a passage; what is no day of the calendar is none. */
export function datesIn(source: Source, within: Passage): DateInText[] {
  return findAll(source, new RegExp(`(?<!\\d)${DATE}`, 'd'), within).flatMap((match) => {
    const day = dayOf(match[0]);
    const place = passageOf(match);
    return day && place ? [{ ...place, day }] : [];
  });
}

/** The day that words say, or null. */
export function dayOf(words: string): Day | null {
  const [day = 0, month = 0, year = 0] = (words.match(/\d+/g) ?? []).map(Number);
  return realDay(year, month, day);
}

export function realDay(year: number, month: number, day: number): Day | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const same =
    moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return same && year >= 1900 && year <= 2200 ? moment.toISOString().slice(0, 10) : null;
}

/** The last day of a month, 1 to 12. */
export const lastDayOf = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

export const firstDayOf = (year: number, month: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-01`;
