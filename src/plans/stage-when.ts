import { lastOfMonth } from '../calendar/days.ts';
import type { Day } from '../platform/clock.ts';
import { parseDate } from '../ui/format.ts';
import type { Stage } from './queries.ts';

export type Span = Pick<Stage, 'precision' | 'fromOn' | 'toOn'>;

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

/**
 * Reads a span of time as plans word it, with the precision that is given: 'Quý II/2016', 'Năm 2017–2019',
 * '11/2016', '10/05/2016–15/06/2016'. Null when it is no time, or ends before it begins.
 */
export function parseSpan(written: string): Span | null {
  const text = written
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\s*(–|—|đến(?: hết)?|tới| - )\s*/g, '–')
    .replace(/^(từ|trong)\s+/, '');
  const [first = '', last, more] = text.split('–');
  if (more !== undefined) return null;
  const to = point(last ?? first);
  const from = to && point(completed(first, last ?? first));
  if (!from || !to || from.precision !== to.precision || to.toOn < from.fromOn) return null;
  return { precision: from.precision, fromOn: from.fromOn, toOn: to.toOn };
}

/** 'Quý I–III/2016' leaves the year to its end; 'tháng 3–5/2017' too. */
function completed(first: string, last: string): string {
  if (/\d{4}/.test(first)) return first;
  const year = /(\d{4})\s*$/.exec(last)?.[1];
  return year ? `${first}/${year}` : first;
}

function point(text: string): Span | null {
  const words = text.trim();
  const year = /^(?:năm\s+)?(\d{4})$/.exec(words)?.[1];
  if (year) return { precision: 'year', fromOn: `${year}-01-01`, toOn: `${year}-12-31` };
  return quarter(words) ?? month(words) ?? oneDay(words);
}

function quarter(words: string): Span | null {
  const found = /^(?:quý\s+)?(iv|i{1,3}|[1-4])\s*(?:\/|\s+năm\s+|,\s*)\s*(\d{4})$/.exec(words);
  const isQuarter = found && (words.startsWith('quý') || /^[iv]/.test(words));
  const number = isQuarter ? ROMAN[found[1] ?? ''] : undefined;
  if (!number) return null;
  const fromOn = `${found?.[2]}-${String(number * 3 - 2).padStart(2, '0')}-01`;
  return { precision: 'quarter', fromOn, toOn: lastOfMonth(fromOn, 2) };
}

function month(words: string): Span | null {
  const found = /^(?:tháng\s+)?(0?[1-9]|1[0-2])\s*(?:\/|\s+năm\s+)\s*(\d{4})$/.exec(words);
  if (!found) return null;
  const fromOn = `${found[2]}-${(found[1] ?? '').padStart(2, '0')}-01`;
  return { precision: 'month', fromOn, toOn: lastOfMonth(fromOn) };
}

function oneDay(words: string): Span | null {
  const day: Day | null = parseDate(words.replace(/^ngày\s+/, ''));
  return day ? { precision: 'day', fromOn: day, toOn: day } : null;
}
