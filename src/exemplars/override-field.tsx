import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { TextArea } from '../ui/field.tsx';
import type { Typed } from '../web/form.ts';
import { textIn } from './form-page-typed.ts';

/** Where one writes why a step goes on over rules that may be passed over; nothing when every rule holds. */
export const OverrideField = (props: { reasons: readonly Reason[]; typed: Typed; errors: FieldErrors }) =>
  props.reasons.length > 0 ? (
    <TextArea
      name="overrideReason"
      label="Vẫn thực hiện vì"
      hint="Lý do bỏ qua các điều kiện trên được lưu lại cùng tên bạn và hiện trong lịch sử hồ sơ."
      required
      value={textIn(props.typed, 'overrideReason')}
      error={props.errors.overrideReason}
    />
  ) : null;

/** A form sent without the reason that would pass over the rules is told at its field. */
export function withOverrideAsked(
  errors: FieldErrors,
  reasons: readonly Reason[],
  typed: Typed | null,
): FieldErrors {
  const overridable = reasons.length > 0 && reasons.every((reason) => reason.mayOverride);
  if (!typed || !overridable || typed.overrideReason || errors.overrideReason) return errors;
  return { ...errors, overrideReason: 'Hãy ghi vì sao vẫn thực hiện, hoặc làm cho đủ điều kiện trước.' };
}
