import type { Clock } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { AUDIT_KINDS, type AuditKind } from './kinds.ts';

/** Who did it and from where: the part of a command's surroundings that the audit keeps. */
export interface Author {
  clock: Clock;
  actor: { accountId: number | null; displayName: string };
  ip: string | null;
}

/** Named fields of the thing, as people would say them; never secrets. */
export type AuditFields = Record<string, string | number | boolean | null | string[]>;

export interface AuditEntry {
  kind: AuditKind;
  thingId: number;
  /** Version of the thing after the change: a stale form is told what came after its own. */
  thingVersion?: number;
  /** The office in whose reach the thing lies. */
  officeId?: number | null;
  before?: AuditFields;
  after?: AuditFields;
  reason?: string | null;
}

/**
 * Records one change in the caller's transaction. The database numbers and chains the event; call it last, for
 * writers queue on the head of the chain until the transaction ends.
 */
export async function record(tx: Tx, author: Author, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values({
      // numbered and chained by the database's trigger
      id: 0,
      prev_hash: Buffer.alloc(0),
      hash: Buffer.alloc(0),
      at: author.clock.now(),
      actor_id: author.actor.accountId,
      actor_name: author.actor.displayName,
      ip: author.ip,
      kind: entry.kind,
      thing: AUDIT_KINDS[entry.kind].thing,
      thing_id: entry.thingId,
      thing_version: entry.thingVersion ?? null,
      office_id: entry.officeId ?? null,
      before: entry.before ? JSON.stringify(entry.before) : null,
      after: entry.after ? JSON.stringify(entry.after) : null,
      reason: entry.reason ?? null,
    })
    .execute();
}
