import type { z } from 'zod';
import type { NewCriterion } from '../criteria/create-set.ts';
import type { CriterionKind } from '../criteria/rule.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import type { Typed } from '../web/form.ts';
import {
  choice,
  choices,
  day,
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  optionalWholeNumber,
  text,
} from '../web/form-fields.ts';
import type { Basis, Stage } from './queries.ts';
import type { Proposal } from './read-proposals.ts';
import { parseSpan } from './stage-when.ts';

/** Name of the two boxes of a proposal: taken over or not. */
export const VERDICT = 'nhan';

export type Verdict = 'yes' | 'no' | null;

export const verdictOf = (typed: Typed, id: string): Verdict => {
  const answer = typed[`${id}.${VERDICT}`];
  return answer === 'yes' || answer === 'no' ? answer : null;
};

/** What was proposed and not yet answered; what stands below a refused one needs no answer. */
export function unanswered(proposals: readonly Proposal[], typed: Typed): Proposal[] {
  return proposals.filter(
    ({ id, passage, under }) =>
      passage !== null && verdictOf(typed, id) === null && !(under && verdictOf(typed, under) === 'no'),
  );
}

/** Reads the inputs of confirmed proposals; what is wrong is kept under the name of its field. */
export class Answers {
  readonly errors: FieldErrors = {};

  constructor(private readonly typed: Typed) {}

  taken = (id: string): boolean => verdictOf(this.typed, id) === 'yes';

  read<T>(id: string, name: string, schema: z.ZodType<T>): T | null {
    const parsed = schema.safeParse(this.typed[`${id}.${name}`]);
    if (parsed.success) return parsed.data;
    this.wrong(id, name, parsed.error.issues[0]?.message ?? 'Giá trị của mục này không hợp lệ.');
    return null;
  }

  wrong(id: string, name: string, sentence: string): void {
    this.errors[`${id}.${name}`] ??= sentence;
  }

  /** The text of a fact; null where it was not confirmed. */
  fact = (id: string, what: string, max: number): string | null =>
    this.taken(id) ? this.read(id, 'value', text(what, max)) : null;

  has = (id: string, name: string): boolean => this.typed[`${id}.${name}`] !== undefined;

  line = (id: string, name: string, what: string, max: number): string =>
    this.read(id, name, text(what, max)) ?? '';

  maybe = (id: string, name: string, what: string, max: number): string | null =>
    this.read(id, name, optionalText(what, max));

  day = (id: string, name: string, what: string): string | null => this.read(id, name, day(what));

  officeId = (id: string, name: string, what: string): number | null => this.read(id, name, optionalId(what));

  kinds = (id: string, name: string): SubjectKind[] =>
    this.read(id, name, choices('loại chủ thể', SUBJECT_KINDS)) ?? [];

  basis(id: string): Basis | null {
    const number = this.read(id, 'number', text('số, ký hiệu', 100));
    const kind = this.read(id, 'kind', text('loại văn bản', 100));
    const issuer = this.read(id, 'issuer', text('cơ quan ban hành', 300));
    const datedOn = this.read(id, 'datedOn', optionalDay('ngày'));
    const about = this.read(id, 'about', optionalText('trích yếu', 1_000));
    return number && kind && issuer ? { number, kind, issuer, datedOn, about } : null;
  }

  stage(id: string): Stage | null {
    const name = this.read(id, 'name', text('tên giai đoạn', 200));
    const when = this.read(id, 'when', text('thời gian', 100));
    const who = this.read(id, 'who', optionalText('đơn vị thực hiện', 500));
    const duties = (this.read(id, 'duties', optionalText('việc phải làm', 10_000)) ?? '')
      .split('\n')
      .map((duty) => duty.trim());
    const span = when ? parseSpan(when) : null;
    if (when && !span)
      this.wrong(
        id,
        'when',
        `Không đọc được “${when}”; hãy ghi như Quý II/2016, Năm 2017–2019 hoặc 11/2020.`,
      );
    return name && span ? { name, who, duties: duties.filter((duty) => duty !== ''), ...span } : null;
  }

  criterion(id: string): NewCriterion | null {
    const name = this.read(id, 'name', text('nội dung tiêu chí', 500));
    const kind = this.read(id, 'kind', choice('loại tiêu chí', READ_KINDS));
    const norm = this.read(id, 'norm', optionalNumber('định mức', 0, 1_000_000_000));
    const unit = this.read(id, 'unit', optionalText('đơn vị tính', 50));
    const mandatory = this.typed[`${id}.mandatory`] !== undefined;
    if (kind === 'rank_in_locality' && norm !== null && (norm < 1 || !Number.isInteger(norm))) {
      this.wrong(id, 'norm', 'Thứ hạng phải là số nguyên từ 1 trở lên.');
    }
    return name && kind
      ? { name, kind, params: paramsOf(kind, norm, unit), mandatory, subjectKinds: this.kinds(id, 'kinds') }
      : null;
  }

  quota(id: string) {
    const quotaKind =
      this.read(id, 'quotaKind', choice('cách tính chỉ tiêu', ['none', 'exactly', 'at_least', 'at_most'])) ??
      'none';
    return {
      quotaKind,
      quotaNumber: this.read(id, 'quotaNumber', optionalWholeNumber('số lượng', -1_000_000, 1_000_000)),
    };
  }

  eachNumber = (id: string): number | null =>
    this.read(id, 'eachNumber', optionalWholeNumber('số lượng cho mỗi đơn vị', 0, 100_000));
}

/** The kinds of criteria that are read from the text of a plan. */
export const READ_KINDS = [
  'yes_no',
  'threshold',
  'every_year',
  'rank_in_locality',
] as const satisfies readonly CriterionKind[];

function paramsOf(kind: CriterionKind, norm: number | null, unit: string | null): NewCriterion['params'] {
  if (norm === null) return {};
  if (kind === 'rank_in_locality') return { rank: norm };
  return kind === 'threshold' ? { at_least: norm, ...(unit ? { unit } : {}) } : {};
}
