import { z } from 'zod';
import type { FieldErrors } from '../platform/outcome.ts';
import { CheckboxField, TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Typed } from '../web/form.ts';
import type { PaperReturn } from './returns.ts';
import type { ReturnReason } from './rules.ts';

/** A field or part of a paper that a reason may be tied to. */
export interface ReturnPart {
  field: string;
  label: string;
}

const tickOf = (field: string) => `tra_${field}`;
const wordsOf = (field: string) => `ly_do_${field}`;
const LONGEST_REASON = 2_000;

/** Reads the reasons of a return, each at its own part; at least one, and none without words. */
export function returnForm(parts: readonly ReturnPart[]) {
  return z.looseObject({}).transform((typed, context): { reasons: ReturnReason[] } => {
    const reasons: ReturnReason[] = [];
    for (const { field, label } of parts) {
      const ticked = typed[tickOf(field)] !== undefined;
      const words = typed[wordsOf(field)];
      const reason = typeof words === 'string' ? words.trim() : '';
      const wrong = wrongReason(label, ticked, reason);
      if (wrong) context.addIssue({ code: 'custom', path: [wordsOf(field)], message: wrong });
      if (reason) reasons.push({ field, label, reason });
    }
    if (reasons.length === 0 && context.issues.length === 0) {
      const message = 'Hãy ghi lý do ở ít nhất một mục cần bổ sung.';
      context.addIssue({ code: 'custom', path: [wordsOf(parts[0]?.field ?? '')], message });
    }
    return { reasons };
  });
}

function wrongReason(label: string, ticked: boolean, reason: string): string | null {
  if (ticked && !reason) return `Hãy ghi lý do cho mục “${label}”, hoặc bỏ đánh dấu.`;
  if (reason.length > LONGEST_REASON) return `Lý do ở mục “${label}” dài quá 2.000 ký tự; hãy viết gọn lại.`;
  return null;
}

interface ReturnFieldsProps {
  parts: readonly ReturnPart[];
  typed: Typed;
  errors: FieldErrors;
}

/** One box and one reason for each part: everything that is to be mended is said at once. */
export function ReturnFields({ parts, typed, errors }: ReturnFieldsProps) {
  return (
    <>
      <p>Đánh dấu từng mục cần bổ sung và ghi rõ cần bổ sung gì; mục để trống là đã đạt.</p>
      {parts.map(({ field, label }) => (
        <fieldset class="return-part">
          <legend class="visually-hidden">{label}</legend>
          <CheckboxField name={tickOf(field)} label={label} checked={typed[tickOf(field)] !== undefined} />
          <TextArea
            name={wordsOf(field)}
            label={`Cần bổ sung gì ở mục “${label}”`}
            rows={2}
            maxlength={LONGEST_REASON}
            value={textIn(typed, wordsOf(field))}
            error={errors[wordsOf(field)]}
          />
        </fieldset>
      ))}
    </>
  );
}

function textIn(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}

/** What the last return says, on top of the paper that came back. */
export function ReturnReasons({ returns }: { returns: readonly PaperReturn[] }) {
  const last = returns.at(-1);
  if (!last) return null;
  return (
    <Notice
      tone="warn"
      title={`${last.byOfficeName} trả lại ngày ${formatDate(last.returnedOn)}, cần bổ sung ${last.reasons.length} mục`}
    >
      <ul>
        {last.reasons.map(({ label, reason }) => (
          <li>
            <strong>{label}:</strong> {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The reason of the last return at one field or part; null when it was not returned for it. */
export const reasonFor = (returns: readonly PaperReturn[], field: string): string | null =>
  returns.at(-1)?.reasons.find((one) => one.field === field)?.reason ?? null;

/** The reason of the last return beside the field or part that it is about; nothing where there is none. */
export function ReturnMark({ returns, field }: { returns: readonly PaperReturn[]; field: string }) {
  const reason = reasonFor(returns, field);
  if (!reason) return null;
  return (
    <div class="return-mark">
      <Icon name="alert" />
      <p>
        <strong>Cần bổ sung:</strong> {reason}
      </p>
    </div>
  );
}
