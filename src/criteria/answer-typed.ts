import type { FieldErrors } from '../platform/outcome.ts';
import { formatNumber } from '../ui/format.ts';
import { parseVietnameseNumber } from '../web/form-fields.ts';
import { type Answer, UNANSWERED, YEAR_ANSWERS, type YearAnswer } from './answer.ts';
import type { AskedCriterion } from './asked.ts';
import type { Chosen, Grouping } from './grouping.ts';
import { isGroup, VOTE_BASE_NAMES, type VoteBase } from './rule.ts';
import { isInTenths } from './tenths.ts';

/** Field names of the answers: `c12` and, where one criterion takes several fields, `c12_nam_2016`, `c12_can_cu`. */
export const fieldOf = (criterion: { id: number }): string => `c${criterion.id}`;
export const yearField = (criterion: { id: number }, year: number): string =>
  `${fieldOf(criterion)}_nam_${year}`;
export const amongField = (criterion: { id: number }): string => `${fieldOf(criterion)}_tong`;
export const localityField = (criterion: { id: number }): string => `${fieldOf(criterion)}_noi`;
export const noteField = (criterion: { id: number }): string => `${fieldOf(criterion)}_can_cu`;
/** The option of a grouping. */
export const groupField = (grouping: { key: string }): string => `nhom_${grouping.key}`;

const LONGEST_NOTE = 500;
const LONGEST_PLACE = 200;
const MOST_PEOPLE = 10_000_000;

/** Fields as they were typed; what a field says twice is nobody's honest form and counts as not said. */
export type TypedFields = Readonly<Record<string, unknown>>;

export interface ReadAnswers {
  answers: Map<number, Answer>;
  errors: FieldErrors;
}

/**
 * Reads the answer to every criterion asked; what was left empty is unknown. A form made on other criteria names
 * them, so that they are not taken for these: they come back as answers too, for the command to refuse.
 */
export function readAnswers(criteria: readonly AskedCriterion[], typed: TypedFields): ReadAnswers {
  const errors: FieldErrors = {};
  const answers = new Map<number, Answer>(idsNamedIn(typed).map((id) => [id, UNANSWERED]));
  for (const criterion of criteria) {
    if (isGroup(criterion.rule.kind)) continue;
    const note = said(typed, noteField(criterion));
    if (note.length > LONGEST_NOTE)
      errors[noteField(criterion)] = 'Căn cứ dài quá 500 ký tự; hãy viết gọn lại.';
    const answer = readOne(criterion, typed, errors);
    answers.set(criterion.id, note ? { ...answer, note } : answer);
  }
  return { answers, errors };
}

/** The options that were chosen; what is not one of the set's options counts as not chosen. */
export function readGroups(groupings: readonly Grouping[], typed: TypedFields): Chosen {
  const chosen = groupings.flatMap((grouping): [string, string][] => {
    const option = grouping.options.find(({ key }) => key === said(typed, groupField(grouping)));
    return option ? [[grouping.key, option.key]] : [];
  });
  return Object.fromEntries(chosen);
}

function idsNamedIn(typed: TypedFields): number[] {
  return Object.keys(typed)
    .flatMap((name) => /^c(\d{1,15})(?:_|$)/.exec(name)?.[1] ?? [])
    .map(Number);
}

function readOne(criterion: AskedCriterion, typed: TypedFields, errors: FieldErrors): Answer {
  const { rule } = criterion;
  switch (rule.kind) {
    case 'yes_no':
    case 'disqualifier':
      return readYesNo(said(typed, fieldOf(criterion)));
    case 'threshold':
    case 'multiple_of_norm':
      return readValue(criterion, typed, errors);
    case 'vote_percent':
      return readVote(criterion, rule.of, typed, errors);
    case 'points':
      return readPoints(criterion, typed, errors);
    case 'every_year':
      return readYears(criterion, typed);
    case 'rank_in_locality':
      return readRank(criterion, typed, errors);
    case 'points_sum':
    case 'any_of':
      return UNANSWERED;
  }
}

