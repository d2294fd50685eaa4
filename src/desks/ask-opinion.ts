import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AtPaper, changingDesk } from './changing-desk.ts';
import type { PaperKind } from './kind.ts';
import { isAwaited } from './opinion-rules.ts';
import { whyNotTo } from './reassign.ts';
import type { DeskSituation } from './situation.ts';

export interface OpinionQuestion extends AtPaper {
  officeId: number;
  question: string;
  dueOn: Day;
}

/**
 * Asks one more office for its opinion on a paper; the paper stays where it lies, and the asked office may read it from
 * now on. Wrong input comes back under `officeId` and `dueOn`.
 */
export function askOpinion(
  acting: Acting,
  kind: PaperKind,
  input: OpinionQuestion,
): Promise<Outcome<{ id: number; opinionId: number }>> {
  return changingDesk(acting, kind, input, 'ask', async (tx, situation) => {
    const today = acting.clock.today();
    const errors: FieldErrors = {};
    const wrongOffice = await whyNotAsked(tx, situation, input.officeId, today);
    if (wrongOffice) errors.officeId = wrongOffice;
    if (input.dueOn < today) errors.dueOn = `Hạn trả lời không được trước hôm nay (${formatDate(today)}).`;
    if (Object.keys(errors).length > 0) return invalid(errors);
    const { paper, sort } = situation;
    const asked = await tx
      .insertInto('opinion')
      .values({
        paper: sort,
        paper_id: paper.id,
        office_id: input.officeId,
        question: input.question,
        asked_on: today,
        asked_by: acting.actor.accountId,
        due_on: input.dueOn,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { name } = await tx
      .selectFrom('office')
      .select('name')
      .where('id', '=', input.officeId)
      .executeTakeFirstOrThrow();
    return done({
      verb: 'opinion_asked',
      after: {
        'cơ quan được hỏi': name,
        'hạn trả lời': formatDate(input.dueOn),
        'nội dung hỏi': input.question,
      },
      value: { id: paper.id, opinionId: asked.id },
    });
  });
}

async function whyNotAsked(
  tx: Tx,
  situation: DeskSituation,
  officeId: number,
  today: Day,
): Promise<string | null> {
  if (officeId === situation.paper.officeId) return 'Đây là đơn vị lập văn bản; hãy hỏi cơ quan khác.';
  const open = situation.opinions.some((one) => one.officeId === officeId && isAwaited(one));
  if (open) return 'Đã hỏi cơ quan này và đang chờ trả lời.';
  return whyNotTo(tx, situation, officeId, today);
}
