import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { ChangedFigure } from './changed-figures.ts';
import { indicator } from './indicators/registry.ts';
import type { ReportInView } from './queries.ts';

/** A rolled-up figure whose parts have changed below since it was merged, and in whose reports. */
export interface ChangedBelow extends ChangedFigure {
  parts: { reportId: number; officeName: string; before: number | null; after: number | null }[];
}

type Part = ChangedBelow['parts'][number];

/**
 * A rolled-up figure when one of its parts has changed: a sum moves by the difference. Null where that cannot be said:
 * of any other rule, or with a part that is not known.
 */
export function movedBy(
  key: string,
  value: number | null,
  parts: readonly Omit<Part, 'reportId' | 'officeName'>[],
) {
  if (value === null || indicator(key)?.add !== 'sum') return null;
  let moved = value;
  for (const { before, after } of parts) {
    if (before === null || after === null) return null;
    moved += after - before;
  }
  return moved;
}

/**
 * The rolled-up figures of a report that have changed in reports below since, as the last recount of those found it
 * (`recountSome`). One query.
 */
export async function changedBelow(db: Reader, report: ReportInView): Promise<ChangedBelow[]> {
  const { rows } = await sql<Part & { key: string; value: number | null }>`
    SELECT f.indicator AS key, f.value, below.id AS "reportId", o.name AS "officeName",
      (change ->> 'before')::numeric AS before, (change ->> 'after')::numeric AS after
    FROM report below
    JOIN report_recount c ON c.report_id = below.id AND c.report_version = below.version
    CROSS JOIN LATERAL jsonb_array_elements(c.changes) AS change
    JOIN report_figure f ON f.report_id = ${report.id} AND f.source = 'rolled_up' AND f.indicator = change ->> 'key'
    JOIN office o ON o.id = below.office_id
    WHERE below.plan_id = ${report.planId} AND below.form_key = ${report.formKey}
      AND below.period_from = ${report.periodFrom} AND below.receiver_office_id = ${report.officeId}
      AND below.state IN ('submitted', 'accepted')
    ORDER BY f.indicator, o.name COLLATE "vi-x-icu", below.id`.execute(db);
  const keys = [...new Set(rows.map((row) => row.key))];
  return keys.flatMap((key) => {
    const known = indicator(key);
    const parts = rows.filter((row) => row.key === key);
    const before = parts[0]?.value ?? null;
    return known
      ? [{ key, name: known.name, unit: known.unit, before, after: movedBy(key, before, parts), parts }]
      : [];
  });
}
