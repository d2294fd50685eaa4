import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './db.ts';

/**
 * Those of some rows of a table that another row names, as a subquery of their ids. The columns that refer to the table are
 * asked of the database itself, so that a table that is added later is not forgotten; each is asked once for all the ids.
 *
 * @param among a subquery of one column, the ids that are asked about
 * @param except tables that are not asked
 */
export async function namedAmong(
  db: Reader,
  table: 'exemplar' | 'subject',
  among: RawBuilder<unknown>,
  except: ReadonlySet<string> = new Set(),
): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT r.relname AS table, a.attname AS column FROM pg_constraint c
    JOIN pg_class r ON r.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = ${table}::regclass
    ORDER BY 1, 2`.execute(db);
  const naming = rows
    .filter((one) => !except.has(one.table))
    .map(
      (one) =>
        sql`SELECT ${sql.ref(`x.${one.column}`)} AS id FROM ${sql.table(one.table)} x
          WHERE ${sql.ref(`x.${one.column}`)} IN (${among})`,
    );
  return sql`(SELECT NULL::bigint AS id WHERE false UNION ALL ${sql.join(naming, sql` UNION ALL `)})`;
}
