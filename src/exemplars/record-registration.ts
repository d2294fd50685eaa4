import type { AuditFields } from '../audit/record.ts';
import type { Day } from '../platform/clock.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import type { SubjectFacts } from '../subjects/facts.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatDate } from '../ui/format.ts';
import { BREADTH_NAMES, ORIGIN_NAMES } from './show-words.ts';
import type { Breadth, Origin } from './step-effect.ts';

/** What is registered of an exemplar beside its subject; all but the origin may be missing while it is `found`. */
export interface Registration {
  /** May be left out where a field is chosen: the field knows its plan. */
  planId: number | null;
  fieldId: number | null;
  movementId: number | null;
  breadth: Breadth | null;
  title: string | null;
  statement: string | null;
  /** What is new or hard about it, and who takes an interest. */
  novelty?: string | null;
  interest?: string | null;
  origin: Origin;
  sources: readonly string[];
  sourceNote: string | null;
  fieldHint: string | null;
  foundOn: Day | null;
}

/** The columns of a registration; nothing else of the input gets through. */
export const registrationColumns = (registration: Registration) => ({
  plan_id: registration.planId,
  field_id: registration.fieldId,
  movement_id: registration.movementId,
  breadth: registration.breadth,
  title: registration.title,
  statement: registration.statement,
  novelty: registration.novelty ?? null,
  interest: registration.interest ?? null,
  origin: registration.origin,
  sources: [...registration.sources],
  source_note: registration.sourceNote,
  field_hint: registration.fieldHint,
  found_on: registration.foundOn,
});

/** Empty text is none; a source is named once. */
export function tidyRegistration(typed: Registration): Registration {
  const sources = typed.sources.map((source) => source.trim()).filter(Boolean);
  return {
    ...typed,
    title: tidy(typed.title),
    statement: tidy(typed.statement),
    novelty: tidy(typed.novelty ?? null),
    interest: tidy(typed.interest ?? null),
    sources: [...new Set(sources)],
    sourceNote: tidy(typed.sourceNote),
    fieldHint: tidy(typed.fieldHint),
  };
}

const tidy = (text: string | null): string | null => text?.normalize('NFC').trim() || null;

/**
 * @param firstStepOn the day of the first decision about the exemplar, if there is one
 */
export function foundDayErrors(foundOn: Day | null, today: Day, firstStepOn: Day | null): FieldErrors {
  if (foundOn === null) return {};
  if (foundOn > today) {
    return { foundOn: `Ngày phát hiện không được sau hôm nay (${formatDate(today)}).` };
  }
  if (firstStepOn !== null && foundOn > firstStepOn) {
    return { foundOn: `Ngày phát hiện không được sau bước đầu tiên của hồ sơ (${formatDate(firstStepOn)}).` };
  }
  return {};
}

/** The names behind the ids of a registration. */
export interface ChosenNames {
  planNumber: string | null;
  fieldName: string | null;
  movementName: string | null;
}

/** A registration in the words of the history. */
export const registrationInWords = (
  subject: SubjectFacts,
  registration: Omit<Registration, 'planId' | 'fieldId' | 'movementId'>,
  names: ChosenNames,
): AuditFields => ({
  ...subjectInWords(subject),
  'kế hoạch': names.planNumber,
  'lĩnh vực': names.fieldName,
  'phong trào': names.movementName,
  'toàn diện hay từng mặt': registration.breadth && BREADTH_NAMES[registration.breadth],
  'tiêu đề': registration.title,
  'tóm tắt thành tích': registration.statement,
  'điều mới, việc khó': registration.novelty ?? null,
  'ai quan tâm': registration.interest ?? null,
  'nguồn phát hiện': ORIGIN_NAMES[registration.origin],
  'nguồn tin': [...registration.sources],
  'ghi chú về nguồn tin': registration.sourceNote,
  'lĩnh vực theo nguồn tin': registration.fieldHint,
  'ngày phát hiện': registration.foundOn && formatDate(registration.foundOn),
});

export const subjectInWords = (subject: SubjectFacts): AuditFields => ({
  tên: subject.fullName,
  'loại chủ thể': SUBJECT_KIND_NAMES[subject.kind],
  'năm sinh': subject.birthYear,
  'nơi ở, địa chỉ': subject.place,
  'chức vụ, nghề nghiệp': subject.position,
  'người đại diện': subject.representative,
});
