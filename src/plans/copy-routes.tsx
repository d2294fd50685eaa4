import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { optionalText, optionalYear } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { decide } from './copy-decide.ts';
import { decisionsOf } from './copy-decisions.ts';
import { CopyPage, DecisionsPage } from './copy-pages.tsx';
import { copyPlan, type DutyCopying } from './copy-plan.ts';
import { findPlan, type PlanInView } from './queries.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';

const copyForm = z.object({
  fromYear: optionalYear('năm bắt đầu', 1900, 2200).pipe(z.number('Hãy ghi năm bắt đầu.')),
});
const otherText = optionalText('nội dung', 2_000);

/** Copying a plan to a new period, and deciding what the program could not. */
export const copyRoutes = ({ copyDuties }: { copyDuties: DutyCopying }): Route[] => [
  get('/ke-hoach/:id/chep', 'signed_in', (visit) =>
    withPlan(visit, (plan) => showCopy(visit, plan, {}, [], {})),
  ),
  post('/ke-hoach/:id/chep', 'signed_in', (visit) =>
    withPlan(visit, (plan) => copy(visit, plan, copyDuties)),
  ),
  get('/ke-hoach/:id/chep/quyet-dinh', 'signed_in', (visit) =>
    withPlan(visit, (plan) => showDecisions(visit, plan, null, {}, [], {})),
  ),
  post('/ke-hoach/:id/chep/quyet-dinh/:decision', 'signed_in', (visit) =>
    withPlan(visit, (plan) => takeDecision(visit, plan, copyDuties)),
  ),
];

async function withPlan(visit: Visit, answer: (plan: PlanInView) => Promise<Response>): Promise<Response> {
  const id = idParam(visit);
  const plan = id === null ? null : await findPlan(visit.get('deps').db, id);
  return plan ? answer(plan) : notFoundPage(visit);
}

async function copy(visit: Visit, plan: PlanInView, duties: DutyCopying): Promise<Response> {
  const form = await readForm(visit, copyForm);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    showCopy(visit, plan, errors, reasons, form.typed);
  if (!form.ok) return again(form.errors, []);
  const outcome = await copyPlan(acting(visit, form.key), { id: plan.id, ...form.value }, duties);
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: `/ke-hoach/${plan.id}`, again });
  return redirectWith(
    visit,
    decisionsPath(outcome.value.planId),
    'Đã chép thành dự thảo; sau đây là những việc bạn phải quyết định.',
  );
}

export const decisionsPath = (planId: number): string => `/ke-hoach/${planId}/chep/quyet-dinh`;

async function showCopy(
  visit: Visit,
  plan: PlanInView,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const may = writesPlans(actorOf(visit));
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: 'Chép sang giai đoạn mới',
    status: wrong ? 422 : 200,
    children: (
      <CopyPage
        {...{ plan, may, errors, typed }}
        reasons={may ? reasons : [NOT_A_PLANNER]}
        suggested={Number(plan.periodTo.slice(0, 4)) + 1}
      />
    ),
  });
}

async function takeDecision(visit: Visit, plan: PlanInView, duties: DutyCopying): Promise<Response> {
  const decisionId = idParam(visit, 'decision');
  if (decisionId === null) return notFoundPage(visit);
  const form = await readForm(visit, z.object({ [`${decisionId}-other`]: otherText }));
  const choice = form.typed[`${decisionId}-choice`];
  const other = form.typed[`${decisionId}-other`];
  const typed = { ...form.typed, choice: choice ?? '', other: other ?? '' };
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    showDecisions(visit, plan, decisionId, errors, reasons, typed);
  if (!form.ok)
    return again(
      { other: form.errors[`${decisionId}-other`] ?? form.errors._ ?? 'Nội dung không hợp lệ.' },
      [],
    );
  const outcome = await decide(
    acting(visit, form.key),
    { planId: plan.id, decisionId, choice: asText(choice), other: asText(other) },
    duties,
  );
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: decisionsPath(plan.id), again });
  return redirectWith(visit, `${decisionsPath(plan.id)}#con-mo`, 'Đã ghi quyết định vào dự thảo.');
}

const asText = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

async function showDecisions(
  visit: Visit,
  plan: PlanInView,
  again: number | null,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const decisions = await decisionsOf(visit.get('deps').db, plan.id);
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: 'Việc phải quyết định',
    status: wrong ? 422 : 200,
    children: (
      <DecisionsPage
        {...{ plan, decisions, again, errors, reasons, typed }}
        may={writesPlans(actorOf(visit)) && plan.state === 'draft'}
      />
    ),
  });
}
