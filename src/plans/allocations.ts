import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { HOLDS_PLACE } from './queries.ts';
import { wholeShares } from './quota-shares.ts';

/** The share of one office of a field's quota, and what it has filled. */
export interface Share {
  fieldId: number;
  officeId: number;
  officeName: string;
  number: number | null;
  percent: number | null;
  /** What the share comes to in exemplars; null for a percentage of no quota. */
  due: number | null;
  /** Chosen and still cared for in the branch of the office, of the kinds that the quota counts. */
  taken: number;
}

/**
 * The shares of the quotas of a plan, office by office: a share for all offices of a kind is one for each of them that
 * holds on the day and has none at its own name. One query.
 */
export async function sharesOn(db: Reader, planId: number, day: Day): Promise<Share[]> {
  const { rows } = await sharesQuery(planId, day).execute(db);
  const fieldIds = [...new Set(rows.map(({ fieldId }) => fieldId))];
  return fieldIds.flatMap((id) => {
    const ofField = rows.filter(({ fieldId }) => fieldId === id);
    const due = wholeShares(ofField, ofField[0]?.quota ?? null);
    return ofField.map(({ quota: _known, ...row }, n) => ({ ...row, due: due[n] ?? null }));
  });
}

/** Exemplars are counted from an index alone, and only in fields whose quota is given out. */
export const sharesQuery = (planId: number, day: Day) => sql<Omit<Share, 'due'> & { quota: number | null }>`
    WITH share AS (
      SELECT DISTINCT ON (q.field_id, o.id) q.field_id, f.ord AS field_ord, q.ord, q.number, q.percent,
        f.quota_number, o.id AS office_id, o.name AS office_name
      FROM quota_allocation q JOIN pilot_field f ON f.id = q.field_id
      JOIN office o ON o.id = q.office_id OR (o.kind_id = q.kind_id AND o.path @> ARRAY[q.below_id] AND o.id <> q.below_id)
      WHERE f.plan_id = ${planId}
        AND (q.office_id IS NOT NULL OR ((o.valid_from IS NULL OR o.valid_from <= ${day}::date)
          AND (o.valid_to IS NULL OR o.valid_to >= ${day}::date)))
      ORDER BY q.field_id, o.id, q.office_id IS NULL, q.ord
    ), counted AS MATERIALIZED (
      SELECT e.field_id, e.subject_kind, e.office_id, count(*) AS count
      FROM exemplar e WHERE e.field_id = ANY (ARRAY(SELECT field_id FROM share)) AND ${HOLDS_PLACE}
      GROUP BY e.field_id, e.subject_kind, e.office_id
    ), filled AS (
      SELECT c.field_id, above.office_id, sum(c.count) AS taken
      FROM counted c JOIN pilot_field f ON f.id = c.field_id JOIN office o ON o.id = c.office_id
      CROSS JOIN unnest(o.path) AS above (office_id)
      WHERE f.quota_counts = '{}' OR c.subject_kind = ANY (f.quota_counts)
      GROUP BY c.field_id, above.office_id
    )
    SELECT s.field_id AS "fieldId", s.office_id AS "officeId", s.office_name AS "officeName", s.number, s.percent,
      s.quota_number AS quota,
      coalesce(filled.taken, 0) AS taken
    FROM share s LEFT JOIN filled ON filled.field_id = s.field_id AND filled.office_id = s.office_id
    ORDER BY s.field_ord, s.ord, s.office_name COLLATE "vi-x-icu"`;
