import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { done, invalid, notFound, type Outcome, stale } from '../platform/outcome.ts';
import { changingTree, storedOffice } from './changing-tree.ts';
import { columnsOf, fieldsOf, judgeOffice, type OfficeInput } from './create-office.ts';

export interface OfficeChange extends OfficeInput {
  id: number;
  version: number;
}

/**
 * Changes what is written of an office. A new parent moves its whole branch; what happened on a day (a merger, a
 * new district) is a succession instead, which keeps the old office as it was.
 */
export function changeOffice(acting: Acting, change: OfficeChange): Promise<Outcome<{ id: number }>> {
  return changingTree(acting, async (tx) => {
    const office = await storedOffice(tx, change.id);
    if (!office) return notFound();
    if (office.version !== change.version) return stale(office.version);
    const { errors, parentName } = await judgeOffice(tx, change.id, change);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const parentBefore = office.parentId === null ? null : await storedOffice(tx, office.parentId);
    await tx
      .updateTable('office')
      .set({ ...columnsOf(change), version: office.version + 1 })
      .where('id', '=', change.id)
      .execute();
    await record(tx, acting, {
      kind: 'office.changed',
      thingId: change.id,
      thingVersion: office.version + 1,
      officeId: change.id,
      before: fieldsOf(office, parentBefore?.name ?? null),
      after: fieldsOf(change, parentName),
    });
    return done({ id: change.id });
  });
}
