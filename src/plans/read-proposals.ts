import { spanInWords } from './pages-when.ts';
import type { PlanReading, Sureness } from './read-found.ts';
import { fieldProposals } from './read-proposals-fields.ts';
import { headProposals } from './read-proposals-head.ts';
import type { OfficesOfDay } from './read-proposals-offices.ts';
import type { Passage } from './read-source.ts';

export interface ProposedInput {
  /** Name within the proposal; the form's field is `<id>.<name>`. */
  name: string;
  label: string;
  value: string;
  input: 'line' | 'text' | 'date' | 'number' | 'select' | 'kinds' | 'tick';
  options?: readonly { value: string; label: string }[];
  hint?: string;
}

export const GROUPS = {
  head: 'Văn bản',
  basis: 'Căn cứ',
  stages: 'Giai đoạn, mốc thời gian',
  parts: 'Phần phải có trong kế hoạch của đơn vị',
  fields: 'Lĩnh vực và tiêu chí',
  general: 'Điều kiện chung của điển hình',
  other: 'Nội dung khác',
} as const;
export type Group = keyof typeof GROUPS;

/** One thing that was read, to be confirmed, changed or refused. */
export interface Proposal {
  id: string;
  group: Group;
  label: string;
  /** Null: it was not found; it may be typed. */
  passage: Passage | null;
  sure: Sureness;
  inputs: ProposedInput[];
  /** What a person should know before confirming it. */
  note: string | null;
  /** The proposal without which this one means nothing. */
  under: string | null;
}

/** Everything that a reading proposes, in the order of the review. */
export function proposalsOf(reading: PlanReading, offices: OfficesOfDay): Proposal[] {
  return [
    ...headProposals(reading, offices),
    ...basisProposals(reading),
    ...stageProposals(reading),
    ...reading.unitPlanParts.map(({ value, ...found }, n) =>
      one({
        id: `part-${n + 1}`,
        group: 'parts',
        label: `Phần ${n + 1}`,
        ...found,
        inputs: [line('value', 'Tên phần', value)],
      }),
    ),
    ...fieldProposals(reading, offices),
    ...otherProposals(reading),
  ];
}

export const one = (
  proposal: Omit<Proposal, 'note' | 'under'> & Partial<Pick<Proposal, 'note' | 'under'>>,
): Proposal => ({ note: null, under: null, ...proposal });

export const line = (name: string, label: string, value: string | null): ProposedInput => ({
  name,
  label,
  value: value ?? '',
  input: 'line',
});
export const text = (name: string, label: string, value: string | null): ProposedInput => ({
  name,
  label,
  value: value ?? '',
  input: 'text',
});
export const date = (name: string, label: string, value: string | null): ProposedInput => ({
  name,
  label,
  value: value ?? '',
  input: 'date',
});

function basisProposals(reading: PlanReading): Proposal[] {
  return reading.basis.map(({ value, ...found }, n) =>
    one({
      id: `basis-${n + 1}`,
      group: 'basis',
      label: `${value.kind} ${value.number}`.trim(),
      ...found,
      inputs: [
        text('about', 'Về việc', value.about),
        line('kind', 'Loại văn bản', value.kind),
        line('number', 'Số, ký hiệu', value.number),
        date('datedOn', 'Ngày', value.datedOn),
        line('issuer', 'Cơ quan ban hành', value.issuer),
      ],
      note: value.number ? null : 'Văn bản không ghi số, ký hiệu; hãy ghi thêm nếu lấy.',
    }),
  );
}

function stageProposals(reading: PlanReading): Proposal[] {
  return reading.stages.map(({ value, ...found }, n) =>
    one({
      id: `stage-${n + 1}`,
      group: 'stages',
      label: `${value.when}`,
      ...found,
      inputs: [
        line('name', 'Tên giai đoạn', value.name),
        {
          ...line('when', 'Thời gian', spanInWords(value)),
          hint: 'Ví dụ: Quý II/2016; Năm 2017–2019; 11/2020; 01/07/2027–31/10/2027',
        },
        line('who', 'Đơn vị thực hiện', value.who),
        { ...text('duties', 'Việc phải làm', value.duties.join('\n')), hint: 'Mỗi việc một dòng.' },
      ],
      note: 'Tên giai đoạn do chương trình gợi ý theo nội dung; văn bản không đặt tên.',
    }),
  );
}

function otherProposals({ movements, reportsTo, congress, fields }: PlanReading): Proposal[] {
  const kept = 'Nếu lấy, việc này được ghi vào danh sách phải xử lý trước khi đưa kế hoạch vào thực hiện.';
  return [
    ...movements.map(({ value, ...found }, n) =>
      one({
        id: `movement-${n + 1}`,
        group: 'other',
        label: 'Phong trào, cuộc vận động',
        ...found,
        inputs: [line('value', 'Tên', value)],
      }),
    ),
    ...(reportsTo
      ? [
          one({
            id: 'reports',
            group: 'other',
            label: 'Chế độ báo cáo',
            passage: reportsTo.passage,
            sure: reportsTo.sure,
            inputs: [line('to', 'Báo cáo gửi', reportsTo.value.to), line('via', 'Qua', reportsTo.value.via)],
            note: kept,
          }),
        ]
      : []),
    ...(congress
      ? [
          one({
            id: 'congress',
            group: 'other',
            label: 'Đại hội',
            passage: congress.passage,
            sure: congress.sure,
            inputs: [line('value', 'Tên', congress.value)],
            note: kept,
          }),
        ]
      : []),
    ...fields.flatMap(({ value, passage }, n) =>
      value.openToOthers
        ? [
            one({
              id: `open-${n + 1}`,
              group: 'other',
              label: 'Khuyến khích ngoài diện làm điểm',
              passage,
              sure: 'sure',
              inputs: [line('value', 'Lĩnh vực', value.name)],
              note: kept,
            }),
          ]
        : [],
    ),
  ];
}
