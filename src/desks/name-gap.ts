import type { Acting } from '../identity/actor.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AtPaper, changingDesk } from './changing-desk.ts';
import type { PaperKind } from './kind.ts';

/** The paper goes on without the opinion of an office, which is named, with a reason that stays. */
export function nameGap(
  acting: Acting,
  kind: PaperKind,
  input: AtPaper & { opinionId: number; reason: string },
): Promise<Outcome<{ id: number }>> {
  return changingDesk(acting, kind, input, 'name_gap', async (tx, situation, opinion) => {
    if (!opinion) throw new Error('A gap is always of one opinion.');
    await tx
      .updateTable('opinion')
      .set({ gap_on: acting.clock.today(), gap_reason: input.reason, gap_by: acting.actor.accountId })
      .where('id', '=', opinion.id)
      .execute();
    return done({
      verb: 'opinion_gap_named',
      after: { 'cơ quan': opinion.officeName, 'hạn trả lời': formatDate(opinion.dueOn) },
      reason: input.reason,
      value: { id: situation.paper.id },
    });
  });
}
