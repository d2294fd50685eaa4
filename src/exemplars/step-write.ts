import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { ExemplarInView } from './queries.ts';
import type { LifeFields } from './step-effect.ts';
import type { ExemplarAction } from './workflow.ts';

export interface StepWritten {
  action: ExemplarAction;
  after: LifeFields;
  onDay: Day;
  why: string | null;
  overrides: string[];
}

/** The exemplar as the step leaves it. */
export async function writeLife(tx: Tx, id: number, life: LifeFields): Promise<void> {
  await tx
    .updateTable('exemplar')
    .set({
      state: life.state,
      held_from: life.heldFrom,
      level: life.level,
      maturity: life.maturity,
      proposed_by: life.proposedBy,
      merged_into_id: life.mergedIntoId,
      last_reason: life.lastReason,
    })
    .where('id', '=', id)
    .execute();
}

/** The step itself, with its day. */
export async function writeStep(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  step: StepWritten,
): Promise<void> {
  await tx
    .insertInto('exemplar_step')
    .values({
      exemplar_id: exemplar.id,
      action: step.action,
      from_state: exemplar.state,
      to_state: step.after.state,
      on_day: step.onDay,
      at: acting.clock.now(),
      account_id: acting.actor.accountId,
      reason: step.why,
      overrides: step.overrides,
    })
    .execute();
}
