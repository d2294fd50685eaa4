import type { Actor } from '../identity/actor.ts';
import type { Reason } from '../platform/outcome.ts';
import type { PlanState } from './workflow.ts';

/** Who writes plans: the standing body of the whole programme, and its administrators. */
export const writesPlans = (actor: Actor): boolean =>
  actor.accountId === null ||
  actor.grants.some(({ role, reach }) => (role === 'standing' || role === 'admin') && reach === 'all');

export const NOT_A_PLANNER: Reason = {
  rule: 'wrong_role',
  sentence:
    'Kế hoạch do cơ quan thường trực (phạm vi toàn chương trình) hoặc quản trị viên soạn; tài khoản của bạn chỉ được xem.',
};

/** Why the actor may not change the content of a plan now; null when they may. */
export function refusalToEdit(
  actor: Actor,
  plan: { state: PlanState; number: string; hasOpenAmendment: boolean },
): Reason | null {
  if (!writesPlans(actor)) return NOT_A_PLANNER;
  if (plan.state === 'closed') {
    return {
      rule: 'plan_closed',
      sentence: 'Kế hoạch đã kết thúc nên không sửa được nữa; muốn sửa, hãy mở lại kế hoạch và ghi lý do.',
    };
  }
  if (plan.state === 'in_force' && !plan.hasOpenAmendment) {
    return {
      rule: 'needs_amendment',
      sentence: `Kế hoạch ${plan.number} đang thực hiện, chỉ sửa theo một văn bản sửa đổi có số và ngày; hãy mở văn bản sửa đổi trước.`,
    };
  }
  return null;
}
