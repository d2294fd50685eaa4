import type { Day } from '../platform/clock.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import type { Grouping } from './grouping.ts';
import { CRITERION_KIND_NAMES, isGroup, mayStandIn, type Rule } from './rule.ts';
import { isInTenths } from './tenths.ts';

/** What a set says of itself, beside its criteria. */
export interface SetFacts {
  name: string;
  legalBasis: string | null;
  source: string | null;
  note: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  subjectKinds: SubjectKind[];
  groupings: Grouping[];
}

export interface CriterionInput {
  name: string;
  rule: Rule;
  mandatory: boolean;
  /** Empty: for every kind of subject of the set. */
  subjectKinds: SubjectKind[];
  parentId: number | null;
  points: number | null;
  source: string | null;
  hint: string | null;
}

export const MOST_CRITERIA = 100;
export const MOST_GROUPINGS = 4;
export const MOST_OPTIONS = 12;
export const LONGEST_SET_NAME = 300;
export const LONGEST_CRITERION = 500;
export const MOST_POINTS = 10_000;

/** What is wrong with the facts of a set, by the names of `SetFacts`. */
export function factErrors(facts: SetFacts): FieldErrors {
  const errors: FieldErrors = {};
  if (facts.name.trim() === '' || facts.name.length > LONGEST_SET_NAME)
    errors.name = 'Hãy ghi tên bộ tiêu chí, không quá 300 ký tự.';
  if (facts.validFrom !== null && facts.validTo !== null && facts.validTo < facts.validFrom)
    errors.validTo = 'Ngày hết hiệu lực không được trước ngày có hiệu lực.';
  if (facts.subjectKinds.length === 0) errors.subjectKinds = 'Hãy chọn ít nhất một loại chủ thể.';
  const grouping = groupingError(facts.groupings);
  if (grouping) errors.groupings = grouping;
  return errors;
}

/** A figure of one option is found by the option's name alone, so no two groupings may share one. */
function groupingError(groupings: readonly Grouping[]): string | null {
  if (groupings.length > MOST_GROUPINGS) return `Nhiều nhất ${MOST_GROUPINGS} cách chia nhóm.`;
  const seen = new Set<string>();
  for (const { key, name, options } of groupings) {
    if (key === '' || options.some((option) => option.key === ''))
      return 'Tên của cách chia nhóm và của từng nhóm phải có chữ hoặc số.';
    if (options.length < 2)
      return `“${name}” cần ít nhất hai nhóm, ghi sau dấu hai chấm, cách nhau bằng dấu chấm phẩy.`;
    if (options.length > MOST_OPTIONS) return `“${name}” có nhiều quá ${MOST_OPTIONS} nhóm.`;
    for (const option of options) {
      if (seen.has(option.key)) return `Nhóm “${option.name}” ghi hai lần; mỗi nhóm cần một tên riêng.`;
      seen.add(option.key);
    }
  }
  return new Set(groupings.map(({ key }) => key)).size < groupings.length
    ? 'Hai cách chia nhóm trùng tên.'
    : null;
}

interface Surroundings {
  subjectKinds: readonly SubjectKind[];
  groupings: readonly Grouping[];
  /** The group that the criterion is to stand in; undefined: there is no such criterion in the set. */
  parent: { rule: Rule; parentId: number | null } | null | undefined;
  /** Has it criteria of its own already? */
  hasChildren: boolean;
}

/** What is wrong with a criterion in its set, by the names of the fields of its form. */
export function criterionErrors(input: CriterionInput, set: Surroundings): FieldErrors {
  const errors: FieldErrors = { ...figureErrors(input.rule) };
  const { rule, points, parentId } = input;
  if (input.name.trim() === '' || input.name.length > LONGEST_CRITERION)
    errors.name = 'Hãy ghi nội dung tiêu chí, không quá 500 ký tự.';
  if (input.subjectKinds.some((kind) => !set.subjectKinds.includes(kind) || !SUBJECT_KINDS.includes(kind)))
    errors.subjectKinds = 'Tiêu chí chỉ áp dụng cho loại chủ thể mà bộ tiêu chí nhận.';
  const place = placeError(input, set);
  if (place) errors.parentId = place;
  if (points !== null && (points <= 0 || points > MOST_POINTS || !isInTenths(points)))
    errors.points = 'Điểm tối đa phải lớn hơn 0, nhiều nhất 10.000, lẻ đến một phần mười.';
  const parentSums = set.parent?.rule.kind === 'points_sum';
  if (parentId !== null && parentSums && points === null)
    errors.points = 'Hãy ghi điểm tối đa: tiêu chí này nằm trong nhóm tính điểm.';
  if (points !== null && !parentSums) errors.points = 'Chỉ tiêu chí trong nhóm tính điểm mới có điểm.';
  if ('per' in rule && rule.per) {
    const known = new Set(set.groupings.flatMap(({ options }) => options.map(({ key }) => key)));
    const strange = Object.keys(rule.per).find((key) => !known.has(key));
    if (strange) errors.per = `Bộ tiêu chí không có nhóm “${strange}”.`;
  }
  return errors;
}

function placeError(
  { rule, parentId }: CriterionInput,
  { parent, hasChildren }: Surroundings,
): string | null {
  if (parentId === null)
    return rule.kind === 'points' ? 'Tiêu chí chấm điểm phải nằm trong một nhóm tính điểm.' : null;
  if (!parent || parent.parentId !== null || !isGroup(parent.rule.kind))
    return 'Hãy chọn một nhóm tiêu chí của bộ này.';
  if (hasChildren || !mayStandIn(parent.rule.kind, rule.kind))
    return `“${CRITERION_KIND_NAMES[rule.kind]}” không nằm trong nhóm “${CRITERION_KIND_NAMES[parent.rule.kind]}” được.`;
  return null;
}

/** Figures that can never be right, whatever the law says. */
function figureErrors(rule: Rule): FieldErrors {
  switch (rule.kind) {
    case 'threshold':
      return wrongIf(rule.atLeast !== null && rule.atMost !== null && rule.atMost < rule.atLeast, {
        atMost: 'Mức nhiều nhất không được nhỏ hơn mức ít nhất.',
      });
    case 'vote_percent':
      return wrongIf(rule.atLeast !== null && !isPercent(rule.atLeast), {
        atLeast: 'Tỷ lệ phải lớn hơn 0, nhiều nhất 100, lẻ đến một phần mười.',
      });
    case 'every_year':
      return wrongIf(!isSpan(rule), { to: 'Năm cuối không được trước năm đầu, và không quá 30 năm.' });
    case 'multiple_of_norm':
      return wrongIf(rule.factor !== null && rule.factor <= 0, { factor: 'Số lần phải lớn hơn 0.' });
    case 'points_sum':
      return wrongIf(![rule.pass, ...Object.values(rule.per ?? {})].every(isMark), {
        pass: 'Điểm chuẩn từ 0 đến 10.000, lẻ đến một phần mười.',
      });
    default:
      return {};
  }
}

const wrongIf = (wrong: boolean, errors: FieldErrors): FieldErrors => (wrong ? errors : {});
const isPercent = (percent: number): boolean => percent > 0 && percent <= 100 && isInTenths(percent);
const isMark = (mark: number | null): boolean =>
  mark === null || (mark >= 0 && mark <= MOST_POINTS && isInTenths(mark));
const MOST_YEARS = 30;
const isSpan = ({ from, to }: { from: number | null; to: number | null }): boolean =>
  from === null || to === null || (to >= from && to - from < MOST_YEARS);
