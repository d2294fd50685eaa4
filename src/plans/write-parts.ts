import { sql } from 'kysely';
import type { Reader, Tx } from '../platform/db.ts';
import type { Allocation, DraftField, NamedOffices, PlanFacts } from './plan-draft.ts';
import type { Basis, Stage } from './queries.ts';

/** The columns of a plan that its facts fill. */
export const factColumns = (facts: PlanFacts) => ({
  number: facts.number,
  kind: facts.kind,
  title: facts.title,
  issuer_office_id: facts.issuerOfficeId,
  issuer_name: facts.issuerName,
  signer: facts.signer,
  issued_on: facts.issuedOn,
  issued_at: facts.issuedAt,
  period_from: facts.periodFrom,
  period_to: facts.periodTo,
  parent_plan_id: facts.parentPlanId,
});

/** Puts the documents that a plan rests on in the place of those before. */
export async function replaceBasis(tx: Tx, planId: number, basis: readonly Basis[]): Promise<void> {
  await tx.deleteFrom('plan_basis').where('plan_id', '=', planId).execute();
  if (basis.length === 0) return;
  const rows = basis.map(({ datedOn, ...one }, n) => ({
    plan_id: planId,
    ord: n + 1,
    dated_on: datedOn,
    ...one,
  }));
  await tx.insertInto('plan_basis').values(rows).execute();
}

export async function replaceStages(tx: Tx, planId: number, stages: readonly Stage[]): Promise<void> {
  await tx.deleteFrom('stage').where('plan_id', '=', planId).execute();
  if (stages.length === 0) return;
  const rows = stages.map(({ fromOn, toOn, ...stage }, n) => ({
    plan_id: planId,
    ord: n + 1,
    from_on: fromOn,
    to_on: toOn,
    ...stage,
  }));
  await tx.insertInto('stage').values(rows).execute();
}

/**
 * Names of the parts of a unit's plan, in order; a part that keeps its place keeps what offices wrote in it, and one that
 * keeps its name its guiding words.
 *
 * @param hintsFrom the plan whose guiding words are taken: another one where this plan is a copy
 */
export async function replaceUnitPlanParts(
  tx: Tx,
  planId: number,
  names: readonly string[],
  hintsFrom = planId,
): Promise<void> {
  const known = await tx
    .selectFrom('unit_plan_part')
    .select(['name', 'hint'])
    .where('plan_id', '=', hintsFrom)
    .execute();
  const hints = new Map(known.map(({ name, hint }) => [name, hint]));
  await tx
    .deleteFrom('unit_plan_part')
    .where('plan_id', '=', planId)
    .where('ord', '>', names.length)
    .execute();
  for (const [n, name] of names.entries()) {
    const part = { name, hint: hints.get(name) ?? null };
    await tx
      .insertInto('unit_plan_part')
      .values({ plan_id: planId, ord: n + 1, ...part })
      .onConflict((conflict) => conflict.columns(['plan_id', 'ord']).doUpdateSet(part))
      .execute();
  }
}

/** The parts of a unit's plan with their guiding words, in order. */
export const unitPlanPartsOf = (db: Reader, planId: number) =>
  db
    .selectFrom('unit_plan_part')
    .select(['ord', 'name', 'hint'])
    .where('plan_id', '=', planId)
    .orderBy('ord')
    .execute();

export async function writeUnitPlanHints(
  tx: Tx,
  planId: number,
  hints: ReadonlyMap<number, string | null>,
): Promise<void> {
  for (const [ord, hint] of hints) {
    await tx
      .updateTable('unit_plan_part')
      .set({ hint })
      .where('plan_id', '=', planId)
      .where('ord', '=', ord)
      .execute();
  }
}

export async function insertMovements(tx: Tx, planId: number, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await tx
    .insertInto('movement')
    .values(names.map((name) => ({ plan_id: planId, name })))
    .execute();
}

export const fieldColumns = (field: DraftField) => ({
  name: field.name,
  is_pilot: field.isPilot,
  lead_office_id: field.leadOfficeId,
  coordinating: field.coordinating,
  subject_kinds: field.subjectKinds,
  quota_kind: field.quotaKind,
  quota_number: field.quotaNumber,
  quota_counts: field.quotaCounts,
  criteria_set_id: field.criteriaSetId,
});

/** Adds a field behind the others; answers its id. */
export async function insertField(tx: Tx, planId: number, field: DraftField): Promise<number> {
  const { id } = await tx
    .insertInto('pilot_field')
    .values({
      plan_id: planId,
      ord: sql<number>`(SELECT coalesce(max(ord), 0) + 1 FROM pilot_field WHERE plan_id = ${planId})`,
      ...fieldColumns(field),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await replaceShares(tx, id, field);
  return id;
}

const namedColumns = (named: NamedOffices) => ({
  office_id: named.by === 'office' ? named.officeId : null,
  kind_id: named.by === 'kind' ? named.kindId : null,
  below_id: named.by === 'kind' ? named.belowId : null,
});

/** Puts who coordinates a field and who gets which share of its quota in the place of what was there. */
export async function replaceShares(
  tx: Tx,
  fieldId: number,
  { coordination, allocations }: Pick<DraftField, 'coordination' | 'allocations'>,
): Promise<void> {
  await tx.deleteFrom('field_coordination').where('field_id', '=', fieldId).execute();
  await tx.deleteFrom('quota_allocation').where('field_id', '=', fieldId).execute();
  if (coordination.length > 0) {
    const rows = coordination.map((one, n) => ({ field_id: fieldId, ord: n + 1, ...namedColumns(one) }));
    await tx.insertInto('field_coordination').values(rows).execute();
  }
  if (allocations.length > 0)
    await tx.insertInto('quota_allocation').values(allocations.map(share)).execute();
  function share({ to, number, percent }: Allocation, n: number) {
    return { field_id: fieldId, ord: n + 1, ...namedColumns(to), number, percent };
  }
}
