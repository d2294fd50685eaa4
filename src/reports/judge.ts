import { judgeOpinions } from '../desks/opinion-rules.ts';
import { awaitedOpinions } from '../desks/opinions.ts';
import { whyNotReturn } from '../desks/returns.ts';
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
  /** Why the level that decides may not send it back once more. */
  returned: Reason | null;
}

/** The level on whose desk a report is decided, and that returns it. */
export const returningOffice = ({ stay, receiverId, officeId }: ReportInView): number =>
  stay?.officeId ?? receiverId ?? officeId;

async function factsOf(db: Reader, report: ReportInView, today: Day): Promise<Facts> {
  if (report.state !== 'draft' && report.state !== 'returned') {
    const awaited = judgeOpinions(await awaitedOpinions(db, 'report', report.id));
    const by = { paper: 'report' as const, paperId: report.id, byOfficeId: returningOffice(report) };
    const returned = report.state === 'submitted' ? await whyNotReturn(db, by, today) : null;
    return { missing: [], below: null, awaited, returned };
  }
  return {
    missing: missingParts(report.words, await partsOfReport(db, report)),
    below: judgeBelow(await undecidedBelow(db, report)),
    awaited: null,
    returned: null,
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
  const { missing, below, awaited, returned } = await factsOf(db, report, today);
  const verdict = tryStep(reportWorkflow, SIDE_NAMES, {
    state: report.state,
    action,
    roles: report.sides,
    judgements: {
      parts_written: missing[0] ?? null,
      closing_reached: judgeClosing(report.closingOn, today),
      below_decided: below,
      opinions_in: awaited,
      returned_once: returned,
      not_own_submission: judgeOwnSubmission(report.submittedBy, actor.accountId),
    },
    overrideReason: null,
  });
  if (verdict.allowed) return [];
  // each part that is still to be written is said by itself
  return verdict.reasons.flatMap((reason) => (reason === missing[0] ? missing : [reason]));
}
