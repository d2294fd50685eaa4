import { judgeOpinions } from '../desks/opinion-rules.ts';
import { awaitedOpinions } from '../desks/opinions.ts';
import { SIDE_NAMES } from '../desks/sides.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';
import { tryStep } from '../workflow/table.ts';
import { partsOfReport, type ReportInView } from './queries.ts';
import { undecidedBelow } from './rollup-below.ts';
import { judgeBelow, judgeClosing, judgeOwnSubmission, missingParts } from './rules.ts';
import { type ReportAction, reportWorkflow } from './workflow.ts';

/** What the guards need to know of one report, read once. */
interface Facts {
  missing: Reason[];
  below: Reason | null;
  awaited: Reason | null;
}

async function factsOf(db: Reader, report: ReportInView): Promise<Facts> {
  if (report.state !== 'draft' && report.state !== 'returned') {
    const awaited = judgeOpinions(await awaitedOpinions(db, 'report', report.id));
    return { missing: [], below: null, awaited };
  }
  return {
    missing: missingParts(report.words, await partsOfReport(db, report)),
    below: judgeBelow(await undecidedBelow(db, report)),
    awaited: null,
  };
}

/** Why this may not be done with the report now, every reason in its own sentence; empty when it may. */
export async function whyNot(
  db: Reader,
  actor: Actor,
  report: ReportInView,
  action: ReportAction,
  today: Day,
): Promise<Reason[]> {
  const { missing, below, awaited } = await factsOf(db, report);
  const verdict = tryStep(reportWorkflow, SIDE_NAMES, {
    state: report.state,
    action,
    roles: report.sides,
    judgements: {
      parts_written: missing[0] ?? null,
      closing_reached: judgeClosing(report.closingOn, today),
      below_decided: below,
      opinions_in: awaited,
      not_own_submission: judgeOwnSubmission(report.submittedBy, actor.accountId),
    },
    overrideReason: null,
  });
  if (verdict.allowed) return [];
  // each part that is still to be written is said by itself
  return verdict.reasons.flatMap((reason) => (reason === missing[0] ? missing : [reason]));
}
