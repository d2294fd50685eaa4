import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';

export type ChainVerdict =
  /** `newest` is the hash of the last event in hex: written down elsewhere, it proves later that nothing before it was changed. */
  | { ok: true; count: number; newest: string }
  /** The first event that is changed, missing, or does not follow the one before. */
  | { ok: false; brokenAt: number };

interface Link {
  id: number;
  hash: Buffer;
}

/**
 * Holds every event against its own hash and against the one before, in the database, a batch at a time, up to the
 * event that was the newest when it began: writers go on meanwhile.
 */
export async function verifyChain(db: Reader, batch = 20_000): Promise<ChainVerdict> {
  const head = await db.selectFrom('audit_head').select(['id', 'hash']).executeTakeFirstOrThrow();
  let last = await beginning(db);
  while (last.id < head.id) {
    const { broken, end } = await checkBatch(db, last, Math.min(last.id + batch, head.id));
    if (broken !== null) return { ok: false, brokenAt: broken };
    last = end;
  }
  if (!last.hash.equals(head.hash)) return { ok: false, brokenAt: head.id };
  const beyond = await firstUnaccounted(db);
  if (beyond !== null) return { ok: false, brokenAt: beyond };
  return { ok: true, count: head.id, newest: head.hash.toString('hex') };
}

/** The link before the first event, as the schema sets it. */
async function beginning(db: Reader): Promise<Link> {
  const { rows } = await sql<{ hash: Buffer }>`SELECT sha256('guong-sang'::bytea) AS hash`.execute(db);
  const hash = rows[0]?.hash;
  if (!hash) throw new Error('The database answered nothing.');
  return { id: 0, hash };
}

/** Every number from the last link to `upTo` must be there, with the right hash and the hash of the one before. */
async function checkBatch(
  db: Reader,
  last: Link,
  upTo: number,
): Promise<{ broken: number | null; end: Link }> {
  const { rows } = await sql<{ broken: number | null; end_hash: Buffer | null }>`
    WITH link AS (
      SELECT n.id, e.hash,
        e.hash IS NOT NULL AND e.hash = audit_hash(e)
          AND e.prev_hash = coalesce(lag(e.hash) OVER (ORDER BY n.id), ${last.hash}) AS holds
      FROM generate_series(${last.id + 1}::bigint, ${upTo}::bigint) AS n(id)
      LEFT JOIN audit_event e ON e.id = n.id
    )
    SELECT min(id) FILTER (WHERE holds IS NOT TRUE) AS broken,
      (array_agg(hash) FILTER (WHERE id = ${upTo}))[1] AS end_hash
    FROM link`.execute(db);
  const row = rows[0];
  return { broken: row?.broken ?? null, end: { id: upTo, hash: row?.end_hash ?? Buffer.alloc(0) } };
}

/** An event outside the numbers that were given out: put in by hand. */
async function firstUnaccounted(db: Reader): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    SELECT min(id) AS id FROM audit_event
    WHERE id < 1 OR id > (SELECT id FROM audit_head)`.execute(db);
  return rows[0]?.id ?? null;
}
