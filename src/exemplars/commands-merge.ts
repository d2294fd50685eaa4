import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, invalid, type Outcome } from '../platform/outcome.ts';
import { type CarryInput, carryOver } from './carry.ts';
import { lockExemplars } from './changing.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { type StepInput, type StepTaken, takeStep } from './step.ts';

export interface MergeInput extends StepInput, Partial<CarryInput> {
  /** The record that is kept. */
  intoId: number;
}

/**
 * Closes a record that turned out to be about somebody who is recorded already, and points to the one that is
 * kept, which takes over what was ticked of what it lacks. Reopening takes all of it back. Wrong input comes back under
 * `intoId`.
 */
export function merge(acting: Acting, input: MergeInput): Promise<Outcome<StepTaken>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await lockExemplars(tx, [input.id, input.intoId]);
    const kept = await findExemplar(tx, acting.actor, input.intoId);
    const error = whyNotInto(kept, input.id);
    const { carry = [], intoVersion = null } = input;
    const step = await takeStep(
      { ...acting, db: tx },
      'merge',
      { ...input, mergedIntoId: kept?.id ?? null },
      async (_tx, gone) =>
        kept && !error ? carryOver(tx, acting, gone, kept, { carry, intoVersion }) : done({}),
    );
    // a step that may not be taken says why first; where to comes after
    return step.ok && error ? invalid({ intoId: error }) : step;
  });
}

/** Why this one cannot be the kept file; null when it can. */
export function whyNotInto(kept: ExemplarInView | null, id: number): string | null {
  if (!kept) return 'Không tìm thấy hồ sơ để gộp vào: hãy chọn lại.';
  if (kept.id === id) return 'Không thể gộp hồ sơ vào chính nó: hãy chọn hồ sơ khác.';
  if (kept.state === 'declined')
    return 'Hồ sơ được chọn đã dừng ở trạng thái “không chọn”: hãy chọn hồ sơ còn hiệu lực.';
  return null;
}
