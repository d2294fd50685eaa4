import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { loadCriteria, loadReference } from './catalogue-seeds.ts';
import { idOf, loadOffices, type OfficeIds } from './load-offices.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import { loadPositions } from './load-positions.ts';

export interface LoadedPhuTho {
  /** The province. */
  officeId: number;
  offices: OfficeIds;
  plan: LoadedPlan;
}

/** Loads what Phú Thọ begins the plan with: its offices of all times, and Kế hoạch 1711/KH-UBND itself. */
export async function loadPhuTho(tx: Tx, acting: Acting): Promise<LoadedPhuTho> {
  await loadReference(tx);
  const offices = await loadOffices(tx, true);
  await loadPositions(tx, offices);
  const officeId = idOf(offices, '25');
  const plan = await loadPlan(tx, offices);
  // after the sets of the plan
  await loadCriteria(tx, ['everywhere', 'phu-tho']);
  await record(tx, acting, { kind: 'plan.created', thingId: plan.planId, thingVersion: 1, officeId });
  return { officeId, offices, plan };
}
