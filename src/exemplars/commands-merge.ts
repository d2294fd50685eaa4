import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { invalid, type Outcome } from '../platform/outcome.ts';
import { lockExemplars } from './changing.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { type StepInput, type StepTaken, takeStep } from './step.ts';

export interface MergeInput extends StepInput {
  /** The record that is kept. */
  intoId: number;
}

/**
 * Closes a record that turned out to be about somebody who is recorded already, and points to the one that is
 * kept. Reopening takes it back. Wrong input comes back under `intoId`.
 */
export function merge(acting: Acting, input: MergeInput): Promise<Outcome<StepTaken>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await lockExemplars(tx, [input.id, input.intoId]);
    const kept = await findExemplar(tx, acting.actor, input.intoId);
    const error = whyNotInto(kept, input.id);
    const step = await takeStep({ ...acting, db: tx }, 'merge', { ...input, mergedIntoId: kept?.id ?? null });
    // a step that may not be taken says why first; where to comes after
    return step.ok && error ? invalid({ intoId: error }) : step;
  });
}

function whyNotInto(kept: ExemplarInView | null, id: number): string | null {
  if (!kept) return 'Không tìm thấy hồ sơ để gộp vào: hãy chọn lại.';
  if (kept.id === id) return 'Không thể gộp hồ sơ vào chính nó: hãy chọn hồ sơ khác.';
  if (kept.state === 'declined')
    return 'Hồ sơ được chọn đã dừng ở trạng thái “không chọn”: hãy chọn hồ sơ còn hiệu lực.';
  return null;
}
