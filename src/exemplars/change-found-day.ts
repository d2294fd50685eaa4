import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';

/** The day of the first step after it was recorded. */
export async function firstDecisionOn(tx: Tx, id: number): Promise<Day | null> {
  const row = await tx
    .selectFrom('exemplar_step')
    .select((eb) => eb.fn.min('on_day').as('first'))
    .where('exemplar_id', '=', id)
    .where('action', '!=', 'record')
    .executeTakeFirst();
  return row?.first ?? null;
}

/** The life line begins on the day of discovery; where that is not known, on the day it was written down. */
export async function moveFirstStep(tx: Tx, id: number, foundOn: Day | null): Promise<void> {
  await tx
    .updateTable('exemplar_step')
    .set({ on_day: foundOn ?? sql<Day>`(at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date` })
    .where('exemplar_id', '=', id)
    .where('action', '=', 'record')
    .execute();
}
