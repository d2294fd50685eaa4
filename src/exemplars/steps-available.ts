import { type Actor, ROLE_NAMES, type Role } from '../identity/actor.ts';
import type { Reason } from '../platform/outcome.ts';
import { offeredActions, tryStep } from '../workflow/table.ts';
import type { ExemplarInView } from './queries.ts';
import { type ExemplarFacts, judge } from './rules.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

export interface AvailableStep {
  action: ExemplarAction;
  /** Empty when the step can be taken now. */
  reasons: Reason[];
  /** Every reason may be overridden, so the step can be taken with a written reason. */
  mayOverride: boolean;
}

/**
 * The steps that the table gives to the actor's roles in the present state, in the order of the table: each with
 * what stands in its way. A recognition is judged as if the highest level were asked for.
 */
export function availableSteps(
  exemplar: Pick<ExemplarInView, 'state' | 'roles'>,
  facts: ExemplarFacts,
  actor: Pick<Actor, 'accountId'>,
): AvailableStep[] {
  const { state, roles } = exemplar;
  const judgements = judge(facts, { accountId: actor.accountId, level: null });
  return offeredActions(exemplarWorkflow, state, roles).map((action) => {
    const attempt = { state, action, roles, judgements, overrideReason: null };
    const verdict = tryStep(exemplarWorkflow, ROLE_NAMES, attempt);
    const reasons = verdict.allowed ? [] : verdict.reasons;
    return { action, reasons, mayOverride: reasons.length > 0 && reasons.every((one) => one.mayOverride) };
  });
}

export interface StepOfOthers {
  action: ExemplarAction;
  who: readonly Role[];
}

/** The steps of the present state that the actor's roles do not give, with the roles that do: "who can". */
export function stepsOfOthers(exemplar: Pick<ExemplarInView, 'state' | 'roles'>): StepOfOthers[] {
  return exemplarWorkflow.steps
    .filter((step) => (step.from as readonly string[]).includes(exemplar.state))
    .filter((step) => !step.who.some((role) => exemplar.roles.has(role)))
    .map(({ action, who }) => ({ action, who }));
}
