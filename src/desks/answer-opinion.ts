import type { Acting } from '../identity/actor.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AtPaper, changingDesk } from './changing-desk.ts';
import type { PaperKind } from './kind.ts';

/**
 * Puts the answer of the asked office on record. It is taken however late it comes: after the paper has gone on
 * without it, it stands beside the named gap as a supplement.
 */
export function answerOpinion(
  acting: Acting,
  kind: PaperKind,
  input: AtPaper & { opinionId: number; answer: string },
): Promise<Outcome<{ id: number }>> {
  return changingDesk(acting, kind, input, 'answer', async (tx, situation, opinion) => {
    if (!opinion) throw new Error('An answer is always about one opinion.');
    const today = acting.clock.today();
    await tx
      .updateTable('opinion')
      .set({ answer: input.answer, answered_on: today, answered_by: acting.actor.accountId })
      .where('id', '=', opinion.id)
      .execute();
    const late = opinion.gapOn
      ? { 'bổ sung sau ngày đi tiếp': formatDate(opinion.gapOn) }
      : today > opinion.dueOn
        ? { 'sau hạn trả lời': formatDate(opinion.dueOn) }
        : {};
    return done({
      verb: 'opinion_given',
      after: { 'cơ quan': opinion.officeName, 'ý kiến': input.answer, ...late },
      value: { id: situation.paper.id },
    });
  });
}
