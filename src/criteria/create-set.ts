import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { CriterionKind } from './rule.ts';

export interface NewCriterion {
  name: string;
  kind: CriterionKind;
  /** As `ruleOf` reads them, e.g. `{"rank": 1}`. */
  params: Record<string, number | string>;
  mandatory: boolean;
  /** Empty: for every kind of subject of the set. */
  subjectKinds: SubjectKind[];
}

export interface NewCriteriaSet {
  name: string;
  legalBasis: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  subjectKinds: SubjectKind[];
  criteria: NewCriterion[];
}

const MOST_CRITERIA = 100;

/**
 * Writes a new criteria set with its criteria in their order. A set that assessments were made with never changes: another
 * edition is another set. Errors come back under the names of `NewCriteriaSet`, of a criterion under `criteria.<n>.<field>`.
 */
export function createCriteriaSet(acting: Acting, set: NewCriteriaSet): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesCriteria(acting.actor)) return refused(NOT_A_WRITER);
    const errors = setErrors(set);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const { id } = await tx
      .insertInto('criteria_set')
      .values({
        name: set.name,
        legal_basis: set.legalBasis,
        valid_from: set.validFrom,
        valid_to: set.validTo,
        subject_kinds: set.subjectKinds,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const rows = set.criteria.map((criterion, n) => ({
      set_id: id,
      ord: n + 1,
      name: criterion.name,
      kind: criterion.kind,
      params: JSON.stringify(criterion.params),
      mandatory: criterion.mandatory,
      subject_kinds: criterion.subjectKinds.length > 0 ? criterion.subjectKinds : null,
    }));
    await tx.insertInto('criterion').values(rows).execute();
    const after = { 'Bộ tiêu chí': set.name, 'Tiêu chí': set.criteria.map(({ name }) => name) };
    await record(tx, acting, { kind: 'criteria_set.created', thingId: id, after });
    return done({ id });
  });
}

/** Criteria are the standing body's, as plans are. */
const writesCriteria = ({ accountId, grants }: Actor): boolean =>
  accountId === null ||
  grants.some(({ role, reach }) => (role === 'standing' || role === 'admin') && reach === 'all');

const NOT_A_WRITER = {
  rule: 'wrong_role',
  sentence: 'Bộ tiêu chí do cơ quan thường trực (phạm vi toàn chương trình) hoặc quản trị viên lập.',
};

function setErrors(set: NewCriteriaSet): FieldErrors {
  const errors: FieldErrors = {};
  if (set.name.trim() === '' || set.name.length > 300)
    errors.name = 'Hãy ghi tên bộ tiêu chí, không quá 300 ký tự.';
  if (set.validFrom !== null && set.validTo !== null && set.validTo < set.validFrom) {
    errors.validTo = 'Ngày hết hiệu lực không được trước ngày có hiệu lực.';
  }
  if (set.subjectKinds.length === 0) errors.subjectKinds = 'Hãy chọn ít nhất một loại chủ thể.';
  if (set.criteria.length === 0) errors.criteria = 'Bộ tiêu chí phải có ít nhất một tiêu chí.';
  if (set.criteria.length > MOST_CRITERIA)
    errors.criteria = `Bộ tiêu chí không quá ${MOST_CRITERIA} tiêu chí.`;
  for (const [n, criterion] of set.criteria.entries()) {
    if (criterion.name.trim() === '' || criterion.name.length > 500) {
      errors[`criteria.${n}.name`] = 'Hãy ghi nội dung tiêu chí, không quá 500 ký tự.';
    }
    if (criterion.subjectKinds.some((kind) => !set.subjectKinds.includes(kind))) {
      errors[`criteria.${n}.subjectKinds`] = 'Tiêu chí chỉ áp dụng cho loại chủ thể mà bộ tiêu chí nhận.';
    }
  }
  return errors;
}
