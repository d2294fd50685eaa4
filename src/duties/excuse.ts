import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { type DutyItem, findItem } from './queries.ts';
import { refusalToExcuse, wrongToExcuse } from './rules.ts';
import { itemName } from './words.ts';

/** Excuses an office from one thing due, with the reason that stays on record. */
export function excuseItem(
  acting: Acting,
  input: { id: number; reason: string },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const item = await lockedItem(tx, acting, input.id);
    if (!item) return notFound();
    const refusal = refusalToExcuse(acting.actor, item) ?? wrongToExcuse(item);
    if (refusal) return refused(refusal);
    await tx
      .updateTable('duty_item')
      .set({
        excused_on: acting.clock.today(),
        excused_by: acting.actor.accountId,
        excuse: input.reason,
        revision: item.revision + 1,
      })
      .where('id', '=', item.id)
      .execute();
    await record(tx, acting, {
      kind: 'duty_item.excused',
      thingId: item.id,
      officeId: item.officeId,
      after: named(item),
      reason: input.reason,
    });
    return done({ id: item.id });
  });
}

/** Takes an excuse back: the item is due again as before. */
export function takeExcuseBack(acting: Acting, input: { id: number }): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const item = await lockedItem(tx, acting, input.id);
    if (!item) return notFound();
    const refusal = refusalToExcuse(acting.actor, item);
    if (refusal) return refused(refusal);
    if (item.excusedOn === null) {
      return refused({ rule: 'not_excused', sentence: 'Việc này chưa được miễn nên không có gì để bỏ.' });
    }
    await tx
      .updateTable('duty_item')
      .set({ excused_on: null, excused_by: null, excuse: null, revision: item.revision + 1 })
      .where('id', '=', item.id)
      .execute();
    await record(tx, acting, {
      kind: 'duty_item.excuse_withdrawn',
      thingId: item.id,
      officeId: item.officeId,
      before: { ...named(item), 'lý do miễn': item.excuse },
    });
    return done({ id: item.id });
  });
}

async function lockedItem(tx: Tx, acting: Acting, id: number): Promise<DutyItem | null> {
  await tx.selectFrom('duty_item').select('id').where('id', '=', id).forUpdate().execute();
  return findItem(tx, acting.actor, id, acting.clock.today());
}

const named = (item: DutyItem) => ({ 'đơn vị': item.officeName, việc: itemName(item) });
