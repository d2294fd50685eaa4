import { leaveDesk } from '../desks/stay.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import type { UnitPlanTarget } from './changing.ts';
import type { UnitPlanContent } from './content.ts';
import { replaceRows } from './content-queries.ts';
import { replaceFiles } from './files.ts';
import { noteStep } from './note.ts';
import type { UnitPlanInView } from './queries.ts';
import { layAtHome, stepping } from './stepping.ts';
import { contentOfSubmission } from './versions-queries.ts';

type Reasoned = UnitPlanTarget & { reason: string };

/** Opens the next edition of an approved plan as a draft; the approved one stays in force until this one is approved. */
export function amendUnitPlan(acting: Acting, input: Reasoned): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'amend', async (tx, plan) => {
    await tx
      .updateTable('unit_plan')
      .set({ state: 'draft', edition: plan.edition + 1, version: plan.version + 1 })
      .where('id', '=', plan.id)
      .execute();
    await layAtHome(tx, acting, plan, 'đơn vị viết và gửi bản sửa đổi');
    await noteStep(tx, acting, plan, 'unit_plan.amended', 'draft', {
      after: { Lần: plan.edition + 1 },
      reason: input.reason,
    });
    return done({ id: plan.id });
  });
}

/** Drops an amendment that is not approved: what is in force is again what the plan says. */
export function dropAmendment(acting: Acting, input: Reasoned): Promise<Outcome<{ id: number }>> {
  return stepping(acting, input, 'drop_amendment', async (tx, plan) => {
    const held = await inForce(tx, plan);
    await tx
      .updateTable('unit_plan')
      .set({
        state: 'approved',
        edition: held.edition,
        words: JSON.stringify(wordsOf(held.content)),
        paper: JSON.stringify(held.content.paper),
        version: plan.version + 1,
      })
      .where('id', '=', plan.id)
      .execute();
    await replaceRows(tx, plan.id, held.content);
    await replaceFiles(tx, acting, plan.id, held.content.files);
    await leaveDesk(tx, 'unit_plan', plan.id, acting.clock.today());
    await noteStep(tx, acting, plan, 'unit_plan.amendment_dropped', 'approved', {
      after: { Lần: held.edition },
      reason: input.reason,
    });
    return done({ id: plan.id });
  });
}

/** @throws Error when the edition in force is gone, which the database does not allow */
async function inForce(tx: Tx, plan: UnitPlanInView): Promise<{ edition: number; content: UnitPlanContent }> {
  const id = plan.inForceSubmissionId ?? 0;
  const { edition } = await tx
    .selectFrom('unit_plan_submission')
    .select('edition')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const content = await contentOfSubmission(tx, plan.id, id);
  if (!content) throw new Error(`Unit plan ${plan.id} has no submission ${id}.`);
  return { edition, content };
}

const wordsOf = ({ parts }: UnitPlanContent): Record<string, string> =>
  Object.fromEntries(parts.map(({ ord, text }) => [String(ord), text]));
