import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { writeInParts } from '../platform/in-parts.ts';
import { AUDIT_KINDS } from './kinds.ts';
import type { AuditEntry, Author } from './record.ts';

const AT_ONCE = 2_000;

/**
 * Records many changes in the caller's transaction, in their order, some thousand with each statement: twenty times as
 * fast as one by one. The database numbers and chains them as any other; call it last, as `record`.
 */
export async function recordMany(tx: Tx, author: Author, entries: readonly AuditEntry[]): Promise<void> {
  await writeInParts(
    entries,
    AT_ONCE,
    (some) => JSON.stringify(some.map(rowOf)),
    (rows) => writeEvents(tx, author, rows),
  );
}

const rowOf = (entry: AuditEntry) => ({
  kind: entry.kind,
  thing: AUDIT_KINDS[entry.kind].thing,
  thing_id: entry.thingId,
  thing_version: entry.thingVersion ?? null,
  office_id: entry.officeId ?? null,
  before: entry.before ?? null,
  after: entry.after ?? null,
  reason: entry.reason ?? null,
});

const writeEvents = (tx: Tx, author: Author, rows: string) =>
  tx
    .insertInto('audit_event')
    .columns([
      'id',
      'prev_hash',
      'hash',
      'at',
      'actor_id',
      'actor_name',
      'ip',
      'kind',
      'thing',
      'thing_id',
      'thing_version',
      'office_id',
      'before',
      'after',
      'reason',
    ])
    .expression(
      sql`SELECT 0, ''::bytea, ''::bytea, ${author.clock.now()}::timestamptz, ${author.actor.accountId}::bigint,
        ${author.actor.displayName}::text, ${author.ip}::text, e.kind, e.thing, e.thing_id, e.thing_version, e.office_id,
        e.before, e.after, e.reason
      FROM ROWS FROM (jsonb_to_recordset(${rows}::jsonb) AS (kind text, thing text, thing_id bigint,
        thing_version int, office_id bigint, before jsonb, after jsonb, reason text)) WITH ORDINALITY
        AS e (kind, thing, thing_id, thing_version, office_id, before, after, reason, ord)
      ORDER BY e.ord`,
    )
    .execute();
