import type { Day } from '../platform/clock.ts';
import { addDays, weekday } from './days.ts';
import { dayOfLunar, LUNAR_YEARS, tetOf } from './lunar.ts';

/** A day of the calendar as it is to be put on record. */
export interface HolidayRow {
  day: Day;
  kind: 'off' | 'work';
  name: string;
  /** The paper that says so; null: worked out by rule where a yearly decision settles it, and not held against one. */
  source: string | null;
}

export const HOLIDAY_YEARS = LUNAR_YEARS;

/** Bộ luật Lao động 2019 holds from 01/01/2021; it gives Quốc khánh a second day. */
const SECOND_DAY_SINCE = 2021;

const law = (year: number): string =>
  year >= SECOND_DAY_SINCE
    ? 'Điều 111, 112 Bộ luật Lao động 45/2019/QH14'
    : 'Điều 115 Bộ luật Lao động 10/2012/QH13';

/**
 * The days off of a year by rule: Tết Dương lịch, five days of Tết, Giỗ Tổ, 30/4, 1/5, Quốc khánh, and for each that
 * falls on a weekend the next working day. The date of most stands in the law, which is then their source. Which five
 * days of Tết and which second day of Quốc khánh a yearly decision of the Government sets: the rule takes what most
 * decisions of 2016–2026 took (two days before Tết and three of the new year; the neighbour of 2/9 that makes the
 * longer row of days off, the day before when both do) and leaves their source open.
 *
 * Days swapped for a Saturday (làm bù) follow no rule: they are entered from the decision.
 *
 * @param year 1968 to 2099
 */
export function holidaysByRule(year: number): HolidayRow[] {
  const named = [
    ...fixed(year, [`${year}-01-01`], 'Tết Dương lịch'),
    ...tetDays(year),
    ...fixed(year, [kingsDay(year)], 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'),
    ...fixed(year, [`${year}-04-30`], 'Ngày Chiến thắng'),
    ...fixed(year, [`${year}-05-01`], 'Ngày Quốc tế lao động'),
    ...nationalDays(year),
  ];
  const lengthened = [...named, ...inExchange(named)];
  return lengthened.toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function fixed(year: number, days: readonly (Day | null)[], name: string): HolidayRow[] {
  return days
    .filter((day) => day !== null)
    .map((day) => ({ day, kind: 'off' as const, name, source: law(year) }));
}

const kingsDay = (year: number): Day | null => dayOfLunar({ year, month: 3, day: 10, leap: false });

/** Two days before Tết and three of the new year. */
function tetDays(year: number): HolidayRow[] {
  const first = tetOf(year);
  return [-2, -1, 0, 1, 2].map((n) => ({
    day: addDays(first, n),
    kind: 'off' as const,
    name: n < 0 ? 'Tết Âm lịch (cuối tháng Chạp)' : `Tết Âm lịch (mùng ${n + 1})`,
    source: null,
  }));
}

function nationalDays(year: number): HolidayRow[] {
  const day = `${year}-09-02`;
  const first = fixed(year, [day], 'Quốc khánh');
  if (year < SECOND_DAY_SINCE) return first;
  const second = (n: number): HolidayRow[] => [
    ...first,
    { day: addDays(day, n), kind: 'off', name: 'Quốc khánh (ngày liền kề)', source: null },
  ];
  return longestRow(second(1)) > longestRow(second(-1)) ? second(1) : second(-1);
}

const isWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6;

/**
 * For each day off that falls on a weekend the next working day that is not yet off. It stands on the same paper as the
 * day itself, unless an open day took part in moving it.
 */
function inExchange(named: readonly HolidayRow[]): HolidayRow[] {
  const taken = new Map(named.map((row) => [row.day, row]));
  const made: HolidayRow[] = [];
  for (const row of named.filter(({ day }) => isWeekend(day))) {
    let day = addDays(row.day, 1);
    let source = row.source;
    for (; isWeekend(day) || taken.has(day); day = addDays(day, 1))
      if (taken.get(day)?.source === null) source = null;
    const added = { day, kind: 'off' as const, name: `Nghỉ bù ${row.name}`, source };
    taken.set(day, added);
    made.push(added);
  }
  return made;
}

/** Length of the longest row of days off that these days make with weekends and the days given for them. */
function longestRow(named: readonly HolidayRow[]): number {
  const off = new Set([...named, ...inExchange(named)].map((row) => row.day));
  const isOff = (day: Day) => isWeekend(day) || off.has(day);
  return Math.max(
    ...[...off].map((day) => {
      let length = 1;
      for (let before = addDays(day, -1); isOff(before); before = addDays(before, -1)) length++;
      for (let after = addDays(day, 1); isOff(after); after = addDays(after, 1)) length++;
      return length;
    }),
  );
}
