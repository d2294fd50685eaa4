import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { changingList } from './changing-list.ts';
import { DECISION_NAMES, type Decision } from './rules.ts';

/** Takes a decision out of a list that is not applied yet; the audit keeps what it was. */
export function dropPrepared(
  acting: Acting,
  input: { listId: number; exemplarId: number; version: number | null },
): Promise<Outcome<{ listId: number }>> {
  return changingList(acting, input.listId, input.version, async (tx, list) => {
    if (list.state !== 'open') return refused(APPLIED);
    const gone = await tx
      .deleteFrom('prepared_decision')
      .where('list_id', '=', list.id)
      .where('exemplar_id', '=', input.exemplarId)
      .returning(['action', 'reason'])
      .executeTakeFirst();
    if (!gone) return notFound();
    const { full_name } = await tx
      .selectFrom('exemplar')
      .select('full_name')
      .where('id', '=', input.exemplarId)
      .executeTakeFirstOrThrow();
    await record(tx, acting, {
      kind: 'decision_list.dropped',
      thingId: list.id,
      thingVersion: list.version + 1,
      officeId: list.officeId,
      before: {
        'Quyết định': `${full_name}: ${DECISION_NAMES[gone.action as Decision]}`,
        'Lý do': gone.reason,
      },
    });
    return done({ listId: list.id });
  });
}

const APPLIED = {
  rule: 'applied_before',
  sentence: 'Danh sách này đã được áp dụng nên không sửa nữa.',
};
