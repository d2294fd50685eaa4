import type { Day } from '../platform/clock.ts';

/** A day, a month or a year, as exactly as it was written. */
export interface ReadDay {
  year: number;
  /** Null when only the year, or the month, was written. */
  day: Day | null;
  /** Day and month were the other way round: '12/25/2018'. */
  turned: boolean;
}

const EARLIEST = 1850;
const LATEST = 2150;
/** Excel's own count of days: 10000 is in 1927, 80000 in 2119. */
const SERIALS = { from: 10_000, to: 80_000, zero: Date.UTC(1899, 11, 30) };

/**
 * A day as lists have it: 05/12/2018 · 5-12-2018 · 5.12.2018 · 2018-12-05 · 05/12/18 · 43439 (Excel) · ngày 5 tháng 12
 * năm 2018 · 12/2018 · 2018. Null when it is none of these or no day of the calendar.
 *
 * @param thisYear a year of two digits that lies beyond it is of the century before
 */
export function readDay(text: string, thisYear: number): ReadDay | null {
  const written = text
    .trim()
    .replace(/^ngày\s+/i, '')
    .replace(/\s*tháng\s*/i, '/')
    .replace(/\s*năm\s*/i, '/')
    .replace(/^\/+/, '');
  return fullDay(written, thisYear) ?? serialDay(written) ?? monthOrYear(written);
}

function fullDay(written: string, thisYear: number): ReadDay | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(written);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]), false);
  const spoken = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?:\s.*)?$/.exec(written);
  if (!spoken) return null;
  const [first, second] = [Number(spoken[1]), Number(spoken[2])];
  const year = fullYear(spoken[3] ?? '', thisYear);
  return made(year, second, first, false) ?? made(year, first, second, true);
}

const fullYear = (written: string, thisYear: number): number => {
  if (written.length === 4) return Number(written);
  const year = Math.floor(thisYear / 100) * 100 + Number(written);
  return year > thisYear ? year - 100 : year;
};

function serialDay(written: string): ReadDay | null {
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(written) ? Math.floor(Number(written.replace(',', '.'))) : 0;
  if (serial < SERIALS.from || serial > SERIALS.to) return null;
  const day = new Date(SERIALS.zero + serial * 86_400_000).toISOString().slice(0, 10);
  return { year: Number(day.slice(0, 4)), day, turned: false };
}

function monthOrYear(written: string): ReadDay | null {
  const found = /^(?:(\d{1,2})\s*[-/.]\s*)?(\d{4})$/.exec(written);
  if (!found) return null;
  const [month, year] = [found[1] ? Number(found[1]) : 1, Number(found[2])];
  return month < 1 || month > 12 || !inTime(year) ? null : { year, day: null, turned: false };
}

const inTime = (year: number): boolean => year >= EARLIEST && year <= LATEST;

function made(year: number, month: number, day: number, turned: boolean): ReadDay | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  if (!exists || !inTime(year)) return null;
  return { year, day: moment.toISOString().slice(0, 10), turned };
}
