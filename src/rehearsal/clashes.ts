import { addDays, weekday } from '../calendar/days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Day } from '../platform/clock.ts';
import type { PlayItem } from './play.ts';

/** An office with more things due in a week than it can do. */
export interface BusyWeek {
  officeName: string;
  /** Monday. */
  week: Day;
  items: PlayItem[];
}

/** A desk on which more arrives on a day than it can read. */
export interface BusyDesk {
  officeName: string;
  day: Day;
  items: PlayItem[];
}

/** A day on which something is due although nobody works. */
export interface DayOffDue {
  day: Day;
  /** 'Tết Nguyên đán', 'Thứ bảy'. */
  why: string;
  items: PlayItem[];
}

export interface Clashes {
  weeks: BusyWeek[];
  desks: BusyDesk[];
  daysOff: DayOffDue[];
}

export interface Limits {
  /** Things due of one office in one week. */
  week: number;
  /** Things that arrive on one desk on one day. */
  desk: number;
}

export const mondayOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));

/**
 * Where desks clash. `namedDays`: days off by name.
 */
export function findClashes(
  items: readonly PlayItem[],
  limits: Limits,
  calendar: WorkCalendar,
  namedDays: ReadonlyMap<Day, string>,
): Clashes {
  const weeks = together(items, (item) => `${mondayOf(item.dueOn)} ${item.officeId}`)
    .filter((of) => of.length > limits.week)
    .map((of) => ({ officeName: firstOf(of).officeName, week: mondayOf(firstOf(of).dueOn), items: of }));
  const desks = together(items, (item) =>
    item.receiverId === null || item.doneOn === null ? null : `${item.doneOn} ${item.receiverId}`,
  )
    .filter((of) => of.length > limits.desk)
    .map((of) => ({ officeName: firstOf(of).receiverName ?? '', day: firstOf(of).doneOn ?? '', items: of }));
  const daysOff = together(items, (item) => (calendar.isWorkingDay(item.dueOn) ? null : item.dueOn)).map(
    (of) => {
      const day = firstOf(of).dueOn;
      return { day, why: namedDays.get(day) ?? WEEKEND[weekday(day)] ?? 'Ngày nghỉ', items: of };
    },
  );
  return {
    weeks: weeks.sort(byKey('week')),
    desks: desks.sort(byKey('day')),
    daysOff: daysOff.sort(byKey('day')),
  };
}

const WEEKEND: Record<number, string> = { 0: 'Chủ nhật', 6: 'Thứ bảy' };

const byKey =
  <K extends string>(key: K) =>
  (one: Record<K, Day>, other: Record<K, Day>): number =>
    one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : 0;

const firstOf = (items: readonly PlayItem[]): PlayItem => items[0] as PlayItem;

function together(items: readonly PlayItem[], keyOf: (item: PlayItem) => string | null): PlayItem[][] {
  const groups = new Map<string, PlayItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** How many things an office has in each of the months, e.g. of what is due, or of what arrives. */
export interface MonthLoad {
  officeId: number;
  officeName: string;
  counts: number[];
  sum: number;
}

/** By office and month, the busiest first. `months` as 'yyyy-mm'. */
export function loadByMonth(
  items: readonly PlayItem[],
  months: readonly string[],
  of: (item: PlayItem) => { officeId: number | null; officeName: string | null; day: Day | null },
): MonthLoad[] {
  const loads = new Map<number, MonthLoad>();
  for (const item of items) {
    const { officeId, officeName, day } = of(item);
    const month = day === null ? -1 : months.indexOf(day.slice(0, 7));
    if (officeId === null || month < 0) continue;
    const load = loads.get(officeId) ?? {
      officeId,
      officeName: officeName ?? '',
      counts: months.map(() => 0),
      sum: 0,
    };
    loads.set(officeId, load);
    load.counts[month] = (load.counts[month] ?? 0) + 1;
    load.sum++;
  }
  return [...loads.values()].sort(
    (one, other) => other.sum - one.sum || one.officeName.localeCompare(other.officeName, 'vi'),
  );
}
