import { addDays } from '../calendar/days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import {
  REMINDER_KINDS,
  type ReminderKind,
  type ReminderPerson,
  reminderBetween,
} from '../notices/reminder-rules.ts';
import type { Day } from '../platform/clock.ts';

export type ReminderCounts = Record<ReminderKind, number>;

export const noReminders = (): ReminderCounts =>
  Object.fromEntries(REMINDER_KINDS.map((kind) => [kind, 0])) as ReminderCounts;

/** An open item, as far as counting its reminders goes. */
export interface CountedItem {
  officeId: number;
  receiverId: number | null;
  dueOn: Day;
}

/**
 * Counts the reminders of a day without wording them. In a year in which nobody answers there are a hundred thousand,
 * and only those of the days that one looks at are read; a test holds the count against `remindersOn` itself.
 */
export class ReminderCounter {
  readonly #calendar: WorkCalendar;
  readonly #at = new Map<number, ReminderPerson[]>();
  readonly #kinds = new Map<string, ReturnType<typeof reminderBetween>>();
  readonly #daysBefore: number[];

  constructor(people: readonly ReminderPerson[], calendar: WorkCalendar) {
    this.#calendar = calendar;
    this.#daysBefore = [...new Set([0, ...people.map(({ daysBefore }) => daysBefore)])];
    for (const person of people) {
      for (const office of new Set(person.officeIds))
        this.#at.set(office, [...(this.#at.get(office) ?? []), person]);
    }
  }

  /** Does anything due on a day bring a reminder on another, to whomever? */
  isReminded(dueOn: Day, day: Day): boolean {
    return this.#daysBefore.some((n) => this.#kindOf(dueOn, day, n) !== null);
  }

  /** Adds the reminders of one open item on a day. */
  add(counts: ReminderCounts, item: CountedItem, day: Day): void {
    for (const { daysBefore } of this.#peopleAt(item.officeId)) {
      const kind = this.#kindOf(item.dueOn, day, daysBefore);
      if (kind) counts[kind]++;
    }
    if (item.receiverId === null || this.#kindOf(item.dueOn, day, 0) !== 'overdue') return;
    const above = this.#peopleAt(item.receiverId);
    counts.overdue_below += above.filter(({ officeIds }) => !officeIds.includes(item.officeId)).length;
  }

  #peopleAt(officeId: number): readonly ReminderPerson[] {
    return this.#at.get(officeId) ?? [];
  }

  /** Asked once for each pair of days, not for each item. */
  #kindOf(dueOn: Day, day: Day, daysBefore: number): ReturnType<typeof reminderBetween> {
    const key = `${dueOn}${day}${daysBefore}`;
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const kind = reminderBetween(addDays(day, -1), day, { dueOn }, daysBefore, this.#calendar);
    this.#kinds.set(key, kind);
    return kind;
  }
}
