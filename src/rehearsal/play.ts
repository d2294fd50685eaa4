import { addDays } from '../calendar/days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { type DutyState, stateOf } from '../duties/state.ts';
import {
  type Reminder,
  type ReminderItem,
  type ReminderPerson,
  remindersOn,
} from '../notices/reminder-rules.ts';
import type { Day } from '../platform/clock.ts';
import { noReminders, ReminderCounter, type ReminderCounts } from './count-reminders.ts';

/** A thing due in the play; it exists in memory only. */
export interface PlayItem {
  id: number;
  dutyName: string;
  officeId: number;
  officeName: string;
  receiverId: number | null;
  receiverName: string | null;
  periodFrom: Day;
  periodWords: string;
  /** The day on which it is given: its period begins, or the plan does. */
  givenOn: Day;
  dueOn: Day;
  /** The day on which it is done in this play; null: never. */
  doneOn: Day | null;
}

/** What happens on one day; days on which nothing does are left out. */
export interface PlayedDay {
  day: Day;
  given: PlayItem[];
  due: PlayItem[];
  arriving: PlayItem[];
  reminders: Reminder[];
}

export interface Stage {
  items: readonly PlayItem[];
  people: readonly ReminderPerson[];
  calendar: WorkCalendar;
}

/** How an item stands on a day of the play. */
export const playedState = (item: PlayItem, day: Day): DutyState =>
  stateOf({ ...item, excusedOn: null, nothingToDo: false }, day);

/** The days of the play from one to another, both included. Pure: what goes in stays as it is. */
export function playDays({ items, people, calendar }: Stage, from: Day, to: Day): PlayedDay[] {
  const given = byDay(items, (item) => item.givenOn);
  const due = byDay(items, (item) => item.dueOn);
  const arriving = byDay(items, (item) => (item.receiverId === null ? null : item.doneOn));
  const counter = new ReminderCounter(people, calendar);
  return daysBetween(from, to)
    .map((day) => ({
      day,
      given: given.get(day) ?? [],
      due: due.get(day) ?? [],
      arriving: arriving.get(day) ?? [],
      reminders: remindersOn(day, remindedOf(items, day, counter).map(asReminded(day)), people, calendar),
    }))
    .filter((day) => day.given.length + day.due.length + day.arriving.length + day.reminders.length > 0);
}

/** How many reminders of each kind would go out on the days from one to another. */
export function countReminders({ items, people, calendar }: Stage, from: Day, to: Day): ReminderCounts {
  const counts = noReminders();
  const counter = new ReminderCounter(people, calendar);
  for (const day of daysBetween(from, to))
    for (const item of remindedOf(items, day, counter)) counter.add(counts, item, day);
  return counts;
}

function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The items of which somebody is reminded on a day: not done, or done only on that day after its morning. */
const remindedOf = (items: readonly PlayItem[], day: Day, counter: ReminderCounter): PlayItem[] =>
  items.filter(({ dueOn, doneOn }) => (doneOn === null || doneOn >= day) && counter.isReminded(dueOn, day));

const asReminded =
  (day: Day) =>
  (item: PlayItem): ReminderItem => ({
    id: item.id,
    officeId: item.officeId,
    officeName: item.officeName,
    receiverOfficeId: item.receiverId,
    dueOn: item.dueOn,
    state: playedState({ ...item, doneOn: null }, day),
    name: item.dutyName,
    periodWords: item.periodWords,
    href: '',
  });

function byDay(items: readonly PlayItem[], dayOf: (item: PlayItem) => Day | null): Map<Day, PlayItem[]> {
  const days = new Map<Day, PlayItem[]>();
  for (const item of items) {
    const day = dayOf(item);
    if (day === null) continue;
    const there = days.get(day);
    if (there) there.push(item);
    else days.set(day, [item]);
  }
  return days;
}
