import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { nextPlanVersion, type PlanTarget, type StoredPlan, withPlan } from './changing-plan.ts';
import { judgePlan } from './judge-plan.ts';
import { type ContentChange, contentChanges, type PlanContent, planContent } from './plan-content.ts';
import { planFacts } from './plan-facts.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';
import type { AfterIssue } from './step-plan.ts';

export interface AmendmentInput {
  number: string;
  issuedOn: Day;
  signer: string | null;
  summary: string;
}

/** Opens a plan in force for the changes that a paper with its own number and day makes to it. */
export function openAmendment(
  acting: Acting,
  input: PlanTarget & AmendmentInput,
): Promise<Outcome<{ id: number }>> {
  return withPlan(acting, input, async (tx, plan) => {
    if (!writesPlans(acting.actor)) return refused(NOT_A_PLANNER);
    if (plan.state !== 'in_force') {
      return refused({
        rule: 'not_in_force',
        sentence: 'Chỉ kế hoạch đang thực hiện mới cần văn bản sửa đổi; dự thảo thì sửa thẳng.',
      });
    }
    if (plan.hasOpenAmendment) {
      return refused({
        rule: 'amendment_open',
        sentence: 'Đang có một văn bản sửa đổi chưa xong; hãy kết thúc văn bản đó trước.',
      });
    }
    const errors = await amendmentErrors(tx, plan, input, acting.clock.today());
    if (Object.keys(errors).length > 0) return invalid(errors);
    await tx
      .insertInto('plan_amendment')
      .values({
        plan_id: plan.id,
        number: input.number,
        issued_on: input.issuedOn,
        signer: input.signer,
        summary: input.summary,
        before: JSON.stringify(await planContent(tx, plan.id)),
        opened_by: acting.actor.accountId,
        opened_at: acting.clock.now(),
      })
      .execute();
    await nextPlanVersion(tx, plan);
    await record(tx, acting, {
      kind: 'plan.amendment_opened',
      thingId: plan.id,
      thingVersion: plan.version + 1,
      officeId: plan.issuerOfficeId,
      after: { 'Văn bản sửa đổi': input.number, Ngày: formatDate(input.issuedOn), 'Nội dung': input.summary },
    });
    return done({ id: plan.id });
  });
}

async function amendmentErrors(
  tx: Reader,
  plan: StoredPlan,
  input: AmendmentInput,
  today: Day,
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  if (input.issuedOn > today) errors.issuedOn = `Ngày văn bản không được sau hôm nay (${formatDate(today)}).`;
  if (plan.issuedOn !== null && input.issuedOn < plan.issuedOn) {
    errors.issuedOn = `Văn bản sửa đổi không thể có trước kế hoạch (${formatDate(plan.issuedOn)}).`;
  }
  const twin = await tx
    .selectFrom('plan_amendment')
    .select('id')
    .where('plan_id', '=', plan.id)
    .where('number', '=', input.number)
    .executeTakeFirst();
  if (twin) errors.number = `Kế hoạch này đã có văn bản sửa đổi số ${input.number}.`;
  return errors;
}

/** What must still hold when a plan that is in force has been changed. */
const STILL_HOLDS = ['has_number', 'has_signer', 'has_stages', 'has_fields', 'alone_in_its_period'] as const;

/**
 * Ends the open amendment: what it changed is worked out and kept with it, and the duties follow. Refused while the
 * plan as changed could not be in force.
 */
export function closeAmendment(
  acting: Acting,
  input: PlanTarget,
  afterIssue: AfterIssue,
): Promise<Outcome<{ id: number }>> {
  return withPlan(acting, input, async (tx, plan) => {
    if (!writesPlans(acting.actor)) return refused(NOT_A_PLANNER);
    const open = await tx
      .selectFrom('plan_amendment')
      .select(['id', 'number', 'before'])
      .where('plan_id', '=', plan.id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (!open) {
      return refused({ rule: 'no_amendment', sentence: 'Kế hoạch không có văn bản sửa đổi nào đang mở.' });
    }
    const judged = judgePlan(await planFacts(tx, plan.id));
    const reasons = STILL_HOLDS.flatMap((guard) => judged[guard] ?? []);
    if (reasons.length > 0) return refused(...reasons);
    const changes = contentChanges(open.before as unknown as PlanContent, await planContent(tx, plan.id));
    await tx
      .updateTable('plan_amendment')
      .set({ changes: JSON.stringify(changes), closed_at: acting.clock.now() })
      .where('id', '=', open.id)
      .execute();
    await nextPlanVersion(tx, plan);
    await afterIssue(tx, plan.id, acting.clock.today());
    await record(tx, acting, {
      kind: 'plan.amendment_closed',
      thingId: plan.id,
      thingVersion: plan.version + 1,
      officeId: plan.issuerOfficeId,
      after: { 'Văn bản sửa đổi': open.number, 'Đã đổi': changes.map(({ what }) => what) },
    });
    return done({ id: plan.id });
  });
}

export interface AmendmentInView extends AmendmentInput {
  id: number;
  isOpen: boolean;
  changes: ContentChange[];
}

/** The amendments of a plan, oldest first; of the open one, what has changed so far is not yet told. */
export async function amendmentsOf(db: Reader, planId: number): Promise<AmendmentInView[]> {
  const rows = await db
    .selectFrom('plan_amendment')
    .select(['id', 'number', 'issued_on as issuedOn', 'signer', 'summary', 'changes', 'closed_at'])
    .where('plan_id', '=', planId)
    .orderBy('issued_on')
    .orderBy('id')
    .execute();
  return rows.map(({ closed_at, changes, ...row }) => ({
    ...row,
    isOpen: closed_at === null,
    changes: (changes ?? []) as unknown as ContentChange[],
  }));
}
