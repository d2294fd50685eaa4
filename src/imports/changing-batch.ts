import type { Acting } from '../identity/actor.ts';
import { ROLE_NAMES } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { type Judgements, tryStep } from '../workflow/table.ts';
import { type Batch, batchForUpdate, rolesAt } from './batch.ts';
import type { ImportTarget } from './target.ts';
import { targetOf } from './targets.ts';
import { type ImportAction, type ImportGuard, type ImportState, importWorkflow } from './workflow.ts';

export interface StepInput {
  id: number;
  version: number | null;
}

export interface Stepping {
  batch: Batch;
  target: ImportTarget;
}

/** Every guard holds unless its command says why not. */
export const ALL_HOLDS: Judgements<ImportGuard> = { has_rows: null, still_so: null, untouched: null };

/**
 * One step of a list in one transaction: loads it for update within reach, refuses a stale form, asks the table. What
 * only the database can judge is asked by `judge`, after state and role are right.
 */
export function stepping<T>(
  acting: Acting,
  input: StepInput,
  action: ImportAction,
  work: (tx: Tx, found: Stepping) => Promise<Outcome<T>>,
  judge?: (tx: Tx, found: Stepping) => Promise<Reason[]>,
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const batch = await batchForUpdate(tx, acting.actor, input.id);
    const target = batch && targetOf(batch.target);
    if (!batch || !target) return notFound();
    if (input.version !== null && input.version !== batch.version) return stale(batch.version);
    const verdict = tryStep(importWorkflow, ROLE_NAMES, {
      state: batch.state,
      action,
      roles: rolesAt(acting.actor, batch.officePath),
      judgements: ALL_HOLDS,
      overrideReason: null,
    });
    if (!verdict.allowed) return refused(...verdict.reasons);
    const reasons = (await judge?.(tx, { batch, target })) ?? [];
    return reasons.length > 0 ? refused(...reasons) : work(tx, { batch, target });
  });
}

export interface Moved {
  state: ImportState;
  counts?: unknown;
  choices?: unknown;
  reason?: string;
}

/** Writes where a list is now. Its content goes as soon as nobody needs it. */
export async function moveBatch(tx: Tx, acting: Acting, { id, version }: Batch, to: Moved): Promise<void> {
  const open = to.state === 'read' || to.state === 'matched';
  await tx
    .updateTable('import_batch')
    .set({
      state: to.state,
      version: version + 1,
      moved_on: acting.clock.today(),
      updated_at: acting.clock.now(),
      ...(open ? {} : { content: null }),
      ...(to.counts === undefined ? {} : { counts: JSON.stringify(to.counts) }),
      ...(to.choices === undefined ? {} : { choices: JSON.stringify(to.choices) }),
      ...(to.reason === undefined ? {} : { reason: to.reason }),
    })
    .where('id', '=', id)
    .execute();
}
