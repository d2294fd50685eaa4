import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';

const MOST_NAMED = 5;

/**
 * Why the subjects that an import made may no longer be taken away: somebody merged them (also where that was undone),
 * gave them another name, or wrote down an award of theirs. Awards that the import itself wrote go with it. One query.
 */
export async function whyNotRemoveSubjects(db: Reader, batchId: number): Promise<Reason[]> {
  const { rows } = await sql<{ id: number; name: string; merged: boolean; count: number }>`
    SELECT s.id, s.full_name AS name, has_merge AS merged, count(*) OVER ()::int AS count
    FROM (SELECT DISTINCT w.subject_id FROM import_written w JOIN import_row o USING (batch_id, no)
      WHERE w.batch_id = ${batchId} AND o.outcome = 'new') r
    JOIN subject s ON s.id = r.subject_id
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM subject_merge m WHERE m.kept_id = s.id OR m.gone_id = s.id)) AS m (has_merge)
    WHERE has_merge OR EXISTS (SELECT FROM subject_alias a WHERE a.subject_id = s.id)
      OR EXISTS (SELECT FROM past_award p WHERE p.subject_id = s.id
        AND p.import_batch_id IS DISTINCT FROM ${batchId}::bigint)
    ORDER BY s.id LIMIT ${MOST_NAMED}`.execute(db);
  const [first] = rows;
  if (!first) return [];
  const names = rows.map(({ id, name }) => `${name} (chủ thể số ${id})`).join(', ');
  const more = first.count > rows.length ? ` và ${first.count - rows.length} chủ thể khác` : '';
  const what = rows.some(({ merged }) => merged)
    ? 'đã gộp, ghi tên khác hoặc khen thưởng cho'
    : 'đã ghi tên khác hoặc khen thưởng cho';
  return [
    {
      rule: 'subjects_in_use',
      sentence: `Không hoàn tác được: ${what} ${names}${more}. Hãy xem trang của chủ thể; phần ghi thêm phải bỏ trước.`,
    },
  ];
}
