import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { FIRST_DAYS_BEFORE, type ReminderPerson } from './reminder-rules.ts';

/** Roles that answer for what their own office owes. */
export const ANSWERABLE = ['unit', 'lead', 'standing'] as const;

/** Who answers for which offices on a day, with the working days before that each has chosen. One query. */
export async function whoIsReminded(db: Reader, day: Day): Promise<ReminderPerson[]> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('account_grant as g', 'g.account_id', 'a.id')
    .leftJoin('notice_preference as n', 'n.account_id', 'a.id')
    .select(['a.id as accountId', 'n.days_before as daysBefore'])
    .select(sql<number[]>`array_agg(DISTINCT g.office_id)`.as('officeIds'))
    .where('a.active', '=', true)
    .where('g.role', 'in', [...ANSWERABLE])
    .where((eb) => eb.or([eb('g.valid_from', 'is', null), eb('g.valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>=', day)]))
    .groupBy(['a.id', 'n.days_before'])
    .execute();
  return rows.map((row) => ({ ...row, daysBefore: row.daysBefore ?? FIRST_DAYS_BEFORE }));
}
