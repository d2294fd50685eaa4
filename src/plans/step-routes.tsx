import { z } from 'zod';
import { ROLE_NAMES } from '../identity/actor.ts';
import type { Reason } from '../platform/outcome.ts';
import { TextArea } from '../ui/field.tsx';
import { optionalText } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { actorOf } from '../web/visit.ts';
import { tryStep } from '../workflow/table.ts';
import { judgePlan } from './judge-plan.ts';
import { planFacts } from './plan-facts.ts';
import { type PlanForm, planFormRoutes } from './plan-form.tsx';
import { type AfterIssue, planRoles, stepPlan } from './step-plan.ts';
import { type PlanAction, planWorkflow } from './workflow.ts';

/** Address of each step below `/ke-hoach/:id/`. */
export const STEP_PATHS: Record<PlanAction, string> = {
  issue: 'ban-hanh',
  close: 'ket-thuc',
  reopen: 'mo-lai',
};

const LEADS: Record<PlanAction, string> = {
  issue:
    'Từ lúc này kế hoạch có hiệu lực trong hệ thống: các nhiệm vụ được giao cho từng đơn vị và chỉ sửa được bằng văn bản sửa đổi.',
  close: 'Kế hoạch đã kết thúc thì không sửa được nữa; hồ sơ và báo cáo vẫn xem được.',
  reopen: 'Kế hoạch trở lại trạng thái đang thực hiện.',
};

const SAID: Record<PlanAction, string> = {
  issue: 'Kế hoạch đã được đưa vào thực hiện, nhiệm vụ đã giao cho các đơn vị.',
  close: 'Đã kết thúc kế hoạch.',
  reopen: 'Đã mở lại kế hoạch.',
};

function stepForm(action: PlanAction, afterIssue: AfterIssue): PlanForm<{ reason: string | null }> {
  const { label, reason } = planWorkflow.actions[action];
  return {
    path: STEP_PATHS[action],
    title: label,
    button: label,
    lead: LEADS[action],
    said: SAID[action],
    schema: z.object({ reason: optionalText('lý do', 2_000) }),
    async whyNot(visit, plan): Promise<Reason[]> {
      const verdict = tryStep(planWorkflow, ROLE_NAMES, {
        state: plan.state,
        action,
        roles: planRoles(actorOf(visit)),
        judgements: judgePlan(await planFacts(visit.get('deps').db, plan.id)),
        overrideReason: null,
      });
      return verdict.allowed ? [] : verdict.reasons;
    },
    command: (acting, input) => stepPlan(acting, action, input, afterIssue),
    fields: (_visit, { field }) =>
      reason === 'required' ? (
        <TextArea {...field('reason')} label="Lý do" rows={3} required />
      ) : (
        <p>Hãy kiểm tra lại lần cuối trước khi đưa vào thực hiện.</p>
      ),
  };
}

export const stepRoutes = (afterIssue: AfterIssue): Route[] =>
  (Object.keys(STEP_PATHS) as PlanAction[]).flatMap((action) => planFormRoutes(stepForm(action, afterIssue)));
