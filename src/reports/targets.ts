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

/** Targets of the office's approved or submitted plan of the time, by key of the figure that they fit. */
async function ownTargets(db: Reader, report: ReportInView) {
  const names = INDICATORS.map((one) => one.name);
  const keys = INDICATORS.map((one) => one.key);
  const { rows } = await sql<{ key: string | null; number: number | null; listed: number }>`
    WITH own AS (
      SELECT id FROM unit_plan
      WHERE plan_id = ${report.planId} AND office_id = ${report.officeId} AND state IN ('submitted', 'approved')
        AND period_from <= ${report.periodTo} AND period_to >= ${report.periodFrom}
      ORDER BY period_from DESC LIMIT 1
    )
    SELECT named.key, t.number, (SELECT count(*) FROM unit_plan_exemplar e WHERE e.unit_plan_id = own.id) AS listed
    FROM own
    LEFT JOIN unit_plan_target t ON t.unit_plan_id = own.id
    LEFT JOIN unnest(${keys}::text[], ${names}::text[]) AS named (key, name)
      ON search_key(named.name) = search_key(t.what)`.execute(db);
  const byKey = new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row.number] as const])));
  return { byKey, listed: rows[0]?.listed ?? 0 };
}
