import { formatDate } from '../ui/format.ts';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import { actorOf } from '../web/visit.ts';
import { holdsWhole, type SubjectInView } from './in-view.ts';
import { undoPath } from './merge-paths.ts';
import { MERGING_ROLES } from './merge-sending.ts';
import { mergesOf, type StoredMerge } from './merges-queries.ts';
import type { SubjectPart } from './part.ts';

/** The merges of a subject, those that were undone among them, with the way to undo them. */
export const mergesPart: SubjectPart = {
  id: 'da-gop',
  title: 'Đã gộp',
  async render(visit, subject) {
    const actor = actorOf(visit);
    const merges = await mergesOf(visit.get('deps').db, subject.id);
    const holds = actor.grants.some(({ role }) => MERGING_ROLES.includes(role)) && holdsWhole(actor, subject);
    if (merges.length === 0) return null;
    return (
      <DataTable
        caption="Các lần gộp, mới nhất trước"
        captionHidden
        columns={COLUMNS}
        rows={merges.map((merge) => toRow(merge, subject, holds))}
      />
    );
  },
};

const COLUMNS: Column[] = [
  { key: 'names', label: 'Chủ thể', primary: true, width: 'wide' },
  { key: 'by', label: 'Người gộp' },
  { key: 'why', label: 'Lý do' },
  { key: 'now', label: 'Hiện nay' },
];

function toRow(merge: StoredMerge, subject: SubjectInView, holds: boolean): Row {
  return {
    names: `${merge.goneBefore.fullName} (số ${merge.goneId}) vào ${merge.keptBefore.fullName} (số ${merge.keptId})`,
    by: `${merge.mergedByName}, ${formatDate(merge.mergedOn)}`,
    why: [merge.reason, merge.overrideReason].filter(Boolean).join(' – '),
    now: nowOf(merge, subject, holds),
  };
}

function nowOf(merge: StoredMerge, subject: SubjectInView, holds: boolean) {
  if (merge.undoneOn !== null)
    return `đã tách ngày ${formatDate(merge.undoneOn)}, ${merge.undoneByName ?? 'chương trình'}: ${merge.undoneReason}`;
  if (!holds || merge.keptId !== subject.id) return 'đang gộp';
  return (
    <>
      đang gộp{' '}
      <a href={undoPath(merge.keptId, merge.id)}>
        Tách<span class="visually-hidden"> {merge.goneBefore.fullName}</span>
      </a>
    </>
  );
}
