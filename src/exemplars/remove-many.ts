import { sql } from 'kysely';
import { recordMany } from '../audit/record-many.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { namedAmong } from '../platform/references.ts';

/** What an import writes itself beside an exemplar: it goes with it. */
const OWN_ROWS: ReadonlySet<string> = new Set(['exemplar_step', 'achievement']);

/** An exemplar of a batch with which something was done since, and its name. */
export interface TouchedExemplar {
  id: number;
  name: string;
}

const MOST_NAMED = 5;
const AT_ONCE = 2_000;

/**
 * Exemplars of a batch that are no longer as it left them: changed, moved on, or named by any other table, whichever
 * that may be: the tables are asked of the database, so that one added later is not forgotten. At most five, and how many.
 */
export async function touchedExemplars(
  tx: Tx,
  batchId: number,
): Promise<{ some: TouchedExemplar[]; count: number }> {
  const made = sql`SELECT m.id FROM exemplar m WHERE m.import_batch_id = ${batchId}`;
  const named = await namedAmong(tx, 'exemplar', made, OWN_ROWS);
  const { rows } = await sql<{ id: number; name: string; count: number }>`
    SELECT e.id, e.full_name AS name, count(*) OVER () AS count FROM exemplar e
    WHERE e.import_batch_id = ${batchId} AND (e.version > 1 OR e.state <> 'found' OR e.id IN (SELECT id FROM ${named} AS n))
    ORDER BY e.id LIMIT ${MOST_NAMED}`.execute(tx);
  return { some: rows.map(({ id, name }) => ({ id, name })), count: Number(rows[0]?.count ?? 0) };
}

/**
 * Takes the exemplars of an undone import away, with what it wrote beside them, within its command; the caller has asked
 * `touchedExemplars`. What happened stays in the history.
 */
export async function removeExemplars(
  tx: Tx,
  acting: Acting,
  batchId: number,
  reason: string,
): Promise<void> {
  const gone = await tx
    .selectFrom('exemplar')
    .select(['id', 'full_name', 'office_id'])
    .where('import_batch_id', '=', batchId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const ids = gone.map(({ id }) => id);
  // some thousand with each statement: each row is asked about at every table that may refer to it, and a statement may
  // not take longer than a person waits
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = sql`ANY (${ids.slice(from, from + AT_ONCE)}::bigint[])`;
    await tx.deleteFrom('achievement').where(sql<boolean>`exemplar_id = ${some}`).execute();
    await tx.deleteFrom('exemplar_step').where(sql<boolean>`exemplar_id = ${some}`).execute();
    await tx.deleteFrom('exemplar').where(sql<boolean>`id = ${some}`).execute();
  }
  const entries = gone.map((exemplar) => ({
    kind: 'exemplar.import_undone' as const,
    thingId: exemplar.id,
    thingVersion: 2,
    officeId: exemplar.office_id,
    before: { tên: exemplar.full_name, 'danh sách số': batchId },
    reason,
  }));
  await recordMany(tx, acting, entries);
}
