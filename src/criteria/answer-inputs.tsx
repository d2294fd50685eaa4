import { NumberField, RadioGroup, TextField } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import type { FieldOf } from '../web/field-of.ts';
import type { Answer, YearAnswer } from './answer.ts';
import { amongField, fieldOf, localityField, yearField } from './answer-typed.ts';
import type { AskedCriterion } from './asked.ts';
import { VOTE_BASE_NAMES, type VoteBase } from './rule.ts';

interface AnswerProps {
  criterion: AskedCriterion;
  kept: Answer | null;
  field: FieldOf;
}

/** The fields of one answer, by the kind of its criterion. */
export function AnswerField(props: AnswerProps & { unitOf: (norm: string | null) => string | null }) {
  const { rule } = props.criterion;
  switch (rule.kind) {
    case 'yes_no':
    case 'disqualifier':
      return <YesNoField {...props} />;
    case 'threshold':
      return <ValueField {...props} unit={rule.unit} />;
    case 'multiple_of_norm':
      return <ValueField {...props} unit={props.unitOf(rule.norm)} />;
    case 'vote_percent':
      return <VoteFields {...props} of={rule.of} />;
    case 'points':
      return <PointsField {...props} />;
    case 'every_year':
      return <YearFields {...props} />;
    case 'rank_in_locality':
      return <RankFields {...props} />;
    case 'points_sum':
    case 'any_of':
      return null;
  }
}

const choicesOf = (yes: string, no: string): { value: YearAnswer; label: string }[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
  { value: 'unknown', label: 'Chưa rõ' },
];

function YesNoField({ criterion, kept, field }: AnswerProps) {
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

const LEAVE_EMPTY = 'Bỏ trống nếu chưa rõ.';
const shown = (value: number | null | undefined) =>
  value === null || value === undefined ? null : formatNumber(value);

function ValueField({ criterion, kept, field, unit }: AnswerProps & { unit: string | null }) {
  const before = kept && 'value' in kept ? kept.value : null;
  return (
    <NumberField
      {...field(fieldOf(criterion), shown(before))}
      label="Số liệu"
      unit={unit ?? undefined}
      hint={LEAVE_EMPTY}
    />
  );
}

function PointsField({ criterion, kept, field }: AnswerProps) {
  const before = kept && 'points' in kept ? kept.points : null;
  return (
    <NumberField
      {...field(fieldOf(criterion), shown(before))}
      label="Số điểm"
      unit="điểm"
      hint={LEAVE_EMPTY}
    />
  );
}

function VoteFields({ criterion, kept, field, of }: AnswerProps & { of: VoteBase }) {
  const before = kept && 'agreed' in kept ? kept : null;
  const base = VOTE_BASE_NAMES[of];
  return (
    <>
      <NumberField
        {...field(fieldOf(criterion), shown(before?.agreed))}
        label="Số người tán thành"
        unit="người"
        hint={LEAVE_EMPTY}
      />
      <NumberField
        {...field(amongField(criterion), shown(before?.voters))}
        label={base.charAt(0).toUpperCase() + base.slice(1)}
        unit="người"
      />
    </>
  );
}

function YearFields({ criterion, kept, field }: AnswerProps) {
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

function RankFields({ criterion, kept, field }: AnswerProps) {
  const before = kept && 'rank' in kept ? kept : null;
  return (
    <>
      <NumberField
        {...field(fieldOf(criterion), shown(before?.rank))}
        label="Đứng thứ mấy"
        hint={LEAVE_EMPTY}
      />
      <NumberField {...field(amongField(criterion), shown(before?.among))} label="Trong tổng số bao nhiêu" />
      <TextField
        {...field(localityField(criterion), before?.locality ?? null)}
        label="Tại địa phương"
        hint="Ví dụ: xã Tiên Kiên, huyện Lâm Thao"
      />
    </>
  );
}
