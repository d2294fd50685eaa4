import { z } from 'zod';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import { formatDate } from '../ui/format.ts';
import type { Typed } from '../web/form.ts';
import {
  choice,
  id,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
} from '../web/form-fields.ts';
import type { ExemplarInView } from './queries.ts';
import { BREADTHS, ORIGINS } from './show-words.ts';

const MOST_SOURCES = 20;

/** One source a line; empty lines are none. */
const sources = z
  .string()
  .default('')
  .transform((typed) =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string().max(500, 'Mỗi nguồn tin dài không quá 500 ký tự.'))
      .max(MOST_SOURCES, `Ghi nhiều nhất ${MOST_SOURCES} nguồn tin.`),
  );

/** What is typed about an exemplar; all but kind, name and origin may wait while it is newly found. */
export const changeForm = z.object({
  kind: choice('loại điển hình', SUBJECT_KINDS),
  fullName: text('họ tên hoặc tên gọi', 200),
  birthYear: optionalWholeNumber('năm sinh', 1880, 2100),
  place: optionalText('nơi ở, địa chỉ', 300),
  position: optionalText('chức vụ, nghề nghiệp', 200),
  representative: optionalText('người đại diện', 200),
  fieldId: optionalId('lĩnh vực'),
  movementId: optionalId('phong trào thi đua'),
  breadth: optionalChoice('toàn diện hay từng mặt', BREADTHS),
  title: optionalText('tiêu đề', 300),
  statement: optionalText('tóm tắt thành tích', 10_000),
  novelty: optionalText('điều mới hoặc việc khó', 3_000),
  interest: optionalText('ai quan tâm', 3_000),
  origin: choice('nguồn phát hiện', ORIGINS),
  sources,
  sourceNote: optionalText('ghi chú về nguồn tin', 1_000),
  fieldHint: optionalText('lĩnh vực theo nguồn tin', 300),
  foundOn: optionalDay('ngày phát hiện'),
});

/** A new one also says where it lies, and whether it is somebody who is known already. */
export const recordForm = changeForm.extend({
  officeId: id('đơn vị'),
  subjectId: z
    .string()
    .default('')
    .refine((typed) => /^(moi|[1-9]\d{0,14})?$/.test(typed), 'Hãy chọn trong danh sách.'),
});

export type ChangeTyped = z.infer<typeof changeForm>;
export type RecordTyped = z.infer<typeof recordForm>;

/** What is registered, as the form would have had it typed. */
export function typedFrom(exemplar: ExemplarInView): Typed {
  const { subject } = exemplar;
  return {
    kind: subject.kind,
    fullName: subject.fullName,
    birthYear: subject.birthYear === null ? '' : String(subject.birthYear),
    place: subject.place ?? '',
    position: subject.position ?? '',
    representative: subject.representative ?? '',
    fieldId: idText(exemplar.fieldId),
    movementId: idText(exemplar.movementId),
    breadth: exemplar.breadth ?? '',
    title: exemplar.title ?? '',
    statement: exemplar.statement ?? '',
    novelty: exemplar.novelty ?? '',
    interest: exemplar.interest ?? '',
    origin: exemplar.origin,
    sources: exemplar.sources.join('\n'),
    sourceNote: exemplar.sourceNote ?? '',
    fieldHint: exemplar.fieldHint ?? '',
    foundOn: exemplar.foundOn ? formatDate(exemplar.foundOn) : '',
  };
}

const idText = (value: number | null): string => (value === null ? '' : String(value));

/** The typed facts as the commands take them. */
export function registrationIn(typed: ChangeTyped, planId: number | null) {
  const { kind, fullName, birthYear, place, position, representative, ...registration } = typed;
  return {
    subject: { kind, fullName, birthYear, place, position, representative },
    registration: { ...registration, planId },
  };
}

/** Which facts are asked of which kind of subject. */
export const ASKED_OF = {
  birthYear: ['individual', 'household'],
  position: ['individual', 'household'],
  representative: ['collective', 'household'],
} as const satisfies Record<string, readonly SubjectKind[]>;
