import { sql } from 'kysely';
import type { Tx } from './db.ts';

/** Room for what some ten thousand rows bring; a search that comes meanwhile reads through it. */
const WAITING = '16MB';

/**
 * Sorts what `work` writes into the GIN indexes once, at its end, and not each time that some have come together: for many
 * rows a third of the work. Afterwards nothing of it waits, so later searches are as fast as before.
 */
export async function sortedInOnce<T>(
  tx: Tx,
  indexes: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await sql<{ usual: string }>`
    SELECT current_setting('gin_pending_list_limit') AS usual, set_config('gin_pending_list_limit', ${WAITING}, true)`.execute(
    tx,
  );
  const result = await work();
  const usual = rows[0]?.usual ?? '';
  await sql`SELECT set_config('gin_pending_list_limit', ${usual}, true), gin_clean_pending_list(i::regclass)
    FROM unnest(${[...indexes]}::text[]) AS i`.execute(tx);
  return result;
}
