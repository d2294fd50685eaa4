import { type ReturnReason, wrongReasons } from '../desks/rules.ts';
import type { Day } from '../platform/clock.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import type { Level } from './step-effect.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

interface TypedStep {
  action: ExemplarAction;
  reason: string | null;
  /** Of a return, whose reasons stand each at their part. */
  reasons: readonly ReturnReason[];
  overrideReason: string | null;
  level: Level | null;
  onDay: Day;
}

const MAX_REASON = 2_000;
const TOO_LONG = 'Lý do dài quá 2.000 ký tự; hãy viết gọn lại.';

/** What is wrong with what was typed for a step, by field; null when nothing is. */
export function stepInputErrors(step: TypedStep, lastStepOn: Day | null, today: Day): FieldErrors | null {
  const errors: FieldErrors = {};
  const { action, reason, overrideReason, level } = step;
  const returned = action === 'return';
  const wrong = returned ? wrongReasons(step.reasons) : null;
  if (wrong) errors.reasons = wrong;
  if (!returned && !reason && exemplarWorkflow.actions[action].reason === 'required')
    errors.reason = 'Hãy ghi lý do.';
  if (isTooLong(reason)) errors.reason = TOO_LONG;
  if (isTooLong(overrideReason)) errors.overrideReason = TOO_LONG;
  if (!level && LEVEL_NEEDED.has(action)) errors.level = 'Hãy chọn cấp.';
  const dayError = wrongDay(step.onDay, lastStepOn, today);
  if (dayError) errors.onDay = dayError;
  return Object.keys(errors).length > 0 ? errors : null;
}

const isTooLong = (text: string | null): boolean => (text?.length ?? 0) > MAX_REASON;

const LEVEL_NEEDED: ReadonlySet<ExemplarAction> = new Set(['recognise', 'honour']);

/** The life line runs forward: no decision of tomorrow, and none before the one it follows. */
function wrongDay(onDay: Day, lastStepOn: Day | null, today: Day): string | null {
  if (onDay > today) return `Ngày quyết định không được sau hôm nay (${formatDate(today)}).`;
  if (lastStepOn !== null && onDay < lastStepOn) {
    return `Ngày quyết định không được trước bước liền trước của hồ sơ (${formatDate(lastStepOn)}).`;
  }
  return null;
}
