import type { Reason } from '../platform/outcome.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import type { Judgements } from '../workflow/table.ts';
import type { CriteriaSet, Criterion } from './queries.ts';
import { toTenths } from './tenths.ts';
import type { SetGuard } from './workflow.ts';

/** Another edition of the same set that is or was in use. */
export interface OtherEdition {
  id: number;
  edition: number;
  validFrom: string | null;
  validTo: string | null;
}

/** Judges every guard of the life of a set: null when it holds, else why not and what to do. */
export function judgeSetSteps(set: CriteriaSet, others: readonly OtherEdition[]): Judgements<SetGuard> {
  return {
    has_basis: unless(
      set.legalBasis !== null,
      'basis_missing',
      'Chưa ghi căn cứ pháp lý: hãy sửa bộ tiêu chí và ghi văn bản quy định.',
    ),
    has_day: unless(
      set.validFrom !== null,
      'day_missing',
      'Chưa ghi ngày bắt đầu áp dụng: hãy sửa bộ tiêu chí và ghi.',
    ),
    has_criteria: unless(
      set.criteria.some(({ mandatory, rule }) => mandatory || rule.kind === 'disqualifier'),
      'criteria_missing',
      'Chưa có tiêu chí bắt buộc hay điều kiện loại nào: hãy thêm tiêu chí.',
    ),
    groups_filled: judgeGroups(set.criteria),
    norms_named: judgeNorms(set.criteria),
    marks_in_reach: judgeMarks(set.criteria),
    alone_on_its_days: judgeDays(set, others),
  };
}

const unless = (holds: boolean, rule: string, sentence: string): Reason | null =>
  holds ? null : { rule, sentence };

const childrenOf = (criteria: readonly Criterion[], id: number): Criterion[] =>
  criteria.filter(({ parentId }) => parentId === id);

function judgeGroups(criteria: readonly Criterion[]): Reason | null {
  for (const { id, name, rule } of criteria) {
    if (rule.kind !== 'any_of' && rule.kind !== 'points_sum') continue;
    const children = childrenOf(criteria, id);
    if (children.length === 0)
      return {
        rule: 'group_empty',
        sentence: `Nhóm “${name}” chưa có tiêu chí nào: hãy thêm, hoặc bỏ nhóm.`,
      };
    if (rule.kind === 'any_of' && rule.n !== null && rule.n > children.length)
      return {
        rule: 'group_too_small',
        sentence: `Nhóm “${name}” cần đạt ít nhất ${formatNumber(rule.n)} nhưng chỉ có ${children.length} tiêu chí.`,
      };
    if (rule.kind === 'points_sum' && children.some(({ points }) => points === null))
      return {
        rule: 'points_missing',
        sentence: `Trong nhóm “${name}” còn tiêu chí chưa có điểm tối đa.`,
      };
  }
  return null;
}

function judgeNorms(criteria: readonly Criterion[]): Reason | null {
  const without = criteria.find(({ rule }) => rule.kind === 'multiple_of_norm' && rule.norm === null);
  if (!without) return null;
  return { rule: 'norm_missing', sentence: `Tiêu chí “${without.name}” chưa chọn định mức để so.` };
}

function judgeMarks(criteria: readonly Criterion[]): Reason | null {
  for (const { id, name, rule } of criteria) {
    if (rule.kind !== 'points_sum') continue;
    const most = childrenOf(criteria, id).reduce((sum, { points }) => sum + toTenths(points ?? 0), 0);
    const marks = [rule.pass, ...Object.values(rule.per ?? {})].flatMap((mark) => mark ?? []);
    const beyond = marks.find((mark) => toTenths(mark) > most);
    if (beyond !== undefined)
      return {
        rule: 'mark_out_of_reach',
        sentence: `Nhóm “${name}” có tổng ${formatNumber(most / 10)} điểm, không thể đạt điểm chuẩn ${formatNumber(beyond)}.`,
      };
  }
  return null;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
const from = (one: { validFrom: string | null }) => one.validFrom ?? FIRST_DAY;
const to = (one: { validTo: string | null }) => one.validTo ?? LAST_DAY;

const overlaps = (one: OtherEdition, set: CriteriaSet): boolean =>
  from(one) <= to(set) && from(set) <= to(one);

/** The edition before, whose last day becomes the day before the new one's first: it began earlier and ends no later. */
export const editionToEnd = (set: CriteriaSet, others: readonly OtherEdition[]): OtherEdition | null =>
  others.find((one) => overlaps(one, set) && from(one) < from(set) && to(one) <= to(set)) ?? null;

function judgeDays(set: CriteriaSet, others: readonly OtherEdition[]): Reason | null {
  // without a first day that is what is missing
  if (set.validFrom === null) return null;
  const ended = editionToEnd(set, others);
  const other = others.find((one) => overlaps(one, set) && one !== ended);
  if (!other) return null;
  const days = `từ ${other.validFrom ? formatDate(other.validFrom) : 'đầu'} đến ${other.validTo ? formatDate(other.validTo) : 'khi có lần mới'}`;
  return {
    rule: 'days_taken',
    sentence: `Lần ${other.edition} của bộ này áp dụng ${days}, trùng với những ngày của lần này: hãy sửa ngày áp dụng.`,
  };
}
