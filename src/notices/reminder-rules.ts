import { addDays, daysFrom } from '../calendar/days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { type DutyState, isOpen } from '../duties/state.ts';
import type { Day } from '../platform/clock.ts';

/** One thing due, as far as reminding goes. */
export interface ReminderItem {
  id: number;
  officeId: number;
  officeName: string;
  /** Where it arrives first; null: it is sent to nobody. */
  receiverOfficeId: number | null;
  dueOn: Day;
  /** How it stands on the day of reminding; only what is open or late is reminded of. */
  state: DutyState;
  /** 'Báo cáo năm' */
  name: string;
  /** 'Năm 2018' */
  periodWords: string;
  /** Where it is done. */
  href: string;
}

/** Somebody who answers for offices, and how long before the day they want to hear of it. */
export interface ReminderPerson {
  accountId: number;
  officeIds: readonly number[];
  /** Working days; 0: not before the day. */
  daysBefore: number;
}

export const REMINDER_KINDS = ['due_soon', 'due_today', 'overdue', 'overdue_below'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** One reminder to one person. `overdue_below` goes to the office above, every other kind to the office itself. */
export interface Reminder {
  accountId: number;
  kind: ReminderKind;
  itemId: number;
  /** The office for which the person hears of it. */
  officeId: number;
  sentence: string;
  href: string;
}

export const FIRST_DAYS_BEFORE = 3;
const WEEK = 7;

/** The working day on which an item is said to be due: its own day, or the last working day before a day off. */
export const lastChance = (dueOn: Day, calendar: WorkCalendar): Day =>
  calendar.isWorkingDay(dueOn) ? dueOn : calendar.addWorkingDays(dueOn, -1);

/**
 * Which reminder of an open item falls due after the day `since` and until `day`; null: none. Before the day once, by
 * `daysBefore` working days; on the day; after it on the first working day and then every week, moved off days off.
 * More than one day lies between when nobody ran the round for a while: what was missed is made good once.
 */
export function reminderBetween(
  since: Day,
  day: Day,
  { dueOn }: Pick<ReminderItem, 'dueOn'>,
  daysBefore: number,
  calendar: WorkCalendar,
): Exclude<ReminderKind, 'overdue_below'> | null {
  const falls = (on: Day): boolean => since < on && on <= day;
  const today = lastChance(dueOn, calendar);
  if (day < today)
    return daysBefore > 0 && falls(calendar.addWorkingDays(today, -daysBefore)) ? 'due_soon' : null;
  if (day <= dueOn) return falls(today) ? 'due_today' : null;
  return overdueBetween(since, day, dueOn, calendar) ? 'overdue' : null;
}

function overdueBetween(since: Day, day: Day, dueOn: Day, calendar: WorkCalendar): boolean {
  const first = calendar.addWorkingDays(dueOn, 1);
  if (day < first) return false;
  // the week before too: a day off may have moved its reminder to now
  const weeks = Math.floor(daysFrom(first, day) / WEEK);
  return [weeks, weeks - 1]
    .filter((week) => week >= 0)
    .map((week) => calendar.nextWorkingDay(addDays(first, week * WEEK)))
    .some((on) => since < on && on <= day);
}

/**
 * Who is reminded of what on a day. Pure: the daily round writes what this says, and the rehearsal of a plan asks the
 * same of days to come.
 *
 * @param items with their state on that day
 * @param since the day of the last round; without it the day before
 */
export function remindersOn(
  day: Day,
  items: readonly ReminderItem[],
  people: readonly ReminderPerson[],
  calendar: WorkCalendar,
  since: Day = addDays(day, -1),
): Reminder[] {
  const peopleAt = peopleByOffice(people);
  return items
    .filter((item) => isOpen(item.state))
    .flatMap((item) => [
      ...(peopleAt.get(item.officeId) ?? []).flatMap((person) =>
        toTheOffice(since, day, item, person, calendar),
      ),
      ...toTheOfficeAbove(since, day, item, peopleAt, calendar),
    ]);
}

function toTheOffice(
  since: Day,
  day: Day,
  item: ReminderItem,
  person: ReminderPerson,
  calendar: WorkCalendar,
): Reminder[] {
  const kind = reminderBetween(since, day, item, person.daysBefore, calendar);
  if (!kind) return [];
  const whose = person.officeIds.length > 1 ? ` (${item.officeName})` : '';
  const sentence = `${inWords(kind, item, day, calendar)}${whose}.`;
  return [
    {
      accountId: person.accountId,
      kind,
      itemId: item.id,
      officeId: item.officeId,
      sentence,
      href: item.href,
    },
  ];
}

function toTheOfficeAbove(
  since: Day,
  day: Day,
  item: ReminderItem,
  peopleAt: ReadonlyMap<number, ReminderPerson[]>,
  calendar: WorkCalendar,
): Reminder[] {
  const { receiverOfficeId: officeId } = item;
  if (officeId === null || item.dueOn >= day || !overdueBetween(since, day, item.dueOn, calendar)) return [];
  const sentence = `${item.officeName}: ${lowerFirst(inWords('overdue', item, day, calendar))}.`;
  return (peopleAt.get(officeId) ?? [])
    .filter((person) => !person.officeIds.includes(item.officeId))
    .map(({ accountId }) => ({
      accountId,
      kind: 'overdue_below' as const,
      itemId: item.id,
      officeId,
      sentence,
      href: `/nhiem-vu/muc/${item.id}`,
    }));
}

/** 'Còn 3 ngày làm việc: Báo cáo năm – Năm 2018, hạn 10/12/2018', 'Quá hạn 5 ngày: …'. */
export function inWords(
  kind: ReminderKind,
  item: Pick<ReminderItem, 'name' | 'periodWords' | 'dueOn'>,
  day: Day,
  calendar: WorkCalendar,
): string {
  const what = `${item.name} – ${item.periodWords}, hạn ${item.dueOn.split('-').reverse().join('/')}`;
  switch (kind) {
    case 'due_soon':
      return `Còn ${calendar.workingDaysBetween(day, item.dueOn)} ngày làm việc: ${what}`;
    case 'due_today':
      return item.dueOn === day ? `Đến hạn hôm nay: ${what}` : `Ngày làm việc cuối trước hạn: ${what}`;
    default:
      return `Quá hạn ${daysFrom(item.dueOn, day)} ngày: ${what}`;
  }
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function peopleByOffice(people: readonly ReminderPerson[]): Map<number, ReminderPerson[]> {
  const at = new Map<number, ReminderPerson[]>();
  for (const person of people)
    for (const office of new Set(person.officeIds)) at.set(office, [...(at.get(office) ?? []), person]);
  return at;
}
