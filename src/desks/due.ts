import { z } from 'zod';
import { loadCalendar } from '../calendar/load-calendar.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Paper } from './stay.ts';

/** What a desk is given time for: to decide on a paper, or to complete one that came back. */
export type DeskTask = 'decide' | 'complete';

/** Working days for each task, by kind of paper. */
export type DeskDays = Record<Paper, Record<DeskTask, number>>;

export const DESK_DAYS_SETTING = 'desk_days';
/** Half a year of working days is more than any desk is given. */
export const MOST_DAYS = 125;
const days = z.number().int().min(1).max(MOST_DAYS);
const tasks = z.object({ decide: days, complete: days });
export const deskDaysSchema = z.object({ unit_plan: tasks, exemplar: tasks, report: tasks });

/** The office's own setting until it sets another; no law of this programme names these days. */
export const FIRST_DESK_DAYS: DeskDays = {
  unit_plan: { decide: 10, complete: 5 },
  exemplar: { decide: 15, complete: 10 },
  report: { decide: 5, complete: 3 },
};

/** The working days that each desk is given now. */
export async function deskDays(db: Reader): Promise<DeskDays> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', DESK_DAYS_SETTING)
    .executeTakeFirst();
  const parsed = deskDaysSchema.safeParse(row?.value);
  return parsed.success ? parsed.data : FIRST_DESK_DAYS;
}

/** The day until which a desk has time for a task that begins on a day. */
export async function deskDue(db: Reader, paper: Paper, task: DeskTask, day: Day): Promise<Day> {
  const [given, calendar] = await Promise.all([deskDays(db), loadCalendar(db)]);
  return calendar.addWorkingDays(day, given[paper][task]);
}
