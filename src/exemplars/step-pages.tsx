import { ReturnFields } from '../desks/return-form.tsx';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, SelectField, TextArea } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { textIn } from './form-page-typed.ts';
import type { OpenVoice } from './open-voices.ts';
import { OpenVoicesNotice } from './open-voices-view.tsx';
import { OverrideField } from './override-field.tsx';
import type { ExemplarInView } from './queries.ts';
import { RETURN_PARTS } from './return-parts.ts';
import { AssistedMark, ExemplarStateTag, SampleMark } from './show-marks.tsx';
import { LEVEL_NAMES, LEVELS } from './show-words.ts';
import { isHigher } from './step-effect.ts';
import { CONSEQUENCES, stepPath } from './step-pages-words.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

export interface StepPageProps {
  exemplar: ExemplarInView;
  action: Exclude<ExemplarAction, 'honour' | 'merge'>;
  /** What stands in the way now. */
  reasons: readonly Reason[];
  /** What the subject said and nobody has answered; read by whoever decides. */
  voices: readonly OpenVoice[];
  /** ISO. */
  today: string;
  errors: FieldErrors;
  typed: Typed;
}

/** One step of the life cycle: what will happen, what stands in the way, and the form. */
export function StepPage(props: StepPageProps) {
  const { exemplar, action, reasons } = props;
  const { label } = exemplarWorkflow.actions[action];
  const backTo = `/dien-hinh/${exemplar.id}`;
  const name = exemplar.subject.fullName;
  const possible = reasons.every((reason) => reason.mayOverride);
  return (
    <>
      <PageHead
        title={label}
        crumbs={[{ label: 'Điển hình', href: '/dien-hinh' }, { label: name, href: backTo }, { label }]}
        kicker={`${name}, ${exemplar.officeName}`}
        tag={
          <>
            <ExemplarStateTag state={exemplar.state} /> {'\u2003'}
            <SampleMark shown={exemplar.isSample} /> <AssistedMark shown={exemplar.assisted} />
          </>
        }
      />
      {possible ? <Notice tone="info">{CONSEQUENCES[action]}</Notice> : null}
      <OpenVoicesNotice exemplarId={exemplar.id} voices={props.voices} />
      <RefusalList title={possible ? 'Chưa đủ điều kiện' : `Chưa thể “${label}”`} reasons={reasons} />
      {possible ? <StepForm {...props} /> : null}
      {possible ? null : (
        <ButtonRow>
          <ButtonLink href={backTo}>Về hồ sơ</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

function StepForm(props: StepPageProps) {
  const { exemplar, action, reasons, errors, typed, today } = props;
  const { label, reason, kind } = exemplarWorkflow.actions[action];
  const text = (name: string) => textIn(typed, name);
  return (
    <form method="post" action={stepPath(exemplar.id, action)}>
      <ErrorSummary errors={errors} />
      <HiddenFields typed={typed} version={exemplar.version} />
      {action === 'recognise' ? <LevelField {...props} /> : null}
      {action === 'return' ? (
        <ReturnFields parts={RETURN_PARTS} typed={typed} errors={errors} />
      ) : reason === 'required' ? (
        <TextArea
          name="reason"
          label="Lý do"
          hint={REASON_HINTS[action]}
          required
          value={text('reason')}
          error={errors.reason}
        />
      ) : null}
      <OverrideField reasons={reasons} typed={typed} errors={errors} />
      <DateField
        name="onDay"
        label="Ngày quyết định"
        required
        value={text('onDay') ?? today}
        error={errors.onDay}
      />
      <ButtonRow>
        <Button kind={kind === 'danger' ? 'danger' : 'primary'}>{label}</Button>
        <ButtonLink href={`/dien-hinh/${exemplar.id}`} kind="quiet">
          Không, về hồ sơ
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

const REASON_HINTS: Partial<Record<ExemplarAction, string>> = {
  hold: 'Ví dụ: có đơn phản ánh ngày nào, cơ quan nào đang xác minh. Lý do chỉ hiện trong nội bộ.',
};

function LevelField({ exemplar, errors, typed }: StepPageProps) {
  const present = exemplar.state === 'recognised' ? exemplar.level : null;
  return (
    <SelectField
      name="level"
      label="Cấp công nhận"
      required
      width="half"
      value={textIn(typed, 'level') ?? ''}
      error={errors.level}
      hint={
        present
          ? `Đã công nhận ${LEVEL_NAMES[present].toLowerCase()}; chỉ công nhận ở cấp cao hơn.`
          : undefined
      }
      options={LEVELS.filter((level) => isHigher(level, present)).map((level) => ({
        value: level,
        label: LEVEL_NAMES[level],
      }))}
    />
  );
}
