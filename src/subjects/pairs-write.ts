import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';

type Two = readonly [number, number];

const keyOf = ([one, other]: Two) => ({ one_id: Math.min(one, other), other_id: Math.max(one, other) });

/** Keeps that two subjects are not one, within the caller's command, which records it. */
export async function writeApart(tx: Tx, acting: Acting, two: Two, reason: string): Promise<void> {
  const day = acting.clock.today();
  const decision = {
    decided_on: day,
    decided_by: acting.actor.accountId,
    decided_by_name: acting.actor.displayName,
    decided_reason: reason,
  };
  const key = keyOf(two);
  await tx
    .insertInto('subject_pair')
    .values({
      ...key,
      strength: 'possible',
      reasons: '[]',
      found_from: key.one_id,
      found_on: day,
      ...decision,
    })
    .onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doUpdateSet(decision))
    .execute();
}

/** Lets the search ask about them again. */
export async function forgetApart(tx: Tx, two: Two): Promise<void> {
  const { one_id, other_id } = keyOf(two);
  await tx
    .updateTable('subject_pair')
    .set({ decided_on: null, decided_by: null, decided_by_name: null, decided_reason: null })
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .execute();
}
