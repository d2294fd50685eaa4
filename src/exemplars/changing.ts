import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, stale } from '../platform/outcome.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';

/**
 * Changes one exemplar, or what belongs to it, in one transaction: locks it, looks for it within the actor's
 * reach, refuses a stale form, and gives it its next version. `work` decides whether the actor may do it, writes,
 * and calls `record` last with `thingVersion: exemplar.version + 1`; a refusal of `work` takes everything back.
 *
 * @param version the version that the form was opened on; null does not ask
 * @param work gets the exemplar as it stood before the change
 */
export function changing<T>(
  acting: Acting,
  id: number,
  version: number | null,
  work: (tx: Tx, exemplar: ExemplarInView) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await lockExemplars(tx, [id]);
    // read after the lock, so that what a neighbour has just committed is seen
    const exemplar = await findExemplar(tx, acting.actor, id);
    if (!exemplar) return notFound();
    if (version !== null && version !== exemplar.version) return stale(exemplar.version);
    await nextVersion(tx, acting, id);
    return work(tx, exemplar);
  });
}

/** Locks in the order of ids: two who lock the same exemplars never wait for each other in a ring. */
export async function lockExemplars(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .selectFrom('exemplar')
    .select('id')
    .where('id', '=', sql<number>`ANY (${ids}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function nextVersion(tx: Tx, acting: Acting, id: number): Promise<void> {
  await tx
    .updateTable('exemplar')
    .set({ version: sql`version + 1`, updated_at: acting.clock.now() })
    .where('id', '=', id)
    .execute();
}
