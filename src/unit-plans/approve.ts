import { leaveDesk } from '../desks/stay.ts';
import type { Acting } from '../identity/actor.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import type { UnitPlanTarget } from './changing.ts';
import { noteStep } from './note.ts';
import { stepping } from './stepping.ts';

/** Approves what was sent last: from today it is the edition in force. It lies on nobody's desk any more. */
export function approveUnitPlan(acting: Acting, input: UnitPlanTarget): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'approve', async (tx, plan) => {
    const today = acting.clock.today();
    const last = await tx
      .selectFrom('unit_plan_submission')
      .select('id')
      .where('unit_plan_id', '=', plan.id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('unit_plan_submission')
      .set({ approved_on: today, approved_by: acting.actor.accountId })
      .where('id', '=', last.id)
      .execute();
    await tx
      .updateTable('unit_plan')
      .set({
        state: 'approved',
        approved_on: today,
        in_force_submission_id: last.id,
        version: plan.version + 1,
      })
      .where('id', '=', plan.id)
      .execute();
    await leaveDesk(tx, 'unit_plan', plan.id, today);
    await noteStep(tx, acting, plan, 'unit_plan.approved', 'approved', { after: { Lần: plan.edition } });
    return done({ id: plan.id });
  });
}
