import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Allocation, DraftField, NamedOffices, PlanDraft } from './plan-draft.ts';
import { findPlan, type PlanField } from './queries.ts';

interface NamedRow {
  office_id: number | null;
  kind_id: string | null;
  below_id: number | null;
}

/** A whole plan as it is written, to be edited, checked or copied; null when there is none. A fixed number of queries. */
export async function loadDraft(db: Reader, planId: number): Promise<PlanDraft | null> {
  const plan = await findPlan(db, planId);
  if (!plan) return null;
  const facts = await db
    .selectFrom('plan')
    .select(['issuer_office_id', 'parent_plan_id', 'copied_from_id'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  const movements = await db
    .selectFrom('movement')
    .select('name')
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute();
  const { coordination, allocations } = await sharesOf(db, planId);
  return {
    number: plan.number,
    kind: plan.kind,
    title: plan.title,
    issuerOfficeId: facts.issuer_office_id,
    issuerName: plan.issuerName,
    signer: plan.signer,
    issuedOn: plan.issuedOn,
    issuedAt: plan.issuedAt,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    parentPlanId: facts.parent_plan_id,
    copiedFromId: facts.copied_from_id,
    basis: plan.basis,
    stages: plan.stages,
    unitPlanParts: plan.unitPlanParts,
    movements: movements.map(({ name }) => name),
    fields: plan.fields.map((field) =>
      draftField(field, coordination.get(field.id) ?? [], allocations.get(field.id) ?? []),
    ),
  };
}

function draftField(field: PlanField, coordination: NamedOffices[], allocations: Allocation[]): DraftField {
  return {
    name: field.name,
    isPilot: field.isPilot,
    leadOfficeId: field.leadOfficeId,
    coordinating: field.coordinating,
    coordination,
    subjectKinds: field.subjectKinds as SubjectKind[],
    quotaKind: field.quotaKind,
    quotaNumber: field.quotaNumber,
    quotaCounts: field.quotaCounts as SubjectKind[],
    criteriaSetId: field.criteriaSetId,
    allocations,
  };
}

/** Who coordinates and who gets which share, by id of the field; two queries. */
export async function sharesOf(db: Reader, planId: number) {
  const coordinating = await db
    .selectFrom('field_coordination as c')
    .innerJoin('pilot_field as f', 'f.id', 'c.field_id')
    .select(['c.field_id', 'c.office_id', 'c.kind_id', 'c.below_id'])
    .where('f.plan_id', '=', planId)
    .orderBy('c.ord')
    .execute();
  const allocated = await db
    .selectFrom('quota_allocation as q')
    .innerJoin('pilot_field as f', 'f.id', 'q.field_id')
    .select(['q.field_id', 'q.office_id', 'q.kind_id', 'q.below_id', 'q.number', 'q.percent'])
    .where('f.plan_id', '=', planId)
    .orderBy('q.ord')
    .execute();
  return {
    coordination: byField(coordinating, named),
    allocations: byField(allocated, (row) => ({ to: named(row), number: row.number, percent: row.percent })),
  };
}

function byField<Row extends { field_id: number }, T>(
  rows: readonly Row[],
  make: (row: Row) => T,
): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const row of rows) found.set(row.field_id, [...(found.get(row.field_id) ?? []), make(row)]);
  return found;
}

/** The schema lets a row name either one office, or a kind below one. */
function named({ office_id, kind_id, below_id }: NamedRow): NamedOffices {
  return kind_id !== null && below_id !== null
    ? { by: 'kind', kindId: kind_id, belowId: below_id }
    : { by: 'office', officeId: office_id ?? 0 };
}
