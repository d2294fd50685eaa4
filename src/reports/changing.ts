import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, stale } from '../platform/outcome.ts';
import { findReport, type ReportInView } from './queries.ts';

/** Loads the report for update, in view of the actor and on the version that they saw; the work judges their rights. */
export function changingReport<T>(
  acting: Acting,
  input: { id: number; version: number | null },
  work: (tx: Tx, report: ReportInView) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('report').select('id').where('id', '=', input.id).forUpdate().execute();
    const report = await findReport(tx, acting.actor, input.id);
    if (!report) return notFound();
    if (input.version !== null && input.version !== report.version) return stale(report.version);
    return work(tx, report);
  });
}
