import type { AuditKind } from '../audit/kinds.ts';
import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { UnitPlanInView } from './queries.ts';
import { type UnitPlanState, unitPlanWorkflow } from './workflow.ts';

interface Change {
  before?: AuditFields;
  after?: AuditFields;
  reason?: string | null;
}

/** Records a change of a unit plan, whose version was raised by it. Call it last. */
export const note = (
  tx: Tx,
  acting: Acting,
  plan: Pick<UnitPlanInView, 'id' | 'version' | 'officeId'>,
  kind: AuditKind,
  change: Change,
): Promise<void> =>
  record(tx, acting, {
    kind,
    thingId: plan.id,
    thingVersion: plan.version + 1,
    officeId: plan.officeId,
    ...change,
  });

/** The same for a step of its life. */
export const noteStep = (
  tx: Tx,
  acting: Acting,
  plan: UnitPlanInView,
  kind: AuditKind,
  to: UnitPlanState,
  more: { after?: AuditFields; reason?: string } = {},
): Promise<void> =>
  note(tx, acting, plan, kind, {
    before: { 'Trạng thái': unitPlanWorkflow.states[plan.state].name },
    after: { 'Trạng thái': unitPlanWorkflow.states[to].name, ...more.after },
    reason: more.reason ?? null,
  });
