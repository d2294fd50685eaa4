import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup, TextField } from '../ui/field.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { OTHER } from './copy-choice.ts';
import type { PlanDecision } from './copy-decisions.ts';

/** What came back of a form that was wrong. */
export interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

const OTHER_WORDS = {
  office: { label: 'Đơn vị khác', field: 'Tên hoặc mã đơn vị' },
  number: { label: 'Số lượng khác', field: 'Số lượng mới' },
  text: { label: 'Ghi lại', field: 'Lời văn mới' },
} as const;

/** One open decision with its options, each its own form. */
export function OpenDecision({
  decision,
  may,
  errors,
  reasons,
  typed,
}: Again & { decision: PlanDecision; may: boolean }) {
  const { id, question, options, suggested, other, planId } = decision;
  const chosen = typed.choice;
  const written = typed.other;
  // what the program suggests stands first
  const sorted = [...options].sort(
    (one, two) => Number(two.value === suggested) - Number(one.value === suggested),
  );
  const choices = sorted.map(({ value, label }) => ({
    value,
    label,
    hint: value === suggested ? 'Chương trình gợi ý' : undefined,
  }));
  const all = other ? [...choices, { value: OTHER, label: OTHER_WORDS[other].label }] : choices;
  const at = `${id}-`;
  return (
    <article class="proposal" id={`viec-${id}`}>
      <h3 class="decision-question">{question}</h3>
      {may ? (
        <form method="post" class="stack" action={`/ke-hoach/${planId}/chep/quyet-dinh/${id}`}>
          <ErrorSummary errors={prefixed(errors, at)} />
          <RefusalList title="Chưa quyết định được" reasons={reasons} />
          <HiddenFields typed={typed} />
          <RadioGroup
            name={`${at}choice`}
            label="Quyết định"
            options={all}
            inline={all.length <= 3 && all.every(({ label }) => label.length < 40)}
            value={typeof chosen === 'string' ? chosen : null}
            error={errors.choice}
            required
          />
          {other ? (
            <TextField
              name={`${at}other`}
              label={OTHER_WORDS[other].field}
              hint={`Chỉ điền khi chọn “${OTHER_WORDS[other].label}”.`}
              value={typeof written === 'string' ? written : ''}
              error={errors.other}
            />
          ) : null}
          <p>
            <Button small>Quyết định</Button>
          </p>
        </form>
      ) : null}
    </article>
  );
}

const prefixed = (errors: FieldErrors, at: string): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [`${at}${name}`, sentence]));
