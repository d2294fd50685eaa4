import { SIDE_NAMES } from '../desks/sides.ts';
import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { UnitPlanInView } from './queries.ts';
import { type UnitPlanAction, unitPlanWorkflow } from './workflow.ts';

/** Where each step is taken, below the page of the plan. */
export const STEP_PATHS: Record<UnitPlanAction, string> = {
  submit: 'gui',
  approve: 'duyet',
  return: 'tra-lai',
  amend: 'sua-doi',
  drop_amendment: 'bo-sua-doi',
};

/** Steps that are taken at once, without a form of their own. */
const AT_ONCE: readonly UnitPlanAction[] = ['submit', 'approve'];

export interface Offered {
  action: UnitPlanAction;
  /** Why it may not be taken now; empty when it may. */
  reasons: Reason[];
}

interface ActionsProps {
  plan: UnitPlanInView;
  offered: readonly Offered[];
  warnings: readonly string[];
}

/** The one place of the page where things can be done: what now, what not and why, and whose turn it is. */
export function ActionsPanel({ plan, offered, warnings }: ActionsProps) {
  const base = `/ke-hoach-don-vi/${plan.id}`;
  const writes = plan.mayWrite && (plan.state === 'draft' || plan.state === 'returned');
  const open = offered.filter(({ reasons }) => reasons.length === 0);
  const closed = offered.filter(({ reasons }) => reasons.length > 0);
  const submits = open.some(({ action }) => action === 'submit');
  return (
    <Section id="viec" title="Việc có thể làm">
      {submits ? warnings.map((sentence) => <Notice tone="info">{sentence}</Notice>) : null}
      <div class="button-row">
        {open.map(({ action }) => (
          <StepButton plan={plan} base={base} action={action} />
        ))}
        {writes ? (
          <ButtonLink href={`${base}/soan`} icon="edit" kind={submits ? 'secondary' : 'primary'}>
            Viết kế hoạch
          </ButtonLink>
        ) : null}
      </div>
      {closed.map(({ action, reasons }) => (
        <RefusalList
          title={`Chưa thể “${unitPlanWorkflow.actions[action].label}”`}
          reasons={reasons.map((reason) => ({ ...reason }))}
        >
          {writes && action === 'submit' ? <MissingLinks base={base} reasons={reasons} /> : null}
        </RefusalList>
      ))}
      <OthersSteps plan={plan} alone={offered.length === 0 && !writes} />
    </Section>
  );
}

function StepButton({ plan, base, action }: { plan: UnitPlanInView; base: string; action: UnitPlanAction }) {
  const { label, kind } = unitPlanWorkflow.actions[action];
  const path = `${base}/${STEP_PATHS[action]}`;
  if (!AT_ONCE.includes(action)) {
    return (
      <ButtonLink href={path} kind={kind}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action={path} class="inline-form">
      <HiddenFields version={plan.version} />
      <Button kind={kind}>{label}</Button>
    </form>
  );
}

/** Each part that is missing as a link to its place in the form. */
function MissingLinks({ base, reasons }: { base: string; reasons: readonly Reason[] }) {
  const missing = reasons.flatMap(({ rule, sentence }) => {
    const field = /^part_missing_(\w+)$/.exec(rule)?.[1];
    return field ? [{ field, sentence }] : [];
  });
  if (missing.length === 0) return null;
  return (
    <p>
      {missing.map(({ field, sentence }, n) => (
        <>
          {n > 0 ? ' · ' : null}
          <a href={`${base}/soan#f-${field}`}>
            {sentence.replace(/^Chưa viết phần /, 'Viết ').replace(/\.$/, '')}
          </a>
        </>
      ))}
    </p>
  );
}

/** What somebody else may do now. */
function OthersSteps({ plan, alone }: { plan: UnitPlanInView; alone: boolean }) {
  const steps = unitPlanWorkflow.steps.filter(
    (step) =>
      (step.from as readonly string[]).includes(plan.state) &&
      !step.who.some((side) => plan.sides.has(side)) &&
      (step.action !== 'drop_amendment' || plan.inForceSubmissionId !== null),
  );
  if (steps.length === 0) return null;
  const told = steps.map(
    ({ action, who }) =>
      `“${unitPlanWorkflow.actions[action].label}” do ${who.map((side) => SIDE_NAMES[side]).join(', ')} thực hiện`,
  );
  return (
    <p class="muted">
      {alone ? 'Ở trạng thái này tài khoản của bạn không có bước nào. ' : ''}
      {told.join('; ')}.
    </p>
  );
}
