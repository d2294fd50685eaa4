import { deskDue } from '../desks/due.ts';
import { moveToDesk } from '../desks/stay.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { type Outcome, refused } from '../platform/outcome.ts';
import { changingUnitPlan, type UnitPlanTarget } from './changing.ts';
import { whyNot } from './judge.ts';
import { judgingOf } from './judging.ts';
import type { UnitPlanInView } from './queries.ts';
import type { UnitPlanAction } from './workflow.ts';

/** Loads a unit plan, asks the table whether this step may be taken now, and takes it. */
export function stepping(
  acting: Acting,
  input: UnitPlanTarget,
  action: UnitPlanAction,
  work: (tx: Tx, plan: UnitPlanInView) => Promise<Outcome<{ id: number }>>,
): Promise<Outcome<{ id: number }>> {
  return changingUnitPlan(acting, input, async (tx, plan) => {
    const judging = await judgingOf(tx, acting.actor, plan, acting.clock.today());
    const reasons = whyNot(plan, action, judging);
    return reasons.length > 0 ? refused(...reasons) : work(tx, plan);
  });
}

/** Lays a unit plan on the desk of the office that writes it. */
export async function layAtHome(
  tx: Tx,
  acting: Acting,
  plan: Pick<UnitPlanInView, 'id' | 'officeId'>,
  waitsFor: string,
): Promise<void> {
  const today = acting.clock.today();
  await moveToDesk(
    tx,
    {
      paper: 'unit_plan',
      paperId: plan.id,
      officeId: plan.officeId,
      dueOn: await deskDue(tx, 'unit_plan', 'complete', today),
      waitsFor,
      movedBy: acting.actor.accountId,
    },
    today,
  );
}
