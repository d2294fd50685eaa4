import { sql } from 'kysely';
import { type DutyItem, dutyItems } from '../duties/queries.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** An office that is to bring candidates of a field, and what came of it. */
export interface AskedOffice {
  id: number;
  name: string;
  path: number[];
  telephone: string | null;
  /** Files of its branch in the field that are open, or were proposed within the year. */
  proposed: number;
  /** It has nobody to propose this year, and says why. */
  answer: { reason: string; answeredOn: Day; answeredBy: string | null } | null;
  /** Of its last answer, also of an earlier year; null: it never gave one. */
  answerVersion: number | null;
  /** When it was last reminded of the field itself. */
  remindedOn: Day | null;
}

/** Has proposed, has said that there is nobody, or is silent. */
export const hasAnswered = ({ proposed, answer }: Pick<AskedOffice, 'proposed' | 'answer'>): boolean =>
  proposed > 0 || answer !== null;

/**
 * The offices that coordinate a field, named or as all of a kind below another one, that hold on the day; those who have
 * not answered first. Each year asks anew: who proposed two years ago has not answered for that. One query.
 */
export async function askedOffices(db: Reader, fieldId: number, day: Day): Promise<AskedOffice[]> {
  const { rows } = await sql<AskedOffice>`
    WITH asked AS (
      SELECT DISTINCT o.id, o.name, o.path,
        (SELECT t.telephone FROM office_telephone t WHERE t.office_id = o.id) AS telephone
      FROM field_coordination c
      JOIN office o ON o.id = c.office_id
        OR (o.kind_id = c.kind_id AND o.path @> ARRAY[c.below_id] AND o.id <> c.below_id)
      WHERE c.field_id = ${fieldId}
        AND (o.valid_from IS NULL OR o.valid_from <= ${day}::date)
        AND (o.valid_to IS NULL OR o.valid_to >= ${day}::date)
    ), proposed AS MATERIALIZED (
      -- still open, or proposed within the year whatever became of it
      SELECT e.office_id, count(*) AS n FROM exemplar e
      WHERE e.field_id = ${fieldId} AND e.id IN (
        SELECT id FROM exemplar WHERE field_id = ${fieldId} AND state IN ('proposed', 'waiting', 'returned')
        UNION ALL
        SELECT s.exemplar_id FROM exemplar_step s WHERE s.to_state = 'proposed' AND s.action = 'propose'
          AND s.on_day BETWEEN date_trunc('year', ${day}::date)::date AND ${day}::date)
      GROUP BY e.office_id
    ), of_branch AS MATERIALIZED (
      SELECT above.id, sum(p.n) AS n FROM proposed p JOIN office o ON o.id = p.office_id
      CROSS JOIN unnest(o.path) AS above (id) GROUP BY above.id
    )
    SELECT a.id, a.name, a.path, a.telephone, coalesce(b.n, 0)::bigint AS proposed,
      CASE WHEN answered.this_year THEN json_build_object('reason', f.reason, 'answeredOn', f.answered_on,
        'answeredBy', by.display_name) END AS answer, f.version AS "answerVersion",
      (SELECT max(r.reminded_on) FROM field_reminder r WHERE r.field_id = ${fieldId} AND r.office_id = a.id) AS "remindedOn"
    FROM asked a LEFT JOIN of_branch b ON b.id = a.id
    LEFT JOIN field_answer f ON f.field_id = ${fieldId} AND f.office_id = a.id
    LEFT JOIN account by ON by.id = f.answered_by
    CROSS JOIN LATERAL (SELECT coalesce(f.answered_on >= date_trunc('year', ${day}::date)::date, false) AS this_year) answered
    ORDER BY (b.n IS NOT NULL OR answered.this_year), a.name COLLATE "vi-x-icu", a.id`.execute(db);
  return rows;
}

/** The open duties of these offices to propose somebody under the plan, by which they can be reminded; one query. */
export async function proposalDuties(
  db: Reader,
  planId: number,
  officeIds: readonly number[],
  day: Day,
): Promise<Map<number, DutyItem>> {
  if (officeIds.length === 0) return new Map();
  const filter = { planId, what: 'proposal', officeIds, states: ['late', 'open'] } as const;
  const items = await dutyItems(db, filter, day, { limit: 2_000 });
  const begun = items.filter(({ periodFrom }) => periodFrom <= day);
  // the one that is due first stands first
  return new Map(begun.toReversed().map((item) => [item.officeId, item]));
}
