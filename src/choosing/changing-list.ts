import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { type FieldInChoice, findField } from './field-query.ts';
import { type DecisionList, findList } from './lists.ts';
import { refusalToDecide } from './rules.ts';

/** A field in which the actor decides, for update of its open list; a refusal of `work` takes everything back. */
export function choosingIn<T>(
  acting: Acting,
  fieldId: number,
  work: (tx: Tx, field: FieldInChoice) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const field = await findField(tx, acting.actor, fieldId);
    if (!field) return notFound();
    const refusal = refusalToDecide(field.roles);
    return refusal ? refused(refusal) : work(tx, field);
  });
}

/**
 * Changes one list in one transaction: locks it, refuses a form that was opened on another version, and gives it its next
 * one. `work` gets the list as it stood.
 */
export function changingList<T>(
  acting: Acting,
  id: number,
  version: number | null,
  work: (tx: Tx, list: DecisionList, field: FieldInChoice) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('decision_list').select('id').where('id', '=', id).forUpdate().execute();
    // read after the lock, so that what a neighbour has just committed is seen
    const found = await findList(tx, acting.actor, id);
    if (!found) return notFound();
    const refusal = refusalToDecide(found.field.roles);
    if (refusal) return refused(refusal);
    if (version !== null && version !== found.list.version) return stale(found.list.version);
    await nextListVersion(tx, id);
    return work(tx, found.list, found.field);
  });
}

export const nextListVersion = (tx: Tx, id: number) =>
  tx.updateTable('decision_list').set({ version: sql`version + 1` }).where('id', '=', id).execute();

/** The open list of a field, locked; begun where there is none. Of two who begin it, both get the same. */
export async function openList(
  tx: Tx,
  acting: Acting,
  field: FieldInChoice,
): Promise<{ id: number; version: number }> {
  await tx
    .insertInto('decision_list')
    .values({
      field_id: field.id,
      office_id: field.leadOfficeId,
      begun_on: acting.clock.today(),
      begun_by: acting.actor.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .selectFrom('decision_list')
    .select(['id', 'version'])
    .where('field_id', '=', field.id)
    .where('office_id', '=', field.leadOfficeId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirstOrThrow();
}
