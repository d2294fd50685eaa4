import type { FieldErrors } from '../platform/outcome.ts';
import type { SubjectKind } from './kinds.ts';

/** What is kept of a subject: enough to know it again, and no more (no ID number). */
export interface SubjectFacts {
  kind: SubjectKind;
  fullName: string;
  /** Of a person, or of the head of a household. */
  birthYear: number | null;
  place: string | null;
  position: string | null;
  /** Who speaks for a collective or a household. */
  representative: string | null;
}

const EARLIEST_BIRTH = 1880;
const MAX_NAME = 200;

/**
 * One spelling of Unicode and of spaces; empty text is none. What is not seen (control characters, zero-width ones, marks
 * of writing direction) is taken out without a word: it comes with text copied from elsewhere and nobody could mend it.
 */
export function tidySubject(facts: SubjectFacts): SubjectFacts {
  return {
    kind: facts.kind,
    fullName: tidy(facts.fullName) ?? '',
    birthYear: facts.birthYear,
    place: tidy(facts.place),
    position: tidy(facts.position),
    representative: tidy(facts.representative),
  };
}

const tidy = (text: string | null): string | null => (text === null ? null : tidyName(text) || null);

/** Names and other short texts about subjects, for every writer of one; more than three marks on a letter are cut. */
export const tidyName = (text: string): string =>
  text
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .normalize('NFD')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim();

/** What is wrong with tidied facts, by their names. */
export function subjectErrors(facts: SubjectFacts, thisYear: number): FieldErrors {
  const errors: FieldErrors = {};
  if (facts.fullName === '') errors.fullName = 'Hãy ghi họ tên hoặc tên gọi.';
  else if (!/\p{L}/u.test(facts.fullName)) errors.fullName = 'Tên phải có chữ: hãy ghi họ tên hoặc tên gọi.';
  if (facts.fullName.length > MAX_NAME) errors.fullName = 'Tên dài quá 200 ký tự; hãy viết gọn lại.';
  const birthError = wrongBirthYear(facts, thisYear);
  if (birthError) errors.birthYear = birthError;
  return errors;
}

function wrongBirthYear({ kind, birthYear }: SubjectFacts, thisYear: number): string | null {
  if (birthYear === null) return null;
  if (kind === 'collective') return 'Tập thể không có năm sinh: hãy để trống.';
  const possible = Number.isInteger(birthYear) && birthYear >= EARLIEST_BIRTH && birthYear <= thisYear;
  return possible ? null : `Năm sinh phải từ ${EARLIEST_BIRTH} đến ${thisYear}.`;
}
