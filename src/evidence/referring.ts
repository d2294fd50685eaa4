import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/db.ts';

export interface ReferringColumn {
  table: string;
  column: string;
}

/**
 * Every column that refers to a kept file, by the foreign keys of the database itself: a table that is new tomorrow is
 * among them without anybody thinking of it.
 */
export async function referringColumns(db: Reader): Promise<ReferringColumn[]> {
  const { rows } = await sql<ReferringColumn>`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'file'::regclass AND cardinality(c.conkey) = 1
    ORDER BY 1, 2`.execute(db);
  return rows;
}

/** The SQL condition "nobody refers to the file `f`". */
export function unreferred(columns: readonly ReferringColumn[]): RawBuilder<SqlBool> {
  const each = columns.map(
    ({ table, column }) =>
      sql`NOT EXISTS (SELECT 1 FROM ${sql.table(table)} r WHERE ${sql.ref(`r.${column}`)} = f.id)`,
  );
  return sql<SqlBool>`(${sql.join([sql`true`, ...each], sql` AND `)})`;
}
