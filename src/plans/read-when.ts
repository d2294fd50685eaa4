import type { Day } from '../platform/clock.ts';
import type { Stage } from './queries.ts';
import { DATE, dayOf, firstDayOf, lastDayOf } from './read-dates.ts';

/** A stretch of time as a plan says it, with the precision of the words. */
export interface When {
  precision: Stage['precision'];
  from: Day;
  to: Day;
  /** Letters that the words take. */
  length: number;
  /** "Trước ngày …": only the end is said. */
  open: boolean;
}

const YEAR = String.raw`((?:19|20)\d{2})(?!\d)`;
const QUARTER = String.raw`(i{1,3}|iv|[1-4])(?![a-z\d])`;
const UNTIL = String.raw`\s*(?:-|,|va|den(?: het)?)\s*`;
const LEAD = String.raw`^(?:(?:buoc|giai doan|dot)\s+\d{1,2}\s*[:.,(-]?\s*)?(?:[(]\s*)?(?:giai doan\s+)?(?:trong\s+|den\s+het\s+|den\s+|het\s+|vao\s+|tu\s+|truoc\s+)*`;

type Reading = Omit<When, 'length' | 'open'>;

const STYLES: readonly [pattern: string, read: (found: readonly string[]) => Reading | null][] = [
  [
    String.raw`quy\s+${QUARTER}\s*[/,]?\s*(?:nam\s+)?${YEAR}${UNTIL}quy\s+${QUARTER}\s*[/,]?\s*(?:nam\s+)?${YEAR}`,
    ([one = '', year = '', two = '', last = '']) => quarters(one, Number(year), two, Number(last)),
  ],
  [
    String.raw`quy\s+${QUARTER}${UNTIL}(?:quy\s+)?${QUARTER}\s*[/,]?\s*(?:nam\s+)?${YEAR}`,
    ([one = '', two = '', year = '']) => quarters(one, Number(year), two, Number(year)),
  ],
  [
    String.raw`quy\s+${QUARTER}\s*[/,]?\s*(?:nam\s+)?${YEAR}`,
    ([one = '', year = '']) => quarters(one, Number(year), one, Number(year)),
  ],
  [
    String.raw`(?:6|06|sau) thang (dau|cuoi)(?: cua)? nam ${YEAR}`,
    ([half = '', year = '']) =>
      months(half === 'dau' ? 1 : 7, Number(year), half === 'dau' ? 6 : 12, Number(year)),
  ],
  [
    String.raw`thang\s+(\d{1,2})\s*(?:[/.]|nam)\s*${YEAR}${UNTIL}thang\s+(\d{1,2})\s*(?:[/.]|nam)\s*${YEAR}`,
    ([one = '', year = '', two = '', last = '']) =>
      months(Number(one), Number(year), Number(two), Number(last)),
  ],
  [
    String.raw`thang\s+(\d{1,2})${UNTIL}(?:thang\s+)?(\d{1,2})\s*(?:[/.]|nam)\s*${YEAR}`,
    ([one = '', two = '', year = '']) => months(Number(one), Number(year), Number(two), Number(year)),
  ],
  [
    String.raw`thang\s+(\d{1,2})\s*(?:[/.]|nam)\s*${YEAR}`,
    ([one = '', year = '']) => months(Number(one), Number(year), Number(one), Number(year)),
  ],
  [String.raw`(${DATE})${UNTIL}(${DATE})`, ([one = '', two = '']) => days(one, two)],
  [String.raw`(${DATE})`, ([one = '']) => days(one, one)],
  [
    String.raw`(?:nam\s+)?${YEAR}${UNTIL}(?:nam\s+)?${YEAR}`,
    ([one = '', two = '']) => years(Number(one), Number(two)),
  ],
  [String.raw`nam\s+${YEAR}`, ([one = '']) => years(Number(one), Number(one))],
];
const PATTERNS = STYLES.map(([pattern, read]) => ({ pattern: new RegExp(`${LEAD}${pattern}`), read }));

/** The time with which words begin, or null. @param folded words in small letters without marks */
export function whenAtStart(folded: string): When | null {
  for (const { pattern, read } of PATTERNS) {
    const found = pattern.exec(folded);
    const when = found && read(found.slice(1));
    if (found && when && when.from <= when.to) {
      return {
        ...when,
        length: found[0].length,
        open: /^(?:truoc|den)\s/.test(folded) && when.precision === 'day',
      };
    }
  }
  return null;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const quarterOf = (written: string): number => ROMAN[written] ?? Number(written);

function quarters(one: string, year: number, two: string, last: number): Reading {
  return {
    precision: 'quarter',
    from: firstDayOf(year, quarterOf(one) * 3 - 2),
    to: lastDayOf(last, quarterOf(two) * 3),
  };
}

function months(one: number, year: number, two: number, last: number): Reading | null {
  if (one < 1 || one > 12 || two < 1 || two > 12) return null;
  return { precision: 'month', from: firstDayOf(year, one), to: lastDayOf(last, two) };
}

function days(one: string, two: string): Reading | null {
  const [from, to] = [dayOf(one), dayOf(two)];
  return from && to ? { precision: 'day', from, to } : null;
}

const years = (from: number, to: number): Reading => ({
  precision: 'year',
  from: firstDayOf(from, 1),
  to: lastDayOf(to, 12),
});
