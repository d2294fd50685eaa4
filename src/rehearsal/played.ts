import { type Asked, windowEnd } from './asked.ts';
import { type Clashes, findClashes, loadByMonth, type MonthLoad } from './clashes.ts';
import type { ReminderCounts } from './count-reminders.ts';
import { type Copy, itemsOf } from './load.ts';
import { countReminders, type PlayedDay, type PlayItem, playDays, type Stage } from './play.ts';

/** What a play shows. */
export interface Played {
  items: PlayItem[];
  /** The days of the window in which the clock stands, on which something happens. */
  window: PlayedDay[];
  /** Of the whole play. */
  reminders: ReminderCounts;
  clashes: Clashes;
  /** 'yyyy-mm' */
  months: string[];
  due: MonthLoad[];
  arriving: MonthLoad[];
}

/** Plays the copy of a plan in memory. Pure: the same copy plays the same. */
export function playPlan(copy: Copy, asked: Asked): Played {
  const { from, to, now } = asked;
  const items = itemsOf(copy, from, to, asked.behaviour);
  const stage = stageOf(copy, items);
  const inPlay = items.filter(({ dueOn }) => from <= dueOn && dueOn <= to);
  const months = monthsBetween(from, to);
  const end = windowEnd(asked);
  return {
    items,
    window: playDays(stage, now, end),
    reminders: countReminders(stage, from, to),
    clashes: findClashes(inPlay, asked, copy.calendar, copy.namedDays),
    months,
    due: loadByMonth(inPlay, months, ({ officeId, officeName, dueOn }) => ({
      officeId,
      officeName,
      day: dueOn,
    })),
    arriving: loadByMonth(items, months, ({ receiverId, receiverName, doneOn }) => ({
      officeId: receiverId,
      officeName: receiverName,
      day: doneOn,
    })),
  };
}

export const stageOf = (copy: Copy, items: readonly PlayItem[]): Stage => ({
  items,
  people: copy.people,
  calendar: copy.calendar,
});

/** 'yyyy-mm' of every month from one day to another. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let at = from.slice(0, 7); at <= to.slice(0, 7); ) {
    months.push(at);
    month = month === 12 ? 1 : month + 1;
    year += month === 1 ? 1 : 0;
    at = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}
