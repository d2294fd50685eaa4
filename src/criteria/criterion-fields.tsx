import { NumberField, RadioGroup, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import type { FieldOf } from '../web/field-of.ts';
import type { Grouping, PerOption } from './grouping.ts';
import { type CriterionKind, type Rule, VOTE_BASE_NAMES, VOTE_BASES } from './rule.ts';

/** What each kind is for, as one chooses it. */
export const KIND_HINTS: Record<CriterionKind, string> = {
  yes_no: 'Người đánh giá trả lời có, không, hoặc chưa rõ.',
  threshold: 'Một số liệu, so với mức ít nhất hoặc nhiều nhất; mức có thể khác theo nhóm chủ thể.',
  vote_percent: 'Số người tán thành trên số người dự họp, hoặc trên tổng số.',
  every_year: 'Từng năm của một khoảng thời gian đều phải đạt, ví dụ danh hiệu Gia đình văn hóa.',
  rank_in_locality: 'Đứng trong nhóm đầu của địa phương.',
  multiple_of_norm:
    'Số liệu so với định mức có ngày hiệu lực, ví dụ 1,5 lần mức thu nhập nông thôn mới của vùng.',
  points: 'Chấm từ 0 đến điểm tối đa; nằm trong một nhóm tính điểm.',
  points_sum:
    'Cộng điểm các tiêu chí bên trong, so với điểm chuẩn; điểm chuẩn có thể khác theo nhóm chủ thể.',
  any_of: 'Chỉ cần đạt một số trong các tiêu chí bên trong.',
  disqualifier: 'Nếu có thì bị loại, dù đạt các tiêu chí khác.',
};

interface FieldsProps {
  kind: CriterionKind;
  kept: Rule | null;
  field: FieldOf;
  groupings: readonly Grouping[];
  norms: readonly { key: string; name: string }[];
}

const UNKNOWN_HINT = 'Bỏ trống nếu chưa biết: khi đó kết quả là chưa rõ.';
const shown = (value: number | null | undefined) =>
  value === null || value === undefined ? null : formatNumber(value);

/** The fields that only criteria of this kind have. */
export function KindFields(props: FieldsProps) {
  const { kind, kept, field } = props;
  const figure = <Kind extends Rule['kind']>(wanted: Kind) =>
    kept?.kind === wanted ? (kept as Extract<Rule, { kind: Kind }>) : null;
  switch (kind) {
    case 'yes_no':
    case 'disqualifier':
      return null;
    case 'threshold':
      return <ThresholdFields {...props} rule={figure('threshold')} />;
    case 'vote_percent':
      return <VoteFields {...props} rule={figure('vote_percent')} />;
    case 'every_year':
      return <YearFields {...props} rule={figure('every_year')} />;
    case 'rank_in_locality':
      return (
        <NumberField
          {...field('rank', shown(figure('rank_in_locality')?.rank))}
          label="Trong nhóm mấy đầu"
          hint={`1: đứng đầu. ${UNKNOWN_HINT}`}
        />
      );
    case 'multiple_of_norm':
      return <MultipleFields {...props} rule={figure('multiple_of_norm')} />;
    case 'points':
      return (
        <NumberField
          {...field('atLeast', shown(figure('points')?.atLeast))}
          label="Điểm tối thiểu của riêng tiêu chí này"
          unit="điểm"
          hint="Dưới mức này thì cả nhóm không đạt; để trống nếu không có."
        />
      );
    case 'points_sum':
      return <SumFields {...props} rule={figure('points_sum')} />;
    case 'any_of':
      return (
        <NumberField
          {...field('n', shown(figure('any_of')?.n))}
          label="Cần đạt ít nhất mấy tiêu chí"
          hint={UNKNOWN_HINT}
        />
      );
  }
}

type Of<Kind extends Rule['kind']> = FieldsProps & { rule: Extract<Rule, { kind: Kind }> | null };

function ThresholdFields({ rule, field, groupings }: Of<'threshold'>) {
  return (
    <>
      <NumberField {...field('atLeast', shown(rule?.atLeast))} label="Ít nhất" hint={UNKNOWN_HINT} />
      <NumberField {...field('atMost', shown(rule?.atMost))} label="Nhiều nhất" />
      <TextField
        {...field('unit', rule?.unit)}
        label="Đơn vị tính"
        width="half"
        hint="Ví dụ: %, ha, triệu đồng"
      />
      <PerField {...{ field, groupings }} per={rule?.per} />
    </>
  );
}

function VoteFields({ rule, field }: Of<'vote_percent'>) {
  return (
    <>
      <NumberField
        {...field('atLeast', shown(rule?.atLeast))}
        label="Tỷ lệ ít nhất"
        unit="%"
        hint={UNKNOWN_HINT}
      />
      <RadioGroup
        {...field('of', rule?.of ?? 'present')}
        label="Tính trên"
        required
        options={VOTE_BASES.map((value) => ({ value, label: VOTE_BASE_NAMES[value] }))}
      />
    </>
  );
}

function YearFields({ rule, field }: Of<'every_year'>) {
  const year = (value: number | null | undefined) => (value ? String(value) : null);
  return (
    <>
      <TextField
        {...field('from', year(rule?.from))}
        label="Từ năm"
        width="short"
        inputmode="numeric"
        hint="Bỏ trống: từ năm đầu của kế hoạch."
      />
      <TextField
        {...field('to', year(rule?.to))}
        label="Đến năm"
        width="short"
        inputmode="numeric"
        hint="Bỏ trống: đến năm gần nhất đã hết."
      />
    </>
  );
}

function MultipleFields({ rule, field, norms }: Of<'multiple_of_norm'>) {
  return (
    <>
      <SelectField
        {...field('norm', rule?.norm)}
        label="Định mức"
        options={norms.map(({ key, name }) => ({ value: key, label: name }))}
        hint="Thêm ở trang Định mức, với ngày hiệu lực và nguồn; vùng của định mức trùng tên một nhóm của bộ này."
      />
      <NumberField
        {...field('factor', shown(rule?.factor))}
        label="Gấp ít nhất mấy lần"
        unit="lần"
        hint={UNKNOWN_HINT}
      />
    </>
  );
}

function SumFields({ rule, field, groupings }: Of<'points_sum'>) {
  return (
    <>
      <NumberField {...field('pass', shown(rule?.pass))} label="Điểm chuẩn" unit="điểm" hint={UNKNOWN_HINT} />
      <PerField {...{ field, groupings }} per={rule?.per} />
    </>
  );
}

/** Figures of single options, one a line; not shown for a set that has no groupings. */
function PerField({
  field,
  groupings,
  per,
}: Pick<FieldsProps, 'field' | 'groupings'> & { per: PerOption | undefined }) {
  if (groupings.length === 0) return null;
  const options = groupings.flatMap((grouping) => grouping.options);
  const nameOf = (key: string) => options.find((one) => one.key === key)?.name ?? key;
  const lines = Object.entries(per ?? {}).map(([key, value]) => `${nameOf(key)}: ${formatNumber(value)}`);
  return (
    <TextArea
      {...field('per', lines.join('\n'))}
      label="Mức riêng theo nhóm"
      rows={3}
      hint={`Mỗi dòng một nhóm, ví dụ: ${options[0]?.name ?? ''}: 90. Nhóm không ghi ở đây theo mức chung.`}
    />
  );
}
