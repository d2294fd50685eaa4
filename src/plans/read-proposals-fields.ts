import { CRITERION_KIND_NAMES, type CriterionKind } from '../criteria/rule.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { formatNumber } from '../ui/format.ts';
import { READ_KINDS } from './read-answers.ts';
import type { Found, FoundCriterion, FoundField, PlanReading } from './read-found.ts';
import { line, one, type Proposal, type ProposedInput, text } from './read-proposals.ts';
import type { OfficesOfDay } from './read-proposals-offices.ts';

const KINDS = SUBJECT_KINDS.map((value) => ({ value, label: SUBJECT_KIND_NAMES[value] }));
const QUOTAS = [
  { value: 'none', label: 'Không đặt chỉ tiêu' },
  { value: 'exactly', label: 'Đúng' },
  { value: 'at_least', label: 'Ít nhất' },
  { value: 'at_most', label: 'Nhiều nhất' },
];
/** What a sentence of a plan can ask by itself; groups and points are put together in the editor of criteria. */
const RULES = READ_KINDS.map((value) => ({ value, label: CRITERION_KIND_NAMES[value] }));

/** The fields with their conditions, and the conditions that hold for all. */
export function fieldProposals(reading: PlanReading, offices: OfficesOfDay): Proposal[] {
  return [
    ...reading.fields.flatMap((field, n) => [
      fieldProposal(field, `field-${n + 1}`, offices),
      ...field.value.criteria.map((criterion, at) =>
        criterionProposal(criterion, `field-${n + 1}-criterion-${at + 1}`, `field-${n + 1}`),
      ),
    ]),
    ...reading.generalCriteria.map((criterion, n) => criterionProposal(criterion, `general-${n + 1}`, null)),
  ];
}

function fieldProposal({ value, ...found }: Found<FoundField>, id: string, offices: OfficesOfDay): Proposal {
  const standing = value.lead ? null : offices.standingBody();
  const lead = offices.input('lead', 'Cơ quan chủ trì', value.lead ?? standing?.name ?? null);
  const { quota } = value;
  return one({
    id,
    group: 'fields',
    label: value.isPilot ? `Lĩnh vực điểm: ${value.name}` : `Lĩnh vực thành tích: ${value.name}`,
    ...found,
    inputs: [
      line('name', 'Tên lĩnh vực', value.name),
      standing ? { ...lead, value: String(standing.id) } : lead,
      ...(value.isPilot ? pilotInputs(value, offices) : []),
      kindsInput('kinds', 'Loại chủ thể', value.subjectKinds),
      ...(value.isPilot ? [kindsInput('counts', 'Loại chủ thể tính vào chỉ tiêu', quota.counts)] : []),
    ],
    note: notesOf(value, offices),
  });
}

function pilotInputs({ coordinating, quota }: FoundField, offices: OfficesOfDay): ProposedInput[] {
  const number = quota.number === null ? '' : formatNumber(quota.number);
  const each = quota.each
    ? [
        {
          ...offices.severalInput(
            'each',
            `Phân bổ cho mỗi đơn vị (“mỗi ${quota.each}”)`,
            `các ${quota.each}`,
          ),
        },
        { name: 'eachNumber', label: 'Số lượng cho mỗi đơn vị', value: number, input: 'number' as const },
      ]
    : [];
  return [
    line('coordinating', 'Cơ quan phối hợp (lời văn)', coordinating),
    offices.severalInput('with', 'Đơn vị phối hợp trong chương trình', coordinating),
    {
      name: 'quotaKind',
      label: 'Chỉ tiêu',
      value: quota.each ? 'none' : quota.kind,
      input: 'select',
      options: QUOTAS,
    },
    { name: 'quotaNumber', label: 'Số lượng', value: quota.each ? '' : number, input: 'number' },
    ...each,
  ];
}

const kindsInput = (name: string, label: string, kinds: readonly string[]): ProposedInput => ({
  name,
  label,
  value: kinds.join(','),
  input: 'kinds',
  options: KINDS,
});

function notesOf(value: FoundField, offices: OfficesOfDay): string | null {
  const notes = [
    value.isPilot
      ? offices.note(value.lead)
      : 'Văn bản không giao lĩnh vực này cho cơ quan nào; chương trình gợi ý cơ quan thường trực.',
    value.quota.percentOf ? `Chỉ tiêu “${value.quota.percentOf}” là tỷ lệ; hãy đổi ra số.` : null,
    value.quota.also
      ? `Văn bản còn ghi thêm “${value.quota.also}”; mỗi lĩnh vực chỉ có một chỉ tiêu, hãy cân nhắc lập lĩnh vực riêng.`
      : null,
    value.openToOthers ? 'Văn bản khuyến khích cả đơn vị không phải là điểm.' : null,
  ].filter((note) => note !== null);
  return notes.join(' ') || null;
}

function criterionProposal(
  { value, ...found }: Found<FoundCriterion>,
  id: string,
  under: string | null,
): Proposal {
  const norm = value.params.at_least ?? value.params.rank;
  return one({
    id,
    group: under ? 'fields' : 'general',
    label: `Tiêu chí: ${CRITERION_KIND_NAMES[value.kind as CriterionKind]}`,
    ...found,
    under,
    inputs: [
      text('name', 'Nội dung', value.name),
      { name: 'kind', label: 'Loại tiêu chí', value: value.kind, input: 'select', options: RULES },
      {
        name: 'norm',
        label: 'Định mức',
        value: typeof norm === 'number' ? formatNumber(norm) : '',
        input: 'number',
        hint: 'Ít nhất bao nhiêu; với thứ hạng: trong nhóm bao nhiêu đầu. Để trống nếu không có.',
      },
      line('unit', 'Đơn vị tính', typeof value.params.unit === 'string' ? value.params.unit : ''),
      kindsInput('kinds', 'Chỉ áp dụng cho', value.subjectKinds),
      { name: 'mandatory', label: 'Bắt buộc', value: value.mandatory ? '1' : '', input: 'tick' },
    ],
  });
}
