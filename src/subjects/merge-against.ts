import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';
import { holdsWhole, type SubjectInView } from './in-view.ts';
import { agreedOf } from './merge-agree.ts';
import type { Belongings } from './merge-belongings.ts';
import { type Against, factsAgainst } from './merge-rules.ts';

/** Everything that stands against making the two one now, all at once; a fixed number of queries. */
export async function whyNotMerge(
  db: Reader,
  actor: Actor,
  belongings: readonly Belongings[],
  kept: SubjectInView,
  gone: SubjectInView,
): Promise<Against[]> {
  const against: Against[] = [];
  if (!holdsWhole(actor, kept) || !holdsWhole(actor, gone)) against.push(NOT_WHOLE);
  against.push(...factsAgainst(kept, gone, await agreedOf(db, kept, gone)));
  const apart = await toldApart(db, kept.id, gone.id);
  if (apart) against.push(apart);
  for (const one of belongings) against.push(...(await one.whyNot(db, kept.id, gone.id)));
  return against;
}

async function toldApart(db: Reader, oneId: number, otherId: number): Promise<Against | null> {
  const row = await db
    .selectFrom('subject_pair')
    .select(['decided_on', 'decided_by_name', 'decided_reason'])
    .where('one_id', '=', Math.min(oneId, otherId))
    .where('other_id', '=', Math.max(oneId, otherId))
    .where('decided_on', 'is not', null)
    .executeTakeFirst();
  if (!row) return null;
  const who = row.decided_by_name ? `${row.decided_by_name} ` : '';
  return {
    rule: 'told_apart',
    sentence: `Ngày ${formatDate(row.decided_on)}, ${who}đã ghi là hai chủ thể khác nhau: ${row.decided_reason}`,
    mayOverride: true,
  };
}

export const NOT_WHOLE: Against = {
  rule: 'not_whole',
  sentence:
    'Một trong hai chủ thể có hồ sơ hoặc khen thưởng ngoài phạm vi bạn phụ trách: hãy đề nghị cơ quan thường trực quyết định.',
};
