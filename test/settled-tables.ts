import { sql } from 'kysely';
import type { Db } from '../src/platform/db.ts';

const ROUNDS = 100;
const WAIT_MS = 100;

/**
 * Vacuums the tables until each of their pages is known to be seen by everyone, as in a house at rest: only then
 * is an index alone read. One round is not enough beside other tests, since a connection that another file is
 * just opening holds back what counts as old.
 *
 * @throws when a table is not settled after ten seconds
 */
export async function settleTables(db: Db, ...tables: string[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await sql`VACUUM ANALYZE ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db);
    const { rows } = await sql<{ open: number }>`
      SELECT count(*)::int AS open FROM pg_class
      WHERE oid = ANY (${tables}::text[]::regclass[]) AND relallvisible < relpages`.execute(db);
    if (rows[0]?.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Error(`not settled after ${ROUNDS} rounds: ${tables.join(', ')}`);
}
