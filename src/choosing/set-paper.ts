import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { PaperFields } from '../papers/paper-fields.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { changingList } from './changing-list.ts';

/** Keeps what the head and foot of the paper of a list say; also after it was applied, for the number comes last. */
export function setPaper(
  acting: Acting,
  input: { listId: number; version: number | null; paper: PaperFields },
): Promise<Outcome<{ listId: number }>> {
  return changingList(acting, input.listId, input.version, async (tx, list) => {
    const { paper } = input;
    await tx
      .updateTable('decision_list')
      .set({ paper: JSON.stringify(paper) })
      .where('id', '=', list.id)
      .execute();
    await record(tx, acting, {
      kind: 'decision_list.paper_set',
      thingId: list.id,
      thingVersion: list.version + 1,
      officeId: list.officeId,
      after: {
        Số: paper.number,
        'Ký hiệu': paper.symbol,
        'Ngày văn bản': paper.date && formatDate(paper.date),
        'Người ký': paper.signerName,
      },
    });
    return done({ listId: list.id });
  });
}
