import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { refusalToEdit } from './refusal-to-edit.ts';
import type { PlanState } from './workflow.ts';

/** A plan as it is loaded to be changed. */
export interface StoredPlan {
  id: number;
  number: string;
  state: PlanState;
  version: number;
  issuerOfficeId: number | null;
  periodFrom: string;
  periodTo: string;
  issuedOn: string | null;
  hasOpenAmendment: boolean;
  /** The day of the paper by which it is being changed; null when there is none open. */
  amendedOn: string | null;
}

export interface PlanTarget {
  id: number;
  version: number | null;
}

/** Locks a plan and reads it afterwards; null when there is none. */
export async function storedPlan(tx: Tx, id: number): Promise<StoredPlan | null> {
  const row = await tx
    .selectFrom('plan as p')
    .select(['p.id', 'p.number', 'p.state', 'p.version', 'p.issuer_office_id as issuerOfficeId'])
    .select(['p.period_from as periodFrom', 'p.period_to as periodTo', 'p.issued_on as issuedOn'])
    .select((eb) =>
      eb
        .selectFrom('plan_amendment as a')
        .select('a.issued_on')
        .whereRef('a.plan_id', '=', 'p.id')
        .where('a.closed_at', 'is', null)
        .as('amendedOn'),
    )
    .where('p.id', '=', id)
    .forUpdate('p')
    .executeTakeFirst();
  return row ? { ...row, state: row.state as PlanState, hasOpenAmendment: row.amendedOn !== null } : null;
}

/** Loads a plan for update on the version that was seen; whether the actor may is asked by the work itself. */
export function withPlan<T>(
  acting: Acting,
  target: PlanTarget,
  work: (tx: Tx, plan: StoredPlan) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const plan = await storedPlan(tx, target.id);
    if (!plan) return notFound();
    if (target.version !== null && target.version !== plan.version) return stale(plan.version);
    return work(tx, plan);
  });
}

/** The same for a change of the content: refused where the plan may not be edited now. */
export function editingPlan<T>(
  acting: Acting,
  target: PlanTarget,
  work: (tx: Tx, plan: StoredPlan) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return withPlan(acting, target, async (tx, plan) => {
    const refusal = refusalToEdit(acting.actor, plan);
    return refusal ? refused(refusal) : work(tx, plan);
  });
}

/** Gives the plan its next version and records what was changed in it, last of all. */
export async function recordPlanChange(
  tx: Tx,
  acting: Acting,
  plan: StoredPlan,
  change: { before: AuditFields; after: AuditFields; reason?: string | null },
): Promise<void> {
  await nextPlanVersion(tx, plan);
  await record(tx, acting, {
    kind: 'plan.changed',
    thingId: plan.id,
    thingVersion: plan.version + 1,
    officeId: plan.issuerOfficeId,
    ...change,
  });
}

/** What is changed in a plan or beside it makes whatever was opened before stale. */
export const nextPlanVersion = (tx: Tx, plan: StoredPlan) =>
  tx
    .updateTable('plan')
    .set({ version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute();
