import { deskDue } from '../desks/due.ts';
import { moveToDesk } from '../desks/stay.ts';
import { receiverOf } from '../duties/receiver.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome, refused } from '../platform/outcome.ts';
import type { UnitPlanTarget } from './changing.ts';
import { contentOf } from './content-queries.ts';
import { noteStep } from './note.ts';
import type { UnitPlanInView } from './queries.ts';
import { stepping } from './stepping.ts';

/**
 * Sends a unit plan to the office that the duty names, else to the one above: what it says is frozen, and from now on
 * it is locked. After its day it is accepted all the same and marked as late.
 */
export function submitUnitPlan(acting: Acting, input: UnitPlanTarget): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'submit', async (tx, plan) => {
    const today = acting.clock.today();
    const receiverId = await receiverOfUnitPlan(tx, plan, today);
    if (receiverId === null) {
      return refused({
        rule: 'no_receiver',
        sentence: 'Không có cơ quan nào ở trên để nhận kế hoạch này; hãy hỏi người quản trị.',
      });
    }
    await tx
      .updateTable('unit_plan')
      .set({
        state: 'submitted',
        receiver_office_id: receiverId,
        submitted_by: acting.actor.accountId,
        submitted_on: today,
        first_submitted_on: plan.firstSubmittedOn ?? today,
        version: plan.version + 1,
      })
      .where('id', '=', plan.id)
      .execute();
    await tx
      .insertInto('unit_plan_submission')
      .values({
        unit_plan_id: plan.id,
        edition: plan.edition,
        submitted_on: today,
        submitted_by: acting.actor.accountId,
        receiver_office_id: receiverId,
        content: JSON.stringify(await contentOf(tx, plan)),
      })
      .execute();
    await moveToDesk(
      tx,
      {
        paper: 'unit_plan',
        paperId: plan.id,
        officeId: receiverId,
        dueOn: await deskDue(tx, 'unit_plan', 'decide', today),
        waitsFor: 'duyệt hoặc trả lại kế hoạch',
        movedBy: acting.actor.accountId,
      },
      today,
    );
    const late = plan.firstSubmittedOn === null && plan.dueOn !== null && today > plan.dueOn;
    await noteStep(tx, acting, plan, 'unit_plan.submitted', 'submitted', {
      after: { Lần: plan.edition, 'Quá hạn': late },
    });
    return done({ id: plan.id });
  });
}

/** Where the duty sends it now; without a duty the office above. */
async function receiverOfUnitPlan(tx: Tx, plan: UnitPlanInView, today: string): Promise<number | null> {
  const item = await tx
    .selectFrom('duty_item as i')
    .innerJoin('duty as d', 'd.id', 'i.duty_id')
    .select('i.receiver_office_id as receiverId')
    .where('d.what', '=', 'unit_plan')
    .where('d.plan_id', '=', plan.planId)
    .where('i.office_id', '=', plan.officeId)
    .where('i.period_from', '<=', plan.periodTo)
    .where('i.period_to', '>=', plan.periodFrom)
    .orderBy('i.due_on')
    .limit(1)
    .executeTakeFirst();
  return item?.receiverId ?? receiverOf(tx, { officeId: plan.officeId, day: today });
}
