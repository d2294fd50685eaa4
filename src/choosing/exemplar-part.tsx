import { sql } from 'kysely';
import type { ExemplarPart } from '../exemplars/part.ts';
import type { ExemplarInView } from '../exemplars/queries.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { listPath } from './field-query.ts';
import { DECISION_NAMES, type Decision, seesChoosing } from './rules.ts';

interface Decided {
  action: Decision;
  onDay: Day;
  reason: string | null;
  listId: number | null;
  officeName: string | null;
  number: string | null;
}

/** What was decided on an exemplar, why, by which paper; and its place while it waits. */
export const decisionPart: ExemplarPart = {
  id: 'quyet-dinh',
  title: 'Quyết định lựa chọn',
  async render(visit, exemplar) {
    const { db } = visit.get('deps');
    const [decided, place] = await Promise.all([decidedOf(db, exemplar), placeOf(db, exemplar)]);
    if (!decided) return <p class="muted">Chưa có quyết định lựa chọn.</p>;
    const { action, onDay, reason, listId, officeName, number } = decided;
    return (
      <SummaryList
        items={[
          { label: 'Kết quả', value: DECISION_NAMES[action], note: `Quyết định ngày ${formatDate(onDay)}` },
          { label: 'Cơ quan quyết định', value: officeName ?? exemplar.leadOfficeName },
          ...(reason ? [{ label: 'Lý do', value: reason }] : []),
          ...(place
            ? [
                {
                  label: 'Thứ tự chờ',
                  value: `Thứ ${formatCount(place.position)} trong ${formatCount(place.of)} hồ sơ`,
                },
              ]
            : []),
          ...(listId === null
            ? []
            : [
                {
                  label: 'Văn bản',
                  value: <PaperLink {...{ listId, number }} may={seesChoosing(exemplar.roles)} />,
                },
              ]),
        ]}
      />
    );
  },
};

/** The list itself is for those who choose; others are told its number. */
function PaperLink({ listId, number, may }: { listId: number; number: string | null; may: boolean }) {
  const words = number ? `Quyết định số ${number}` : `Danh sách quyết định số ${listId}`;
  return may ? <a href={listPath(listId)}>{words}</a> : <>{words}</>;
}

async function decidedOf(db: Reader, { id }: ExemplarInView): Promise<Decided | null> {
  const { rows } = await sql<Decided>`
    SELECT s.action, s.on_day AS "onDay", s.reason, l.id AS "listId", o.name AS "officeName",
      nullif(concat_ws('/', l.paper ->> 'number', CASE WHEN l.paper ->> 'number' IS NOT NULL THEN l.paper ->> 'symbol' END), '')
        AS number
    FROM (SELECT * FROM exemplar_step WHERE exemplar_id = ${id} AND action IN ('choose', 'wait', 'decline')
      ORDER BY id DESC LIMIT 1) s
    LEFT JOIN prepared_decision d ON d.exemplar_id = s.exemplar_id AND d.action = s.action AND d.told IS NOT NULL
    LEFT JOIN decision_list l ON l.id = d.list_id AND l.decided_on = s.on_day
    LEFT JOIN office o ON o.id = l.office_id
    ORDER BY l.id DESC NULLS LAST LIMIT 1`.execute(db);
  return rows[0] ?? null;
}

async function placeOf(
  db: Reader,
  { id, state, fieldId }: ExemplarInView,
): Promise<{ position: number; of: number } | null> {
  if (state !== 'waiting' || fieldId === null) return null;
  const { rows } = await sql<{ position: number; of: number }>`
    SELECT count(*) FILTER (WHERE (w.ord, w.exemplar_id) <= (own.ord, own.exemplar_id)) AS position, count(*) AS of
    FROM waiting_place own
    JOIN exemplar e ON e.field_id = ${fieldId} AND e.state = 'waiting'
    JOIN waiting_place w ON w.exemplar_id = e.id
    WHERE own.exemplar_id = ${id}`.execute(db);
  return rows[0] ?? null;
}
