import type { Reader } from '../platform/db.ts';
import { makeCalendar, type WorkCalendar } from './working-days.ts';

/** The working-day calendar with every day off that is on record; one query. */
export async function loadCalendar(db: Reader): Promise<WorkCalendar> {
  const days = await db.selectFrom('holiday').select(['day', 'kind']).execute();
  return makeCalendar(days.map(({ day, kind }) => ({ day, kind: kind === 'work' ? 'work' : 'off' })));
}
