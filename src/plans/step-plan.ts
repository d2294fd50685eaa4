import { record } from '../audit/record.ts';
import { type Acting, ROLE_NAMES, type Role } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { type Judgements, tryStep } from '../workflow/table.ts';
import { type PlanTarget, type StoredPlan, withPlan } from './changing-plan.ts';
import { judgePlan } from './judge-plan.ts';
import { planFacts } from './plan-facts.ts';
import { type PlanAction, type PlanGuard, type PlanState, planWorkflow } from './workflow.ts';

/** What folders to the right do when a plan has come into force or was changed in it, in the same transaction: they make its duty items. */
export type AfterIssue = (tx: Tx, planId: number, today: string) => Promise<void>;

const AUDIT_KIND = { issue: 'plan.issued', close: 'plan.closed', reopen: 'plan.reopened' } as const;
const LONGEST_REASON = 2_000;

/** The roles that count over a plan: plans are the whole programme's, so only grants that reach all of it. */
export const planRoles = (actor: Acting['actor']): ReadonlySet<Role> =>
  new Set(actor.grants.filter(({ reach }) => reach === 'all').map(({ role }) => role));

/** Takes one step in the life of a plan, or answers every reason why not. */
export function stepPlan(
  acting: Acting,
  action: PlanAction,
  input: PlanTarget & { reason?: string | null },
  afterIssue: AfterIssue,
): Promise<Outcome<{ id: number }>> {
  return withPlan(acting, input, async (tx, plan) => {
    const reason = input.reason?.trim() || null;
    const verdict = tryStep(planWorkflow, ROLE_NAMES, {
      state: plan.state,
      action,
      roles: planRoles(acting.actor),
      judgements: await judgements(tx, plan.id),
      overrideReason: null,
    });
    if (!verdict.allowed) return refused(...verdict.reasons);
    if (planWorkflow.actions[action].reason === 'required' && !reason) {
      return invalid({ reason: 'Hãy ghi lý do.' });
    }
    if (reason && reason.length > LONGEST_REASON) {
      return invalid({ reason: 'Lý do dài quá 2.000 ký tự; hãy viết gọn lại.' });
    }
    const to = verdict.to as PlanState;
    await writeState(tx, plan, to);
    if (to === 'in_force') await afterIssue(tx, plan.id, acting.clock.today());
    await record(tx, acting, {
      kind: AUDIT_KIND[action],
      thingId: plan.id,
      thingVersion: plan.version + 1,
      officeId: plan.issuerOfficeId,
      before: { 'Trạng thái': planWorkflow.states[plan.state].name },
      after: { 'Trạng thái': planWorkflow.states[to].name },
      reason,
    });
    return done({ id: plan.id });
  });
}

const judgements = async (tx: Tx, planId: number): Promise<Judgements<PlanGuard>> =>
  judgePlan(await planFacts(tx, planId));

const writeState = (tx: Tx, plan: StoredPlan, state: PlanState) =>
  tx
    .updateTable('plan')
    .set({ state, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute();

/** What stands against issuing a draft, each once: the task list of its page. */
export async function missingForIssue(
  tx: Parameters<typeof planFacts>[0],
  planId: number,
): Promise<Reason[]> {
  const judged = judgePlan(await planFacts(tx, planId));
  const issue = planWorkflow.steps.find(({ action }) => action === 'issue');
  return (issue?.must ?? []).flatMap((guard) => judged[guard] ?? []);
}
