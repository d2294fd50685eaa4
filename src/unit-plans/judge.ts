import { judgeOpinions } from '../desks/opinion-rules.ts';
import { SIDE_NAMES } from '../desks/sides.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reason } from '../platform/outcome.ts';
import { offeredActions, tryStep } from '../workflow/table.ts';
import { type AskedPart, writtenParts } from './content.ts';
import type { UnitPlanInView } from './queries.ts';
import {
  judgeApprovedEdition,
  judgeOwnSubmission,
  judgePeriod,
  judgePlanInForce,
  missingParts,
} from './rules.ts';
import { type UnitPlanAction, unitPlanWorkflow } from './workflow.ts';

export interface Judging {
  actor: Actor;
  /** The parts that the plan asks for. */
  asked: readonly AskedPart[];
  today: Day;
  /** Opinions that were asked for. */
  opinions: Parameters<typeof judgeOpinions>[0];
  /** Why the level that decides may not send it back once more. */
  returnRefusal: Reason | null;
}

/** Why this may not be done with the unit plan now, every reason in its own sentence; empty when it may. */
export function whyNot(
  plan: UnitPlanInView,
  action: UnitPlanAction,
  { actor, asked, today, opinions, returnRefusal }: Judging,
): Reason[] {
  const missing = missingParts(writtenParts(asked, plan.words));
  const verdict = tryStep(unitPlanWorkflow, SIDE_NAMES, {
    state: plan.state,
    action,
    roles: plan.sides,
    judgements: {
      parts_written: missing[0] ?? null,
      plan_in_force: judgePlanInForce(plan),
      within_period: judgePeriod(plan, today),
      not_own_submission: judgeOwnSubmission(plan.submittedBy, actor.accountId),
      opinions_in: judgeOpinions(opinions),
      returned_once: returnRefusal,
      has_approved_edition: judgeApprovedEdition(plan.inForceSubmissionId),
    },
    overrideReason: null,
  });
  if (verdict.allowed) return [];
  // each part that is still to be written is said by itself
  return verdict.reasons.flatMap((reason) => (reason === missing[0] ? missing : [reason]));
}

/** What the table offers this person now; dropping an amendment only where there is one. */
export const offeredNow = (plan: UnitPlanInView): UnitPlanAction[] =>
  offeredActions(unitPlanWorkflow, plan.state, plan.sides).filter(
    (action) => action !== 'drop_amendment' || plan.inForceSubmissionId !== null,
  );
