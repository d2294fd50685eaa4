import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { findUnitPlan, type UnitPlanInView } from './queries.ts';
import { refusalToWrite } from './rules.ts';

/** Which unit plan, and on which version it was seen; null: whatever version it has. */
export interface UnitPlanTarget {
  id: number;
  version: number | null;
}

/** Loads a unit plan for update, in view of the actor and on the version that they saw; the work judges their rights. */
export function changingUnitPlan<T>(
  acting: Acting,
  input: UnitPlanTarget,
  work: (tx: Tx, plan: UnitPlanInView) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('unit_plan').select('id').where('id', '=', input.id).forUpdate().execute();
    const plan = await findUnitPlan(tx, acting.actor, input.id);
    if (!plan) return notFound();
    if (input.version !== null && input.version !== plan.version) return stale(plan.version);
    return work(tx, plan);
  });
}

/** Why this person may not change the text now; null when they may. */
export function refusalToWork(
  plan: Pick<UnitPlanInView, 'mayWrite' | 'state' | 'officeName'>,
): Reason | null {
  if (plan.mayWrite) return refusalToWrite(plan.state);
  return {
    rule: 'wrong_role',
    sentence: `Kế hoạch này do cán bộ của ${plan.officeName} soạn; tài khoản của bạn chỉ được xem.`,
  };
}

/** The same for a change of the text: refused unless the actor writes it and it is open. */
export function writingUnitPlan<T>(
  acting: Acting,
  input: UnitPlanTarget,
  work: (tx: Tx, plan: UnitPlanInView) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return changingUnitPlan(acting, input, async (tx, plan) => {
    const refusal = refusalToWork(plan);
    return refusal ? refused(refusal) : work(tx, plan);
  });
}