const readYesNo = (text: string): Answer =>
  text === 'yes' || text === 'no' ? { yes: text === 'yes' } : UNANSWERED;

function readNumber(name: string, text: string, errors: FieldErrors): number | null {
  if (!text) return null;
  const value = parseVietnameseNumber(text);
  if (value === null) errors[name] = `“${text.slice(0, 30)}” không phải là số; hãy ghi như 1.234,5.`;
  return value;
}

function readValue(criterion: AskedCriterion, typed: TypedFields, errors: FieldErrors): Answer {
  const name = fieldOf(criterion);
  const value = readNumber(name, said(typed, name), errors);
  return value === null ? UNANSWERED : { value };
}

function readVote(criterion: AskedCriterion, of: VoteBase, typed: TypedFields, errors: FieldErrors): Answer {
  const [agreedAt, votersAt] = [fieldOf(criterion), amongField(criterion)];
  const agreed = readCount(agreedAt, said(typed, agreedAt), errors, 0);
  const voters = readCount(votersAt, said(typed, votersAt), errors);
  if (agreed === null && voters === null) return UNANSWERED;
  if (agreed === null) errors[agreedAt] ??= 'Hãy ghi số người tán thành, hoặc bỏ trống cả hai nếu chưa rõ.';
  else if (voters === null)
    errors[votersAt] ??= `Hãy ghi ${VOTE_BASE_NAMES[of]}, hoặc bỏ trống cả hai nếu chưa rõ.`;
  else if (agreed > voters)
    errors[agreedAt] =
      `Số người tán thành không được lớn hơn ${VOTE_BASE_NAMES[of]} (${formatNumber(voters)}).`;
  else return { agreed, voters };
  return UNANSWERED;
}

function readPoints(criterion: AskedCriterion, typed: TypedFields, errors: FieldErrors): Answer {
  const name = fieldOf(criterion);
  const points = readNumber(name, said(typed, name), errors);
  if (points === null) return UNANSWERED;
  const most = criterion.points ?? 0;
  if (points >= 0 && points <= most && isInTenths(points)) return { points };
  errors[name] = `Điểm phải từ 0 đến ${formatNumber(most)}, lẻ đến một phần mười.`;
  return UNANSWERED;
}

function readYears(criterion: AskedCriterion, typed: TypedFields): Answer {
  const years = criterion.years.map((year): [string, YearAnswer] => {
    const text = said(typed, yearField(criterion, year));
    return [String(year), YEAR_ANSWERS.find((one) => one === text) ?? 'unknown'];
  });
  return { years: Object.fromEntries(years) };
}

function readRank(criterion: AskedCriterion, typed: TypedFields, errors: FieldErrors): Answer {
  const count = (name: string) => readCount(name, said(typed, name), errors);
  const [rank, among] = [count(fieldOf(criterion)), count(amongField(criterion))];
  const locality = said(typed, localityField(criterion));
  if (rank === null) {
    if (among !== null) errors[fieldOf(criterion)] ??= 'Hãy ghi thứ hạng, hoặc bỏ trống tất cả nếu chưa rõ.';
    return UNANSWERED;
  }
  if (!locality) errors[localityField(criterion)] = 'Hãy ghi xếp hạng tại địa phương nào.';
  if (locality.length > LONGEST_PLACE) errors[localityField(criterion)] = 'Tên địa phương dài quá 200 ký tự.';
  if (among !== null && among < rank) {
    errors[amongField(criterion)] = `Tổng số không được nhỏ hơn thứ hạng (${formatNumber(rank)}).`;
  }
  return { rank, among, locality };
}

function readCount(name: string, text: string, errors: FieldErrors, least: 0 | 1 = 1): number | null {
  if (!text) return null;
  const number = parseVietnameseNumber(text);
  if (number !== null && Number.isInteger(number) && number >= least && number <= MOST_PEOPLE) return number;
  errors[name] = `“${text.slice(0, 30)}” không phải là số đếm; hãy ghi số nguyên từ ${least}.`;
  return null;
}

function said(typed: TypedFields, name: string): string {
  const text = typed[name];
  return typeof text === 'string' ? text.trim() : '';
}
