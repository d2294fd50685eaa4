import type { Tx } from '../platform/db.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { readSeed, type Seed } from './seed-files.ts';

type PlanSeed = Seed<'phu-tho-2016/plan-1711.json'>;

export interface LoadedPlan {
  planId: number;
  /** Key of a field in the seed → its id. */
  fieldIds: ReadonlyMap<string, number>;
}

/** Loads Kế hoạch 1711/KH-UBND as a plan in force, with its stages, fields and criteria. */
export async function loadPlan(tx: Tx, offices: OfficeIds): Promise<LoadedPlan> {
  const plan = await readSeed('phu-tho-2016/plan-1711.json');
  const { id: planId } = await tx
    .insertInto('plan')
    .values({
      number: plan.number,
      kind: plan.kind,
      title: plan.title,
      issuer_name: plan.issuer,
      issuer_office_id: idOf(offices, plan.issuerOffice),
      signer: plan.signer,
      issued_on: plan.issuedOn,
      issued_at: plan.issuedAt,
      period_from: plan.periodFrom,
      period_to: plan.periodTo,
      state: 'in_force',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertText(tx, planId, plan);
  const sets = await insertCriteria(tx, plan);
  return { planId, fieldIds: await insertFields(tx, planId, plan, sets, offices) };
}

async function insertText(tx: Tx, planId: number, plan: PlanSeed): Promise<void> {
  const basis = plan.basis.map((one, n) => ({
    plan_id: planId,
    ord: n + 1,
    number: one.number,
    kind: one.kind,
    issuer: one.issuer,
    dated_on: one.datedOn,
    about: one.about,
  }));
  await tx.insertInto('plan_basis').values(basis).execute();
  const stages = plan.stages.map(({ from, to, ...stage }, n) => ({
    plan_id: planId,
    ord: n + 1,
    from_on: from,
    to_on: to,
    ...stage,
  }));
  await tx.insertInto('stage').values(stages).execute();
  const parts = plan.unitPlanParts.map((name, n) => ({
    plan_id: planId,
    ord: n + 1,
    name,
    hint: plan.unitPlanHints[n] ?? null,
  }));
  await tx.insertInto('unit_plan_part').values(parts).execute();
  const movements = plan.movements.map((name) => ({ plan_id: planId, name }));
  await tx.insertInto('movement').values(movements).execute();
}

async function insertCriteria(tx: Tx, plan: PlanSeed): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const set of plan.criteriaSets) {
    const { id } = await tx
      .insertInto('criteria_set')
      .values({
        name: set.name,
        legal_basis: set.legalBasis,
        valid_from: plan.issuedOn,
        valid_to: plan.periodTo,
        subject_kinds: set.subjectKinds,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const criteria = set.criteria.map((criterion, n) => ({
      set_id: id,
      ord: n + 1,
      name: criterion.name,
      kind: criterion.kind,
      params: JSON.stringify(criterion.params),
      mandatory: criterion.mandatory,
      subject_kinds: criterion.subjectKinds,
    }));
    await tx.insertInto('criterion').values(criteria).execute();
    ids.set(set.key, id);
  }
  return ids;
}

async function insertFields(
  tx: Tx,
  planId: number,
  plan: PlanSeed,
  sets: ReadonlyMap<string, number>,
  offices: OfficeIds,
): Promise<Map<string, number>> {
  const rows = plan.fields.map((field, n) => ({
    plan_id: planId,
    ord: n + 1,
    name: field.name,
    lead_office_id: idOf(offices, field.lead),
    coordinating: field.coordinating,
    quota_kind: field.quota?.kind ?? 'none',
    quota_number: field.quota?.number ?? null,
    quota_counts: field.quota?.counts ?? [],
    subject_kinds: field.subjectKinds,
    is_pilot: field.isPilot,
    criteria_set_id: sets.get(field.criteriaSet) ?? null,
  }));
  const inserted = await tx.insertInto('pilot_field').values(rows).returning('id').execute();
  await insertCoordination(tx, plan, inserted, offices);
  return new Map(plan.fields.map((field, n) => [field.key, inserted[n]?.id ?? 0]));
}

/** Both pilot fields are coordinated by the districts; the areas of merit name nobody. */
async function insertCoordination(
  tx: Tx,
  plan: PlanSeed,
  inserted: readonly { id: number }[],
  offices: OfficeIds,
): Promise<void> {
  const rows = plan.fields.flatMap(({ coordination }, n) =>
    coordination
      ? [
          {
            field_id: inserted[n]?.id ?? 0,
            ord: 1,
            kind_id: coordination.kind,
            below_id: idOf(offices, coordination.below),
          },
        ]
      : [],
  );
  if (rows.length > 0) await tx.insertInto('field_coordination').values(rows).execute();
}
