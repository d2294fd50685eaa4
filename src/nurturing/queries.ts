import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { DatedState } from './rules.ts';

const among = (ids: readonly number[]) => sql<number>`ANY (${sql.val([...ids])}::bigint[])`;

export const supportActionsOf = (db: Reader, exemplarId: number) => supportActionsOfMany(db, [exemplarId]);

/** The same for several exemplars with one query. */
export function supportActionsOfMany(db: Reader, exemplarIds: readonly number[]) {
  return db
    .selectFrom('support_action')
    .selectAll()
    .where('exemplar_id', '=', among(exemplarIds))
    .orderBy(sql`done_on IS NOT NULL`)
    .orderBy(sql`due_on NULLS LAST`)
    .orderBy('id')
    .execute();
}
export type SupportAction = Awaited<ReturnType<typeof supportActionsOf>>[number];

export const checksOf = (db: Reader, exemplarId: number) => checksOfMany(db, [exemplarId]);

/** The same for several exemplars with one query, the newest first. */
export function checksOfMany(db: Reader, exemplarIds: readonly number[]) {
  return db
    .selectFrom('exemplar_check as c')
    .leftJoin('account as a', 'a.id', 'c.checked_by')
    .selectAll('c')
    .select('a.display_name as checkedByName')
    .where('c.exemplar_id', '=', among(exemplarIds))
    .orderBy('c.year', 'desc')
    .orderBy('c.exemplar_id')
    .execute();
}
export type Check = Awaited<ReturnType<typeof checksOf>>[number];

export const helpTasksOf = (db: Reader, exemplarId: number) => helpTasksOfMany(db, [exemplarId]);

/** The same for several exemplars with one query. */
export function helpTasksOfMany(db: Reader, exemplarIds: readonly number[]) {
  return db
    .selectFrom('help_task')
    .selectAll()
    .where('exemplar_id', '=', among(exemplarIds))
    .orderBy(sql`done_on IS NOT NULL`)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}
export type HelpTask = Awaited<ReturnType<typeof helpTasksOf>>[number];

/** The states that the exemplar came into, each with its day, in the order of its steps. */
export function datedStatesOf(db: Reader, exemplarId: number): Promise<DatedState[]> {
  return db
    .selectFrom('exemplar_step')
    .select(['to_state as state', 'on_day as onDay'])
    .where('exemplar_id', '=', exemplarId)
    .orderBy('id')
    .execute();
}
