import { sql } from 'kysely';
import type { Tx } from './db.ts';

/**
 * Takes the next numbers of a table, so that rows which are written with one statement are known by theirs: nothing says in
 * which order a statement gives them. Numbers that are not used are lost, as those of a transaction that was rolled back.
 */
export async function takeIds(
  tx: Tx,
  table: 'subject' | 'exemplar' | 'past_award',
  count: number,
): Promise<number[]> {
  // the sequence is looked up once and not for each number
  const { rows } = await sql<{ id: number }>`
    SELECT nextval(s.sequence) AS id
    FROM (SELECT pg_get_serial_sequence(${table}, 'id')::regclass AS sequence OFFSET 0) AS s,
      generate_series(1, ${count}::int)`.execute(tx);
  return rows.map(({ id }) => id);
}
