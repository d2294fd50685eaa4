import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { INDICATORS } from './indicators/registry.ts';
import type { ReportInView } from './queries.ts';

/** What was aimed at, and by which paper. */
export interface Target {
  value: number;
  from: 'plan' | 'unit_plan';
}

export const TARGET_WORDS: Record<Target['from'], string> = {
  plan: 'chỉ tiêu kế hoạch giao',
  unit_plan: 'kế hoạch của đơn vị',
};

/** The figures that a quota of the plan and a list of own exemplars are held against. */
const QUOTA_FIGURE = 'dh_linh_vuc_diem';
const LISTED_FIGURE = 'dh_cham_lo';

/**
 * What the figures of a report are to reach, by key: the quota of the plan (for an office its share of it), and what
 * the office's own plan sets itself. A target of its own fits where it is called exactly like the figure; a word that
 * fits no figure is not guessed at.
 */
export async function targetsOf(db: Reader, report: ReportInView): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  const put = (key: string, value: number | null, from: Target['from']) => {
    if (value !== null && report.figureKeys.includes(key)) targets.set(key, { value, from });
  };
  put(QUOTA_FIGURE, await quotaOf(db, report), 'plan');
  const own = await ownTargets(db, report);
  put(LISTED_FIGURE, own.listed > 0 ? own.listed : null, 'unit_plan');
  for (const { key } of INDICATORS) put(key, own.byKey.get(key) ?? null, 'unit_plan');
  return targets;
}

/** The sum of the quotas that ask for a number; null where the plan gives this office none. */
async function quotaOf(db: Reader, report: ReportInView): Promise<number | null> {
  const { rows } = await sql<{ whole: number | null; share: number | null }>`
    SELECT sum(f.quota_number) AS whole, (SELECT sum(coalesce(a.number, round(a.percent * q.quota_number / 100)))
        FROM quota_allocation a JOIN pilot_field q ON q.id = a.field_id
        WHERE q.plan_id = ${report.planId} AND a.office_id = ${report.officeId}) AS share
    FROM pilot_field f
    WHERE f.plan_id = ${report.planId} AND f.is_pilot AND f.quota_kind IN ('exactly', 'at_least')`.execute(
    db,
  );
  const row = rows[0];
  return (report.isStandingBody ? row?.whole : row?.share) ?? null;
}

/**
 * Targets of the office's plan of the time, by key of the figure that they fit: of the edition in force, whatever is being
 * amended; before the first approval, of the one that was sent and is being read. A draft promises nothing.
 */
async function ownTargets(db: Reader, report: ReportInView) {
  const names = INDICATORS.map((one) => one.name);
  const keys = INDICATORS.map((one) => one.key);
  const { rows } = await sql<{ key: string | null; number: number | null; listed: number }>`
    WITH own AS (
      SELECT s.content FROM unit_plan u JOIN unit_plan_submission s ON s.id = coalesce(u.in_force_submission_id,
        (SELECT max(last.id) FROM unit_plan_submission last WHERE last.unit_plan_id = u.id AND u.state = 'submitted'))
      WHERE u.plan_id = ${report.planId} AND u.office_id = ${report.officeId}
        AND u.period_from <= ${report.periodTo} AND u.period_to >= ${report.periodFrom}
      ORDER BY u.period_from DESC LIMIT 1
    )
    SELECT named.key, t.number, jsonb_array_length(own.content -> 'exemplars') AS listed
    FROM own
    LEFT JOIN LATERAL jsonb_to_recordset(own.content -> 'targets') AS t(what text, number numeric) ON true
    LEFT JOIN unnest(${keys}::text[], ${names}::text[]) AS named (key, name)
      ON search_key(named.name) = search_key(t.what)`.execute(db);
  const byKey = new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row.number] as const])));
  return { byKey, listed: rows[0]?.listed ?? 0 };
}
