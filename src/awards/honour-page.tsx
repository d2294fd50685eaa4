import type { OpenVoice } from '../exemplars/open-voices.ts';
import { OpenVoicesNotice } from '../exemplars/open-voices-view.tsx';
import { OverrideField } from '../exemplars/override-field.tsx';
import type { ExemplarInView } from '../exemplars/queries.ts';
import { ExemplarStateTag, SampleMark } from '../exemplars/show-marks.tsx';
import { LEVEL_NAMES, LEVELS } from '../exemplars/show-words.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, SelectField, TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { type AwardForm, validityInWords } from './award-form.ts';

export interface HonourPageProps {
  exemplar: ExemplarInView;
  /** What stands in the way now. */
  reasons: readonly Reason[];
  /** What the subject said and nobody has answered; read by whoever honours. */
  voices: readonly OpenVoice[];
  /** Forms that were in force on some day on which the honour can have been. */
  forms: readonly AwardForm[];
  /** ISO. */
  today: string;
  errors: FieldErrors;
  typed: Typed;
}

/** The honour: what will happen, what stands in the way, and the form. */
export function HonourPage(props: HonourPageProps) {
  const { exemplar, reasons } = props;
  const backTo = `/dien-hinh/${exemplar.id}`;
  const { fullName } = exemplar.subject;
  const possible = reasons.every((reason) => reason.mayOverride);
  return (
    <>
      <PageHead
        title="Tôn vinh"
        crumbs={[
          { label: 'Điển hình', href: '/dien-hinh' },
          { label: fullName, href: backTo },
          { label: 'Tôn vinh' },
        ]}
        kicker={`${fullName}, ${exemplar.officeName}`}
        tag={
          <>
            <ExemplarStateTag state={exemplar.state} /> {'\u2003'} <SampleMark shown={exemplar.isSample} />
          </>
        }
      />
      {possible ? (
        <Notice tone="info">
          Lần tôn vinh được ghi vào hồ sơ. Câu chuyện hiện trên cổng công khai khi điển hình đã đồng ý công
          bố; việc kiểm tra, giúp đỡ hằng năm vẫn tiếp tục.
        </Notice>
      ) : null}
      <OpenVoicesNotice exemplarId={exemplar.id} voices={props.voices} />
      <RefusalList title={possible ? 'Chưa đủ điều kiện' : 'Chưa thể “Tôn vinh”'} reasons={reasons} />
      {possible ? <HonourForm {...props} /> : <ButtonLink href={backTo}>Về hồ sơ</ButtonLink>}
    </>
  );
}

function HonourForm({ exemplar, reasons, forms, today, errors, typed }: HonourPageProps) {
  const field = (name: string, fresh: string | null = null) => ({
    name,
    value: typeof typed[name] === 'string' ? typed[name] : fresh,
    error: errors[name],
  });
  return (
    <form method="post" action={`/dien-hinh/${exemplar.id}/ton-vinh`}>
      <ErrorSummary errors={errors} />
      <HiddenFields typed={typed} version={exemplar.version} />
      <DateField {...field('onDay', today)} label="Ngày tôn vinh" required />
      <TextField
        {...field('occasion')}
        label="Dịp tôn vinh"
        hint="Ví dụ: Hội nghị biểu dương điển hình tiên tiến năm 2018"
        required
      />
      <SelectField
        {...field('level', exemplar.level)}
        label="Cấp tôn vinh"
        required
        width="half"
        options={LEVELS.map((level) => ({ value: level, label: LEVEL_NAMES[level] }))}
      />
      <SelectField
        {...field('awardFormId')}
        label="Hình thức khen thưởng"
        placeholder="Không kèm khen thưởng"
        groups={groupedByLaw(forms)}
      />
      <TextField {...field('paperNumber')} label="Số quyết định" hint="Ví dụ: 2345/QĐ-UBND" width="half" />
      <OverrideField reasons={reasons} typed={typed} errors={errors} />
      <ButtonRow>
        <Button kind="primary">Tôn vinh</Button>
        <ButtonLink href={`/dien-hinh/${exemplar.id}`} kind="quiet">
          Không, về hồ sơ
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

/** The same award stands in several laws: its law and time tell which is meant. */
function groupedByLaw(forms: readonly AwardForm[]) {
  return [...new Set(forms.map(lawInWords))].map((label) => ({
    label,
    options: forms
      .filter((form) => lawInWords(form) === label)
      .map((form) => ({ value: String(form.id), label: form.name })),
  }));
}

const lawInWords = (form: AwardForm): string =>
  [form.legalBasis ?? 'Căn cứ chưa rõ', validityInWords(form)].filter(Boolean).join(', ');
