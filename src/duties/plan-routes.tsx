import { z } from 'zod';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { officeKinds } from '../offices/find.ts';
import { officesOn } from '../offices/tree.ts';
import type { Outcome } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { addDuty, changeDuty, removeDuty } from './commands.ts';
import { type DutyFormAgain, DutyFormPage } from './duty-form-page.tsx';
import { type DutyInView, dutiesOf, findDuty, type PlanOfDuties, planOfDuties } from './duty-queries.ts';
import { type DutyInput, dutyForm, dutyTyped } from './forms.ts';
import { PlanDutiesPage } from './plan-duties-page.tsx';
import { dutyCounts } from './plan-queries.ts';
import { refusalToKeepDuties } from './rules.ts';

const KEEPERS = ['standing', 'admin'] as const;
const LIST = '/ke-hoach/:id/nhiem-vu';
const FRESH: DutyFormAgain = { errors: {}, reasons: [], typed: {} };

export const planDutyRoutes: Route[] = [
  get(LIST, 'signed_in', (visit) => withPlan(visit, (plan) => listPage(visit, plan))),
  get(`${LIST}/moi`, KEEPERS, (visit) => withPlan(visit, (plan) => formPage(visit, plan, null, FRESH))),
  post(`${LIST}/moi`, KEEPERS, (visit) =>
    withPlan(visit, (plan) =>
      takeForm(visit, plan, null, (form, input) =>
        addDuty(acting(visit, form.key), { ...input, planId: plan.id }),
      ),
    ),
  ),
  get(`${LIST}/:duty`, KEEPERS, (visit) =>
    withDuty(visit, (plan, duty) => formPage(visit, plan, duty, FRESH)),
  ),
  post(`${LIST}/:duty`, KEEPERS, (visit) =>
    withDuty(visit, (plan, duty) =>
      takeForm(visit, plan, duty, (form, input) =>
        changeDuty(acting(visit, form.key), { ...input, id: duty.id, version: form.version }),
      ),
    ),
  ),
  post(`${LIST}/:duty/bo`, KEEPERS, (visit) =>
    withDuty(visit, async (plan, duty) => {
      const form = await readForm(visit, z.object({}));
      const outcome = await removeDuty(acting(visit, form.key), { id: duty.id, version: form.version });
      const backTo = `/ke-hoach/${plan.id}/nhiem-vu`;
      const thing = { kind: 'duty' as const, id: duty.id, version: form.version };
      if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo, thing, sent: form });
      const said = outcome.value.ended
        ? 'Nhiệm vụ kết thúc từ hôm nay; việc đã có vẫn ở trong sổ việc.'
        : 'Đã bỏ nhiệm vụ.';
      return redirectWith(visit, backTo, said);
    }),
  ),
];

async function withPlan(visit: Visit, answer: (plan: PlanOfDuties) => Promise<Response>): Promise<Response> {
  const id = idParam(visit);
  const plan = id === null ? null : await planOfDuties(visit.get('deps').db, id);
  return plan ? answer(plan) : notFoundPage(visit);
}

const withDuty = (
  visit: Visit,
  answer: (plan: PlanOfDuties, duty: DutyInView) => Promise<Response>,
): Promise<Response> =>
  withPlan(visit, async (plan) => {
    const id = idParam(visit, 'duty');
    const duty = id === null ? null : await findDuty(visit.get('deps').db, id);
    return duty?.planId === plan.id ? answer(plan, duty) : notFoundPage(visit);
  });

async function listPage(visit: Visit, plan: PlanOfDuties): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const [duties, counts, calendar] = await Promise.all([
    dutiesOf(db, plan.id),
    dutyCounts(db, plan.id, today),
    loadCalendar(db),
  ]);
  return officePage(visit, {
    title: `Nhiệm vụ, kế hoạch ${plan.number}`,
    children: (
      <PlanDutiesPage
        {...{ plan, duties, calendar, today }}
        counts={new Map(counts.map((count) => [count.dutyId, count]))}
        mayKeep={refusalToKeepDuties(actorOf(visit), plan) === null}
      />
    ),
  });
}

type SentDuty = { key: string | null; version: number | null };

async function takeForm(
  visit: Visit,
  plan: PlanOfDuties,
  duty: DutyInView | null,
  command: (form: SentDuty, input: DutyInput) => Promise<Outcome<{ id: number }>>,
): Promise<Response> {
  const form = await readForm(visit, dutyForm);
  const again = (errors: DutyFormAgain['errors'], reasons: DutyFormAgain['reasons']) =>
    formPage(visit, plan, duty, { errors, reasons, typed: form.typed });
  if (!form.ok) return again(form.errors, []);
  const typed = dutyTyped(form.value);
  if (!typed.ok) return again(typed.errors, []);
  const outcome = await command(form, typed.duty);
  const backTo = `/ke-hoach/${plan.id}/nhiem-vu`;
  if (outcome.ok) return redirectWith(visit, `${backTo}#nv-${outcome.value.id}`, 'Đã lưu nhiệm vụ.');
  const thing = duty ? { thing: { kind: 'duty' as const, id: duty.id, version: form.version } } : {};
  return answerRefusal(visit, outcome.refusal, { backTo, again, sent: form, ...thing });
}

async function formPage(
  visit: Visit,
  plan: PlanOfDuties,
  duty: DutyInView | null,
  again: DutyFormAgain,
): Promise<Response> {
  const { db } = visit.get('deps');
  // the offices of the first day of the duty: the form may not offer what it would refuse
  const day = duty?.fromOn ?? plan.periodFrom;
  const [offices, kinds, blocs, forms] = await Promise.all([
    officesOn(db, day),
    officeKinds(db),
    db.selectFrom('bloc').select(['id', 'name']).orderBy('name').execute(),
    db
      .selectFrom('report_form')
      .select(['key', 'name'])
      .where('is_current', '=', true)
      .orderBy('name')
      .execute(),
  ]);
  return officePage(visit, {
    title: duty ? 'Sửa nhiệm vụ' : 'Đặt nhiệm vụ',
    status: Object.keys(again.errors).length + again.reasons.length > 0 ? 422 : 200,
    children: <DutyFormPage plan={plan} duty={duty} choices={{ offices, kinds, blocs, forms }} {...again} />,
  });
}
