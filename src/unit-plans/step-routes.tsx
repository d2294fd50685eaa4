import type { Child } from 'hono/jsx';
import { ReturnFields, returnForm } from '../desks/return-form.tsx';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { STEP_PATHS } from './actions.tsx';
import { amendUnitPlan, dropAmendment } from './amend.ts';
import { approveUnitPlan } from './approve.ts';
import { reasonForm, stepForm } from './forms.ts';
import { whyNot } from './judge.ts';
import { judgingOf } from './judging.ts';
import { changeUnitPlan, withUnitPlan } from './on-plan.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';
import { returnParts, returnUnitPlan } from './return.ts';
import { submitUnitPlan } from './submit.ts';
import { type UnitPlanAction, unitPlanWorkflow } from './workflow.ts';

const pathOf = (action: UnitPlanAction): string => `/ke-hoach-don-vi/:id/${STEP_PATHS[action]}`;

export const stepRoutes: Route[] = [
  post(pathOf('submit'), 'signed_in', (visit) =>
    changeUnitPlan(visit, { schema: stepForm, command: submitUnitPlan, said: 'Đã gửi kế hoạch.' }),
  ),
  post(pathOf('approve'), 'signed_in', (visit) =>
    changeUnitPlan(visit, { schema: stepForm, command: approveUnitPlan, said: 'Đã duyệt kế hoạch.' }),
  ),
  get(pathOf('return'), 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => returnPage(visit, plan, FRESH)),
  ),
  post(pathOf('return'), 'signed_in', (visit) =>
    withUnitPlan(visit, async (plan) => {
      const asked = await partsOfPlan(visit.get('deps').db, plan.planId);
      return changeUnitPlan(visit, {
        schema: returnForm(returnParts(asked)),
        command: returnUnitPlan,
        said: 'Đã trả lại kế hoạch với các lý do.',
        again: (now, again) => returnPage(visit, now, again),
      });
    }),
  ),
  ...withReason('amend', 'Đã mở lần sửa đổi. Lần đã duyệt vẫn có hiệu lực.', amendUnitPlan),
  ...withReason('drop_amendment', 'Đã bỏ lần sửa đổi.', dropAmendment),
];

interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

const FRESH: Again = { errors: {}, reasons: [], typed: {} };

/** A step with a form that asks for nothing but the reason. */
function withReason(action: UnitPlanAction, said: string, command: typeof amendUnitPlan): Route[] {
  const page = (visit: Visit, plan: UnitPlanInView, again: Again) =>
    stepPage(
      visit,
      plan,
      action,
      again,
      <TextArea
        name="reason"
        label="Lý do"
        required
        rows={3}
        maxlength={1_000}
        value={typeof again.typed.reason === 'string' ? again.typed.reason : ''}
        error={again.errors.reason}
      />,
    );
  return [
    get(pathOf(action), 'signed_in', (visit) => withUnitPlan(visit, (plan) => page(visit, plan, FRESH))),
    post(pathOf(action), 'signed_in', (visit) =>
      changeUnitPlan(visit, {
        schema: reasonForm,
        command,
        said,
        again: (plan, again) => page(visit, plan, again),
      }),
    ),
  ];
}

async function returnPage(visit: Visit, plan: UnitPlanInView, again: Again): Promise<Response> {
  const asked = await partsOfPlan(visit.get('deps').db, plan.planId);
  return stepPage(
    visit,
    plan,
    'return',
    again,
    <>
      <p>
        Kế hoạch được trả lại một lần với đủ các lý do, mỗi lý do ở đúng phần của nó. Đánh dấu những mục cần
        bổ sung và ghi rõ cần bổ sung gì.
      </p>
      <ReturnFields parts={returnParts(asked)} typed={again.typed} errors={again.errors} />
      {again.errors.reasons ? <p class="field-error">{again.errors.reasons}</p> : null}
    </>,
  );
}

/** The form of a step, or why it cannot be taken now. */
async function stepPage(
  visit: Visit,
  plan: UnitPlanInView,
  action: UnitPlanAction,
  again: Again,
  fields: Child,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const { label } = unitPlanWorkflow.actions[action];
  const refused = whyNot(plan, action, await judgingOf(db, actorOf(visit), plan, clock.today()));
  const base = `/ke-hoach-don-vi/${plan.id}`;
  const wrong = Object.keys(again.errors).length + again.reasons.length + refused.length > 0;
  return officePage(visit, {
    title: label,
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title={label}
          kicker={plan.officeName}
          crumbs={[
            { label: `Kế hoạch ${plan.planNumber}`, href: `/ke-hoach/${plan.planId}` },
            { label: plan.officeName, href: base },
            { label },
          ]}
        />
        {refused.length > 0 ? (
          <RefusalList title="Chưa thực hiện được" reasons={refused}>
            <ButtonLink href={base}>Về kế hoạch</ButtonLink>
          </RefusalList>
        ) : (
          <form method="post" action={`${base}/${STEP_PATHS[action]}`} class="form">
            <ErrorSummary errors={again.errors} />
            <RefusalList title="Chưa thực hiện được" reasons={again.reasons} />
            <HiddenFields typed={again.typed} version={plan.version} />
            {fields}
            <ButtonRow>
              <Button kind={unitPlanWorkflow.actions[action].kind === 'danger' ? 'danger' : 'primary'}>
                {label}
              </Button>
              <ButtonLink kind="quiet" href={base}>
                Không thực hiện, quay lại
              </ButtonLink>
            </ButtonRow>
          </form>
        )}
      </>
    ),
  });
}
