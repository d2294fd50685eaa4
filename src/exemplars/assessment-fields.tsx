import type { Answer, YearAnswer } from '../criteria/answer.ts';
import { ruleInWords } from '../criteria/rule.ts';
import { NumberField, RadioGroup, TextField } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import type { AskedCriterion } from './assessment-queries.ts';
import { amongField, fieldOf, localityField, noteField, yearField } from './assessment-typed.ts';
import type { Filled } from './work-form.tsx';

interface Props {
  criterion: AskedCriterion;
  number: number;
  /** The answer of the assessment before; null before the first. */
  kept: Answer | null;
  field: Filled['field'];
}

/** One criterion of the form: what is asked, and the fields of its answer. */
export function CriterionFields(props: Props) {
  const { criterion, number, kept, field } = props;
  return (
    <Section
      id={`tieu-chi-${criterion.id}`}
      title={`${number}. ${criterion.name}`}
      intro={
        <p>
          {criterion.mandatory ? 'Bắt buộc.' : 'Không bắt buộc.'}
          {criterion.rule.kind === 'yes_no' ? null : ` Yêu cầu: ${ruleInWords(criterion.rule)}.`}
        </p>
      }
    >
      <AnswerFields {...props} />
      <TextField
        {...field(noteField(criterion), kept?.note ?? null)}
        label="Căn cứ"
        hint="Dựa vào đâu: văn bản, sổ sách, ai xác nhận."
      />
    </Section>
  );
}

function AnswerFields(props: Props) {
  switch (props.criterion.rule.kind) {
    case 'yes_no':
      return <YesNoField {...props} />;
    case 'threshold':
      return <ValueField {...props} unit={props.criterion.rule.unit} />;
    case 'every_year':
      return <YearFields {...props} />;
    case 'rank_in_locality':
      return <RankFields {...props} />;
  }
}

const choicesOf = (yes: string, no: string): { value: YearAnswer; label: string }[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
  { value: 'unknown', label: 'Chưa rõ' },
];

function YesNoField({ criterion, kept, field }: Props) {
  const before = kept && 'yes' in kept ? (kept.yes ? 'yes' : 'no') : 'unknown';
  return (
    <RadioGroup
      {...field(fieldOf(criterion), before)}
      label="Kết quả xem xét"
      required
      inline
      options={choicesOf('Có', 'Không')}
    />
  );
}

function ValueField({ criterion, kept, field, unit }: Props & { unit: string | null }) {
  const before = kept && 'value' in kept ? formatNumber(kept.value) : null;
  return (
    <NumberField
      {...field(fieldOf(criterion), before)}
      label="Số liệu"
      unit={unit ?? undefined}
      hint="Bỏ trống nếu chưa rõ."
    />
  );
}

function YearFields({ criterion, kept, field }: Props) {
  if (criterion.years.length === 0) return <p class="muted">Chưa có năm nào để xét.</p>;
  const years = kept && 'years' in kept ? kept.years : {};
  return (
    <>
      {criterion.years.map((year) => (
        <RadioGroup
          {...field(yearField(criterion, year), years[year] ?? 'unknown')}
          label={`Năm ${year}`}
          required
          inline
          options={choicesOf('Đạt', 'Không đạt')}
        />
      ))}
    </>
  );
}

function RankFields({ criterion, kept, field }: Props) {
  const before = kept && 'rank' in kept ? kept : null;
  const count = (value: number | null | undefined) => (value ? formatNumber(value) : null);
  return (
    <>
      <NumberField
        {...field(fieldOf(criterion), count(before?.rank))}
        label="Đứng thứ mấy"
        hint="Bỏ trống nếu chưa rõ."
      />
      <NumberField {...field(amongField(criterion), count(before?.among))} label="Trong tổng số bao nhiêu" />
      <TextField
        {...field(localityField(criterion), before?.locality ?? null)}
        label="Tại địa phương"
        hint="Ví dụ: xã Tiên Kiên, huyện Lâm Thao"
      />
    </>
  );
}
