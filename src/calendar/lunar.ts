import type { Day } from '../platform/clock.ts';
import { addDays, daysFrom } from './days.ts';
import { newMoonDay, newMoonNear, sunSector } from './sky.ts';

/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon at UTC+7, the winter solstice lies in month
 * 11, and a year of thirteen months repeats the first month in which the sun enters no new sector of the zodiac. The
 * rules are those of the calendar in force since 1968 (Quyết định 121/CP ngày 08/8/1967); days before are reckoned by
 * the same rules, whatever people used then.
 */
export interface LunarDay {
  year: number;
  month: number;
  day: number;
  /** The second month of the same number. */
  leap: boolean;
}

/** The years for which the reckoning was held against published tables. */
export const LUNAR_YEARS = { first: 1968, last: 2099 } as const;

/** Number of the sector of the zodiac that begins with the winter solstice. */
const SOLSTICE = 9;

/** Number of the new moon with which month 11 of a lunar year begins: the last one before or on the winter solstice. */
function monthEleven(year: number): number {
  const lastOfYear = `${year}-12-31`;
  let moon = newMoonNear(lastOfYear);
  while (newMoonDay(moon + 1) <= lastOfYear) moon++;
  while (newMoonDay(moon) > lastOfYear) moon--;
  return sunSector(newMoonDay(moon)) >= SOLSTICE ? moon - 1 : moon;
}

/** How many months after month 11 the leap month comes; null in a year of twelve months. */
function leapAfterEleven(first: number, next: number): number | null {
  if (next - first === 12) return null;
  for (let n = 1; n < 13; n++)
    if (sunSector(newMoonDay(first + n)) === sunSector(newMoonDay(first + n + 1))) return n;
  return null;
}

/** Month 11 and 12 belong to the year that ends, the months after them to the next. */
function monthAt(year: number, n: number, leap: number | null): Omit<LunarDay, 'day'> {
  const passed = leap !== null && n >= leap ? n - 1 : n;
  const month = ((passed + 10) % 12) + 1;
  return { year: passed < 2 ? year : year + 1, month, leap: n === leap };
}

/** The lunar day of a day. */
export function lunarOf(day: Day): LunarDay {
  const solarYear = Number(day.slice(0, 4));
  const year = day < newMoonDay(monthEleven(solarYear)) ? solarYear - 1 : solarYear;
  const [first, next] = [monthEleven(year), monthEleven(year + 1)];
  let n = 0;
  while (n < 13 && newMoonDay(first + n + 1) <= day) n++;
  const inMonth = daysFrom(newMoonDay(first + n), day) + 1;
  return { ...monthAt(year, n, leapAfterEleven(first, next)), day: inMonth };
}

/** The day of a lunar day; null when there is none (a 30th in a month of 29 days, a leap month in a year without it). */
export function dayOfLunar({ year, month, day, leap }: LunarDay): Day | null {
  const before = month >= 11 ? year : year - 1;
  const [first, next] = [monthEleven(before), monthEleven(before + 1)];
  const leapAt = leapAfterEleven(first, next);
  for (let n = 0; n < next - first; n++) {
    const at = monthAt(before, n, leapAt);
    if (at.year !== year || at.month !== month || at.leap !== leap) continue;
    const begins = newMoonDay(first + n);
    const found = addDays(begins, day - 1);
    return day >= 1 && found < newMoonDay(first + n + 1) ? found : null;
  }
  return null;
}

/** The first day of Tết of a lunar year. */
export function tetOf(year: number): Day {
  const day = dayOfLunar({ year, month: 1, day: 1, leap: false });
  if (!day) throw new Error(`Lunar year ${year} has no first day: the reckoning is broken.`);
  return day;
}
