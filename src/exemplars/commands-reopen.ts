import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, type Outcome, refused, stale } from '../platform/outcome.ts';
import { whyNotBack } from './carry-against.ts';
import { carryBack } from './carry-back.ts';
import { openCarry } from './carry-stored.ts';
import { lockExemplars } from './changing.ts';
import { findExemplar } from './queries.ts';
import { type StepInput, type StepTaken, takeStep } from './step.ts';

/**
 * Opens a closed record again. One that was merged gets back what the kept one took over, unless something stands
 * against it; what may be passed over is, with `overrideReason`, which stays on record.
 */
export function reopen(acting: Acting, input: StepInput): Promise<Outcome<StepTaken>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const found = await openCarry(tx, input.id);
    await lockExemplars(tx, found ? [input.id, found.keptId] : [input.id]);
    return takeStep({ ...acting, db: tx }, 'reopen', input, async (_tx, gone) => {
      const carry = await openCarry(tx, input.id);
      if (!carry) return done({});
      // merged while this one waited for the lock
      if (carry.id !== found?.id) return stale(gone.version);
      const against = await whyNotBack(tx, acting.actor, carry);
      const overrideReason = input.overrideReason?.trim() || null;
      const standing = against.filter(({ mayOverride }) => !(mayOverride && overrideReason));
      const kept = await findExemplar(tx, acting.actor, carry.keptId);
      if (standing.length > 0 || !kept) return refused(...standing);
      const told = await carryBack(tx, acting, carry, { gone, kept });
      return done(against.length > 0 ? { ...told, 'vẫn mở lại vì': overrideReason } : told);
    });
  });
}
