import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { editingPlan, nextPlanVersion } from './changing-plan.ts';
import type { About } from './copy-about.ts';
import { applyChoice } from './copy-apply.ts';
import { choiceOf } from './copy-choice.ts';
import { decisionForUpdate } from './copy-decisions.ts';
import type { DutyCopying } from './copy-plan.ts';

export interface Decide {
  planId: number;
  decisionId: number;
  /** Value of an option, or `other`. */
  choice: string;
  /** What was typed in place of an option. */
  other: string | null;
}

/** Takes one decision about a draft and puts it into the draft; what is wrong comes back at `choice` or `other`. */
export function decide(
  acting: Acting,
  input: Decide,
  duties: DutyCopying,
): Promise<Outcome<{ planId: number }>> {
  return editingPlan(acting, { id: input.planId, version: null }, async (tx, plan) => {
    if (plan.state !== 'draft') return refused(NOT_A_DRAFT);
    const decision = await decisionForUpdate(tx, plan.id, input.decisionId);
    if (!decision) return notFound();
    if (decision.decidedOn !== null) return refused(ALREADY_DECIDED);
    const choice = await choiceOf(tx, decision, input, plan.periodFrom);
    if (!choice.ok) return invalid({ [choice.field]: choice.sentence });
    const written = await write(tx, acting, plan.id, decision.about, choice.value, duties);
    if (!written.ok) return written;
    await tx
      .updateTable('plan_decision')
      .set({
        chosen: choice.value,
        chosen_in_words: choice.inWords,
        decided_on: acting.clock.today(),
        decided_by: acting.actor.accountId,
      })
      .where('id', '=', decision.id)
      .execute();
    await nextPlanVersion(tx, plan);
    await record(tx, acting, {
      kind: 'plan.decided',
      thingId: plan.id,
      thingVersion: plan.version + 1,
      officeId: plan.issuerOfficeId,
      after: { 'Việc phải quyết định': decision.question, 'Đã quyết định': choice.inWords },
    });
    return done({ planId: plan.id });
  });
}

/** Puts the choice into the draft; a duty is set by the folder that owns duties. */
async function write(
  tx: Tx,
  acting: Acting,
  planId: number,
  about: About,
  chosen: string,
  duties: DutyCopying,
): Promise<Outcome<unknown>> {
  if (about.kind === 'duty' && /^(office|kind):/.test(chosen)) {
    const where = { dutyId: about.duty, toPlanId: planId, years: about.years, chosen };
    return duties.decide({ ...acting, db: tx, requestKey: null }, where);
  }
  const errors = await applyChoice(tx, planId, about, chosen);
  return Object.keys(errors).length > 0 ? invalid(errors) : done(null);
}

const NOT_A_DRAFT = {
  rule: 'not_a_draft',
  sentence: 'Kế hoạch không còn là dự thảo nên không quyết định ở đây nữa.',
};

const ALREADY_DECIDED = {
  rule: 'already_decided',
  sentence: 'Việc này đã được quyết định; muốn đổi, hãy sửa trên dự thảo kế hoạch.',
};
