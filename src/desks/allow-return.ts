import type { Acting } from '../identity/actor.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { type AtPaper, changingDesk } from './changing-desk.ts';
import type { PaperKind } from './kind.ts';

/** The word of an office above that the office on whose desk the paper lies may return it once more. */
export function allowReturn(
  acting: Acting,
  kind: PaperKind,
  input: AtPaper & { reason: string },
): Promise<Outcome<{ id: number }>> {
  return changingDesk(acting, kind, input, 'allow_return', async (tx, situation) => {
    const { stay, paper, sort } = situation;
    if (!stay) throw new Error('The table lets only a paper on a desk be allowed back.');
    await tx
      .insertInto('return_permission')
      .values({
        paper: sort,
        paper_id: paper.id,
        to_office_id: stay.officeId,
        given_by: acting.actor.accountId,
        given_on: acting.clock.today(),
        reason: input.reason,
      })
      .execute();
    return done({
      verb: 'return_allowed',
      after: { 'cho phép': stay.officeName },
      reason: input.reason,
      value: { id: paper.id },
    });
  });
}
