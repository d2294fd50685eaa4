import type { AuditFields } from '../audit/record.ts';
import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { NOT_A_WRITER, writesCriteria } from './changing-set.ts';
import { type CriterionKind, type Params, ruleOf } from './rule.ts';
import { criterionErrors, factErrors, MOST_CRITERIA, type SetFacts } from './set-input.ts';
import { insertCriteria, insertSet } from './write-set.ts';

export interface NewCriterion {
  name: string;
  kind: CriterionKind;
  /** As `ruleOf` reads them, e.g. `{"rank": 1}`. */
  params: Params;
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
  /** Each by itself; groups are put together in the editor. */
  criteria: NewCriterion[];
}

/**
 * Writes a new criteria set with its criteria in their order, at once in use: what a plan that was read brings along. A
 * set in use never changes: another edition follows it. Errors come back under the names of `NewCriteriaSet`, of a
 * criterion under `criteria.<n>.<field>`.
 */
export function createCriteriaSet(acting: Acting, set: NewCriteriaSet): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesCriteria(acting.actor)) return refused(NOT_A_WRITER);
    const facts = { ...set, source: null, note: null, groupings: [] };
    const criteria = set.criteria.map(({ kind, params, ...criterion }) => ({
      ...criterion,
      rule: ruleOf(kind, params),
      parentId: null,
      points: null,
      source: null,
      hint: null,
    }));
    const errors: FieldErrors = { ...factErrors(facts), ...numberErrors(criteria.length) };
    for (const [n, criterion] of criteria.entries()) {
      const around = { ...facts, parent: null, hasChildren: false };
      for (const [name, sentence] of Object.entries(criterionErrors(criterion, around)))
        errors[`criteria.${n}.${name}`] = sentence;
    }
    if (Object.keys(errors).length > 0) return invalid(errors);
    const id = await insertSet(tx, facts, { state: 'in_use', firstId: null, edition: 1 });
    await insertCriteria(tx, id, criteria);
    const after = { 'Bộ tiêu chí': set.name, 'Tiêu chí': set.criteria.map(({ name }) => name) };
    await record(tx, acting, { kind: 'criteria_set.created', thingId: id, thingVersion: 1, after });
    return done({ id });
  });
}

function numberErrors(count: number): FieldErrors {
  if (count === 0) return { criteria: 'Bộ tiêu chí phải có ít nhất một tiêu chí.' };
  return count > MOST_CRITERIA ? { criteria: `Bộ tiêu chí không quá ${MOST_CRITERIA} tiêu chí.` } : {};
}

/** The facts of a set as the audit tells them. */
export const factsInWords = (facts: SetFacts): AuditFields => ({
  'Bộ tiêu chí': facts.name,
  'Căn cứ': facts.legalBasis,
  Nguồn: facts.source,
  'Ghi chú': facts.note,
  'Áp dụng từ': facts.validFrom,
  'Áp dụng đến': facts.validTo,
  'Loại chủ thể': facts.subjectKinds,
  'Cách chia nhóm': facts.groupings.map(
    ({ name, options }) => `${name}: ${options.map((option) => option.name).join('; ')}`,
  ),
});
