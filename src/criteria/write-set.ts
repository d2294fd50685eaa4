import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { isGroup, paramsOf } from './rule.ts';
import type { CriterionInput, SetFacts } from './set-input.ts';
import type { SetState } from './workflow.ts';

/** The rows of sets and criteria; whoever calls has asked why not. */

export const factColumns = (facts: SetFacts) => ({
  name: facts.name,
  legal_basis: facts.legalBasis,
  source: facts.source,
  note: facts.note,
  valid_from: facts.validFrom,
  valid_to: facts.validTo,
  subject_kinds: facts.subjectKinds,
  groupings: JSON.stringify(facts.groupings),
});

export async function insertSet(
  tx: Tx,
  facts: SetFacts,
  as: { state: SetState; firstId: number | null; edition: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('criteria_set')
    .values({ ...factColumns(facts), state: as.state, first_id: as.firstId, edition: as.edition })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export const criterionColumns = ({ rule, parentId, ...input }: CriterionInput) => ({
  name: input.name,
  kind: rule.kind,
  params: JSON.stringify(paramsOf(rule)),
  // what stands in a group counts by its group
  mandatory: parentId === null && (input.mandatory || rule.kind === 'disqualifier'),
  parent_id: parentId,
  points: input.points,
  source: input.source,
  hint: input.hint,
  subject_kinds: input.subjectKinds.length > 0 ? input.subjectKinds : null,
});

/** Criteria in their order, each by itself. */
export async function insertCriteria(
  tx: Tx,
  setId: number,
  criteria: readonly CriterionInput[],
): Promise<void> {
  const rows = criteria.map((one, n) => ({ ...criterionColumns(one), set_id: setId, ord: n + 1 }));
  if (rows.length > 0) await tx.insertInto('criterion').values(rows).execute();
}

/** A criterion to be copied, with the id that others name it by. */
export type CopiedCriterion = CriterionInput & { id: number };

/** Copies criteria with their groups into another edition. */
export async function copyCriteria(
  tx: Tx,
  setId: number,
  criteria: readonly CopiedCriterion[],
): Promise<void> {
  const ids = new Map<number, number>();
  const groupsFirst = criteria
    .map((one, n) => ({ one, ord: n + 1 }))
    .toSorted((a, b) => Number(isGroup(b.one.rule.kind)) - Number(isGroup(a.one.rule.kind)));
  for (const { one, ord } of groupsFirst) {
    const { id, ...criterion } = one;
    const parentId = criterion.parentId === null ? null : (ids.get(criterion.parentId) ?? null);
    const made = await tx
      .insertInto('criterion')
      .values({ ...criterionColumns({ ...criterion, parentId }), set_id: setId, ord })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(id, made.id);
  }
}

/** Numbers the criteria of a set anew in this order; in one statement, so that no two are ever seen in one place. */
export async function putInOrder(tx: Tx, setId: number, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE criterion c SET ord = place.ord
    FROM unnest(${sql.val([...ids])}::bigint[]) WITH ORDINALITY AS place (id, ord)
    WHERE c.id = place.id AND c.set_id = ${setId}`.execute(tx);
}
