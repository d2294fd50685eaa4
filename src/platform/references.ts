import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from './db.ts';

/**
 * For each column of each table that refers to a table, the SQL condition "it names the row with this id". The columns are
 * asked of the database itself, so that a table that is added later is not forgotten.
 *
 * @param except tables that are not asked
 */
export async function namedBy(
  db: Reader,
  table: 'exemplar' | 'subject',
  id: RawBuilder<unknown>,
  except: ReadonlySet<string> = new Set(),
): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT r.relname AS table, a.attname AS column FROM pg_constraint c
    JOIN pg_class r ON r.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = ${table}::regclass
    ORDER BY 1, 2`.execute(db);
  const conditions = rows
    .filter((one) => !except.has(one.table))
    .map(
      (one) =>
        sql`EXISTS (SELECT FROM ${sql.table(one.table)} x WHERE ${sql.ref(`x.${one.column}`)} = ${id})`,
    );
  return sql<SqlBool>`(false OR ${sql.join(conditions, sql` OR `)})`;
}
