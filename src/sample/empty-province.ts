import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { loadCriteria, loadReference } from './catalogue-seeds.ts';

/** An installation that begins with nothing but its highest office and what every office needs. */
export async function emptyProvince(tx: Tx, acting: Acting, name: string): Promise<{ officeId: number }> {
  await loadReference(tx);
  await loadCriteria(tx, ['everywhere']);
  const { id } = await tx
    .insertInto('office')
    .values({ kind_id: 'province', name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(tx, acting, {
    kind: 'office.created',
    thingId: id,
    thingVersion: 1,
    officeId: id,
    after: { Tên: name },
  });
  return { officeId: id };
}
