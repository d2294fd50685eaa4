import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { type Grouping, readGroupings } from './grouping.ts';
import { type CriterionKind, isGroup, type Rule, ruleOf } from './rule.ts';
import type { SetState } from './workflow.ts';

export interface CriteriaSet {
  id: number;
  version: number;
  name: string;
  legalBasis: string | null;
  source: string | null;
  note: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  state: SetState;
  endReason: string | null;
  /** Id of the first edition: the editions of one set have it in common. */
  chain: number;
  edition: number;
  groupings: Grouping[];
  subjectKinds: SubjectKind[];
  isSample: boolean;
  /** In their order, the criteria of a group right after it. */
  criteria: Criterion[];
}

export interface Criterion {
  id: number;
  parentId: number | null;
  name: string;
  rule: Rule;
  mandatory: boolean;
  points: number | null;
  source: string | null;
  hint: string | null;
  /** Null: for every kind of subject of the set. */
  subjectKinds: SubjectKind[] | null;
}

export async function findCriteriaSet(db: Reader, id: number): Promise<CriteriaSet | null> {
  const set = await db.selectFrom('criteria_set').selectAll().where('id', '=', id).executeTakeFirst();
  return set ? toSet(set, await selectCriteria(db).where('set_id', '=', id).execute()) : null;
}

/** The same for several sets at once, by id; two queries. */
export async function findCriteriaSets(
  db: Reader,
  ids: readonly number[],
): Promise<Map<number, CriteriaSet>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const sets = await db.selectFrom('criteria_set').selectAll().where('id', 'in', wanted).execute();
  const rows = await selectCriteria(db).where('set_id', 'in', wanted).execute();
  return new Map(sets.map((set) => [set.id, toSet(set, rows)]));
}

/**
 * The edition in force on a day of the set that `id` is an edition of; null when none is. No two editions that are in
 * use have a day in common, the database sees to it.
 */
export async function editionInForce(db: Reader, id: number, day: Day): Promise<number | null> {
  const row = await db
    .selectFrom('criteria_set as s')
    .innerJoin('criteria_set as named', 'named.chain', 's.chain')
    .select('s.id')
    .where('named.id', '=', id)
    .where('s.state', '<>', 'draft')
    .where(sql<boolean>`daterange(s.valid_from, s.valid_to, '[]') @> ${day}::date`)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The criteria that a kind of subject is held against; a criterion of a group is asked only where the group is. */
export function criteriaFor(set: Pick<CriteriaSet, 'criteria'>, kind: SubjectKind): Criterion[] {
  const asked = set.criteria.filter(({ subjectKinds }) => subjectKinds?.includes(kind) ?? true);
  const ids = new Set(asked.map(({ id }) => id));
  const inPlace = asked.filter(({ parentId }) => parentId === null || ids.has(parentId));
  // a group of which nothing is asked asks nothing
  const parents = new Set(inPlace.map(({ parentId }) => parentId));
  return inPlace.filter(({ id, rule }) => !isGroup(rule.kind) || parents.has(id));
}

/** Keys of the norms that criteria ask for. */
export const normKeysIn = (criteria: readonly { rule: Rule }[]): string[] => [
  ...new Set(
    criteria.flatMap(({ rule }) => (rule.kind === 'multiple_of_norm' && rule.norm ? [rule.norm] : [])),
  ),
];

const selectCriteria = (db: Reader) =>
  db.selectFrom('criterion').selectAll().orderBy('set_id').orderBy('ord');

interface SetRow {
  id: number;
  version: number;
  name: string;
  legal_basis: string | null;
  source: string | null;
  note: string | null;
  valid_from: string | null;
  valid_to: string | null;
  state: string;
  end_reason: string | null;
  first_id: number | null;
  edition: number;
  groupings: unknown;
  subject_kinds: string[];
  is_sample: boolean;
}
type CriterionRow = Awaited<ReturnType<ReturnType<typeof selectCriteria>['executeTakeFirstOrThrow']>>;

function toSet(set: SetRow, rows: readonly CriterionRow[]): CriteriaSet {
  const own = rows.filter((row) => row.set_id === set.id);
  const top = own.filter(({ parent_id: parent }) => parent === null);
  const inOrder = top.flatMap((row) => [row, ...own.filter(({ parent_id: parent }) => parent === row.id)]);
  return {
    id: set.id,
    version: set.version,
    name: set.name,
    legalBasis: set.legal_basis,
    source: set.source,
    note: set.note,
    validFrom: set.valid_from,
    validTo: set.valid_to,
    // the database's CHECK holds state and kind to their unions
    state: set.state as SetState,
    endReason: set.end_reason,
    chain: set.first_id ?? set.id,
    edition: set.edition,
    groupings: readGroupings(set.groupings),
    subjectKinds: set.subject_kinds as SubjectKind[],
    isSample: set.is_sample,
    criteria: inOrder.map(toCriterion),
  };
}

const toCriterion = (row: CriterionRow): Criterion => ({
  id: row.id,
  parentId: row.parent_id,
  name: row.name,
  rule: ruleOf(row.kind as CriterionKind, row.params),
  mandatory: row.mandatory,
  points: row.points,
  source: row.source,
  hint: row.hint,
  subjectKinds: row.subject_kinds as SubjectKind[] | null,
});
