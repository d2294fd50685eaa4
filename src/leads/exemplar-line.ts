import type { AuditEntry } from '../audit/record.ts';
import { record } from '../audit/record.ts';
import { lockExemplars, nextVersion } from '../exemplars/changing.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';

/**
 * Writes one line into the history of an exemplar with a version of its own, as every line has: whoever decides on an
 * older form is told of it first. Called last, in the caller's command.
 */
export async function lineOfExemplar(
  tx: Tx,
  acting: Acting,
  id: number,
  entry: Pick<AuditEntry, 'kind' | 'after' | 'reason'>,
): Promise<void> {
  await lockExemplars(tx, [id]);
  await nextVersion(tx, acting, id);
  const { version, office_id } = await tx
    .selectFrom('exemplar')
    .select(['version', 'office_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await record(tx, acting, { ...entry, thingId: id, thingVersion: version, officeId: office_id });
}
