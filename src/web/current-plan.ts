import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** The plan in force on a day, shown on top of every page; the newest where several run. */
export function currentPlan(db: Reader, today: Day) {
  return db
    .selectFrom('plan')
    .select(['id', 'number', 'title'])
    .where('state', '=', 'in_force')
    .where('period_from', '<=', today)
    .where('period_to', '>=', today)
    .orderBy('issued_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}
