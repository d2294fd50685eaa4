import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';
import { holdsWhole, type SubjectInView } from './in-view.ts';
import type { Belongings } from './merge-belongings.ts';
import { undoPath } from './merge-paths.ts';
import { type Against, changedSince, FACT_NAMES } from './merge-rules.ts';
import { factsOf } from './merge-words.ts';
import type { StoredMerge } from './merges-queries.ts';

/** Everything that stands against undoing a merge now, each naming what; a fixed number of queries. */
export async function whyNotUnmerge(
  db: Reader,
  actor: Actor,
  belongings: readonly Belongings[],
  merge: StoredMerge,
  kept: SubjectInView,
): Promise<Against[]> {
  if (merge.undoneOn !== null) {
    return [
      { rule: 'undone_already', sentence: `Lần gộp này đã được tách ngày ${formatDate(merge.undoneOn)}.` },
    ];
  }
  const against: Against[] = [];
  if (!holdsWhole(actor, kept)) against.push(NOT_WHOLE);
  const later = await laterMerge(db, merge);
  if (later) against.push(later);
  const changed = changedSince(merge.keptAfter, factsOf(kept));
  if (changed.length > 0) {
    against.push({
      rule: 'corrected_since',
      sentence: `Sau khi gộp, chủ thể được giữ đã được sửa: ${changed.map((fact) => FACT_NAMES[fact].toLowerCase()).join(', ')}. Khi tách, nội dung đã sửa vẫn giữ nguyên.`,
      mayOverride: true,
    });
  }
  if (kept.kind !== merge.keptAfter.kind) against.push(KIND_CHANGED);
  for (const one of belongings) {
    const back = { fromId: merge.keptId, mark: merge.marks[one.key] ?? 0 };
    against.push(...(await one.whyNotBack(db, merge.moved[one.key] ?? [], back)));
  }
  return against;
}

/** Merges are undone in the opposite order: a later one, of the kept one or into it, comes first. */
async function laterMerge(db: Reader, merge: StoredMerge): Promise<Against | null> {
  const later = await db
    .selectFrom('subject_merge as m')
    .innerJoin('subject as s', (join) =>
      join.on((eb) =>
        eb(
          's.id',
          '=',
          eb
            .case()
            .when('m.kept_id', '=', merge.keptId)
            .then(eb.ref('m.gone_id'))
            .else(eb.ref('m.kept_id'))
            .end(),
        ),
      ),
    )
    .select(['m.id', 'm.merged_on', 'm.kept_id', 's.full_name', 's.id as subject_id'])
    .where('m.id', '>', merge.id)
    .where('m.undone_on', 'is', null)
    .where((eb) => eb.or([eb('m.kept_id', '=', merge.keptId), eb('m.gone_id', '=', merge.keptId)]))
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!later) return null;
  const into = later.kept_id === merge.keptId ? 'nhận gộp' : 'được gộp vào';
  return {
    rule: 'merged_later',
    sentence: `Sau đó, ngày ${formatDate(later.merged_on)}, chủ thể được giữ lại ${into} “${later.full_name}”: hãy tách lần gộp đó trước.`,
    href: undoPath(later.kept_id, later.id),
    linkText: 'Tách lần gộp sau',
  };
}

const NOT_WHOLE: Against = {
  rule: 'not_whole',
  sentence:
    'Chủ thể còn hồ sơ hoặc khen thưởng ở đơn vị ngoài phạm vi của bạn: hãy đề nghị cơ quan thường trực tách.',
};
const KIND_CHANGED: Against = {
  rule: 'kind_changed',
  sentence: 'Loại của chủ thể được giữ đã đổi sau khi gộp: hãy sửa lại loại như lúc gộp rồi mới tách.',
};
