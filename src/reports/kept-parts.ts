import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { AboveReport } from './merged-report.ts';
import { scopeOf } from './rollup-below.ts';
import { type RollupReach, rollupTree } from './rollup-tree.ts';

/** Values by key of the indicator; null: not known. */
export type Figures = Record<string, number | null>;

/** Keeps what each counted report below says now, and the office's own figures, in the place of the last merging. */
export async function keepParts(
  tx: Tx,
  report: AboveReport,
  { reach, own, day }: { reach: RollupReach; own: Figures; day: Day },
): Promise<void> {
  await tx.deleteFrom('report_merged_part').where('report_id', '=', report.id).execute();
  await sql`
    WITH RECURSIVE ${rollupTree(scopeOf(report, reach))}
    INSERT INTO report_merged_part (report_id, part_report_id, part_version, merged_on, figures)
    SELECT ${report.id}::bigint, w.report_id, w.version, ${day}::date,
      (SELECT coalesce(jsonb_object_agg(f.indicator, f.value), '{}') FROM report_figure f WHERE f.report_id = w.report_id)
    FROM walk w WHERE w.counted`.execute(tx);
  await tx
    .insertInto('report_merged_part')
    .values({
      report_id: report.id,
      part_report_id: report.id,
      part_version: report.version,
      merged_on: day,
      figures: JSON.stringify(own),
    })
    .execute();
}

/** One more report that came late: from now on it is a part like those that were there in time. */
export async function keepLatePart(tx: Tx, reportId: number, lateId: number, day: Day): Promise<void> {
  await sql`
    INSERT INTO report_merged_part (report_id, part_report_id, part_version, merged_on, figures)
    SELECT ${reportId}::bigint, r.id, r.version, ${day}::date,
      (SELECT coalesce(jsonb_object_agg(f.indicator, f.value), '{}') FROM report_figure f WHERE f.report_id = r.id)
    FROM report r WHERE r.id = ${lateId}
    ON CONFLICT (report_id, part_report_id)
      DO UPDATE SET part_version = excluded.part_version, merged_on = excluded.merged_on, figures = excluded.figures`.execute(
    tx,
  );
}
