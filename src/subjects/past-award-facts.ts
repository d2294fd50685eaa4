import type { AuditFields } from '../audit/record.ts';
import type { Day } from '../platform/clock.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';

/** How we know of an award: a paper was seen, somebody told it, or it came with a list. */
export const PAST_AWARD_SOURCES = ['paper', 'told', 'imported'] as const;
export type PastAwardSource = (typeof PAST_AWARD_SOURCES)[number];

export const PAST_AWARD_SOURCE_NAMES: Record<PastAwardSource, string> = {
  paper: 'Có quyết định, bằng',
  told: 'Nghe kể, tự khai',
  imported: 'Theo danh sách',
};

/** What is kept of an award that a subject has already; what is not known is null. */
export interface PastAward {
  /** Of the catalogue; null: in words. Exactly one of the two. */
  awardFormId: number | null;
  formWords: string | null;
  /** Of the decision. */
  number: string | null;
  decidedOn: Day | null;
  givenBy: string | null;
  /** For which it was given. */
  year: number | null;
  forWhat: string | null;
  source: PastAwardSource;
  /** Who has seen the paper or asked the giver. */
  confirmedBy: string | null;
}

/** Nothing from before is called an award of today; the database holds to it as well. */
export const EARLIEST_YEAR = 1930;

const yearOf = (day: Day): number => Number(day.slice(0, 4));

export function tidyPastAward(award: PastAward): PastAward {
  return {
    awardFormId: award.awardFormId,
    formWords: tidy(award.formWords),
    number: tidy(award.number),
    decidedOn: award.decidedOn,
    givenBy: tidy(award.givenBy),
    year: award.year,
    forWhat: tidy(award.forWhat),
    source: award.source,
    confirmedBy: tidy(award.confirmedBy),
  };
}

const tidy = (text: string | null): string | null =>
  text?.normalize('NFC').replace(/\s+/g, ' ').trim() || null;

/** What is wrong with a tidied award, by field. */
export function pastAwardErrors(award: PastAward, today: Day): FieldErrors {
  const errors: FieldErrors = {};
  const { awardFormId, formWords } = award;
  if (awardFormId === null && formWords === null) {
    errors.awardFormId = 'Hãy chọn hình thức trong danh mục, hoặc ghi bằng lời.';
  }
  if (awardFormId !== null && formWords !== null) {
    errors.formWords = 'Đã chọn hình thức trong danh mục: hãy để trống ô này.';
  }
  Object.assign(errors, timeErrors(award, today));
  for (const [field, most] of MOST_LETTERS) {
    if ((award[field]?.length ?? 0) > most)
      errors[field] = `Nội dung dài quá ${most} ký tự; hãy viết gọn lại.`;
  }
  return errors;
}

/** When it was given, and for which year. */
function timeErrors({ decidedOn, year }: PastAward, today: Day): FieldErrors {
  const errors: FieldErrors = {};
  if (decidedOn !== null && decidedOn > today) {
    errors.decidedOn = `Ngày quyết định không được sau hôm nay (${formatDate(today)}).`;
  }
  if (decidedOn !== null && yearOf(decidedOn) < EARLIEST_YEAR) {
    errors.decidedOn = `Ngày quyết định phải từ năm ${EARLIEST_YEAR}.`;
  }
  if (year === null) return errors;
  if (!Number.isInteger(year) || year < EARLIEST_YEAR || year > yearOf(today)) {
    errors.year = `Năm phải từ ${EARLIEST_YEAR} đến ${yearOf(today)}.`;
  } else if (decidedOn !== null && year > yearOf(decidedOn)) {
    errors.year = `Năm được khen không thể sau năm của quyết định (${yearOf(decidedOn)}).`;
  }
  return errors;
}

const MOST_LETTERS = [
  ['formWords', 200],
  ['number', 100],
  ['givenBy', 200],
  ['forWhat', 1_000],
  ['confirmedBy', 200],
] as const;

/** Its named fields, as the history tells them. */
export const pastAwardInWords = (award: PastAward, formName: string | null): AuditFields => ({
  'hình thức': formName ?? award.formWords,
  'số quyết định': award.number,
  ngày: award.decidedOn && formatDate(award.decidedOn),
  'cơ quan khen': award.givenBy,
  năm: award.year,
  'về việc': award.forWhat,
  nguồn: PAST_AWARD_SOURCE_NAMES[award.source],
  'người xác nhận': award.confirmedBy,
});

/** Is what somebody may have confirmed still the same? The source is about how we know, not about what was given. */
export const sameAward = (one: PastAward, other: PastAward): boolean =>
  CONFIRMABLE.every((field) => one[field] === other[field]);

const CONFIRMABLE = [
  'awardFormId',
  'formWords',
  'number',
  'decidedOn',
  'givenBy',
  'year',
  'forWhat',
] as const satisfies readonly (keyof PastAward)[];
