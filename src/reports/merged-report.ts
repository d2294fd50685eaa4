import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { findReport, type ReportInView } from './queries.ts';
import type { Completeness } from './rollup-rules.ts';
import type { RollupReach } from './rollup-tree.ts';

/** What was rolled up into a report, kept with it. */
export interface Rollup {
  mergedOn: Day;
  reach: RollupReach;
  completeness: Completeness;
  /** How many reports and own figures know each indicator: a mean is corrected by it. */
  known: Record<string, number>;
}

/** The report of an office above with what was rolled up into it. */
export interface AboveReport extends ReportInView {
  rollup: Rollup | null;
}

/** One report in view of the actor, or null. */
export async function findAbove(db: Reader, actor: Actor, id: number): Promise<AboveReport | null> {
  const report = await findReport(db, actor, id);
  return report ? { ...report, rollup: await rollupOf(db, id) } : null;
}

/** What was rolled up into a report; null when nothing was. */
export async function rollupOf(db: Reader, reportId: number): Promise<Rollup | null> {
  const row = await db
    .selectFrom('report')
    .select('rollup')
    .where('id', '=', reportId)
    .executeTakeFirstOrThrow();
  return row.rollup as unknown as Rollup | null;
}

/** Why nothing may be written into the report; null when it is open. */
export function refusalToMerge(report: Pick<ReportInView, 'state'>): Reason | null {
  if (report.state === 'draft' || report.state === 'returned') return null;
  return {
    rule: 'locked',
    sentence:
      'Báo cáo đã nộp nên số liệu và lời văn đã khóa. Báo cáo đến muộn vẫn ghép được, báo cáo trả lại rồi nộp lại vẫn được tính, thành đính chính ghi cạnh số đã nộp.',
  };
}

export const NOT_AUTHOR: Reason = {
  rule: 'wrong_role',
  sentence: 'Chỉ cán bộ của đơn vị lập báo cáo mới tổng hợp được; tài khoản của bạn chỉ được xem.',
};

/** Loads the report of the office above for update within reach, for its own people, on the version that they saw. */
export function changingAbove<T>(
  acting: Acting,
  input: { id: number; version: number | null },
  work: (tx: Tx, report: AboveReport) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('report').select('id').where('id', '=', input.id).forUpdate().execute();
    const report = await findAbove(tx, acting.actor, input.id);
    if (!report) return notFound();
    if (!report.mayWrite) return refused(NOT_AUTHOR);
    if (input.version !== null && input.version !== report.version) return stale(report.version);
    return work(tx, report);
  });
}
