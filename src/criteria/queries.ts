import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { type CriterionKind, type Rule, ruleOf } from './rule.ts';

export interface CriteriaSet {
  id: number;
  name: string;
  legalBasis: string | null;
  validFrom: string | null;
  validTo: string | null;
  subjectKinds: SubjectKind[];
  criteria: Criterion[];
}

export interface Criterion {
  id: number;
  name: string;
  rule: Rule;
  mandatory: boolean;
  /** Null: for every kind of subject of the set. */
  subjectKinds: SubjectKind[] | null;
}

/** Every criteria set with its criteria in their order, the newest set first. Public knowledge: no reach. */
export async function listCriteriaSets(db: Reader): Promise<CriteriaSet[]> {
  const sets = await selectSets(db).orderBy('valid_from', 'desc').orderBy('name').orderBy('id').execute();
  const criteria = await selectCriteria(db).execute();
  return sets.map((set) => toSet(set, criteria));
}

export async function findCriteriaSet(db: Reader, id: number): Promise<CriteriaSet | null> {
  const set = await selectSets(db).where('id', '=', id).executeTakeFirst();
  if (!set) return null;
  return toSet(set, await selectCriteria(db).where('set_id', '=', id).execute());
}

/** The criteria that a kind of subject is held against. */
export const criteriaFor = (set: CriteriaSet, kind: SubjectKind): Criterion[] =>
  set.criteria.filter((criterion) => criterion.subjectKinds?.includes(kind) ?? true);

const selectSets = (db: Reader) => db.selectFrom('criteria_set').selectAll();
const selectCriteria = (db: Reader) =>
  db.selectFrom('criterion').selectAll().orderBy('set_id').orderBy('ord');

type SetRow = Awaited<ReturnType<ReturnType<typeof selectSets>['executeTakeFirstOrThrow']>>;
type CriterionRow = Awaited<ReturnType<ReturnType<typeof selectCriteria>['executeTakeFirstOrThrow']>>;

function toSet(set: SetRow, rows: readonly CriterionRow[]): CriteriaSet {
  return {
    id: set.id,
    name: set.name,
    legalBasis: set.legal_basis,
    validFrom: set.valid_from,
    validTo: set.valid_to,
    subjectKinds: set.subject_kinds as SubjectKind[],
    criteria: rows.filter((row) => row.set_id === set.id).map(toCriterion),
  };
}

const toCriterion = (row: CriterionRow): Criterion => ({
  id: row.id,
  name: row.name,
  // the database's CHECK holds the kind to the union
  rule: ruleOf(row.kind as CriterionKind, row.params),
  mandatory: row.mandatory,
  subjectKinds: row.subject_kinds as SubjectKind[] | null,
});
