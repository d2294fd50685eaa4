import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { changingTree, offsprings, type StoredOffice, storedOffice } from './changing-tree.ts';
import { refusalToEnd } from './rules.ts';
import { writtenDay } from './validity.ts';

/** Records that an office is no more after a day. Its records stay with it under its old name. */
export function endOffice(
  acting: Acting,
  input: { id: number; version: number; lastDay: Day; reason: string },
): Promise<Outcome<{ id: number }>> {
  return changingTree(acting, async (tx) => {
    const office = await storedOffice(tx, input.id);
    if (!office) return notFound();
    if (office.version !== input.version) return stale(office.version);
    const reasons = refusalToEnd(office, input.lastDay, await offsprings(tx, office.id));
    if (reasons.length > 0) return refused(...reasons);
    await writeEnd(tx, acting, office, input.lastDay, input.reason);
    return done({ id: office.id });
  });
}

/** Writes the last day of an office and records it; the rules have been asked before. */
export async function writeEnd(
  tx: Tx,
  acting: Acting,
  office: StoredOffice,
  lastDay: Day,
  reason: string | null,
): Promise<void> {
  await tx
    .updateTable('office')
    .set({ valid_to: lastDay, version: office.version + 1 })
    .where('id', '=', office.id)
    .execute();
  await record(tx, acting, {
    kind: 'office.ended',
    thingId: office.id,
    thingVersion: office.version + 1,
    officeId: office.id,
    before: { 'Hiệu lực đến': writtenDay(office.validTo) },
    after: { 'Hiệu lực đến': writtenDay(lastDay) },
    reason,
  });
}
