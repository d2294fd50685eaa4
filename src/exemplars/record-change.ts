import type { AuditKind } from '../audit/kinds.ts';
import { type AuditEntry, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { ExemplarInView } from './queries.ts';

/** Records a change of what belongs to an exemplar, under its next version; the last thing of a `changing` work. */
export function recordChange(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  kind: AuditKind,
  told: Pick<AuditEntry, 'before' | 'after' | 'reason'>,
): Promise<void> {
  return record(tx, acting, {
    kind,
    thingId: exemplar.id,
    thingVersion: exemplar.version + 1,
    officeId: exemplar.officeId,
    ...told,
  });
}
