import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { type Db, openDb } from './db.ts';
import { namedAmong } from './references.ts';

let db: Db;
let done: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  const opened = openDb(database.url);
  db = opened.db;
  done = async () => {
    await opened.close();
    await database.drop();
  };
});
afterAll(() => done());

it('every column that refers to an exemplar or a subject is found by an index, so that a list can be undone', async () => {
  const { rows } = await sql<{ column: string }>`
    SELECT r.relname || '.' || a.attname AS column FROM pg_constraint c
    JOIN pg_class r ON r.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid IN ('exemplar'::regclass, 'subject'::regclass) AND NOT EXISTS (
      SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = a.attnum
        AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`.execute(
    db,
  );
  expect(rows.map(({ column }) => column)).toEqual([]);
});

it('tells which of some subjects another row names, whichever table that is', async () => {
  const ids = await db
    .insertInto('subject')
    .values(['Một', 'Hai', 'Ba'].map((full_name) => ({ kind: 'individual', full_name })))
    .returning('id')
    .execute();
  const [one, two, three] = ids.map(({ id }) => id);
  await db
    .insertInto('subject_alias')
    .values({ subject_id: two ?? 0, name: 'Hai khác' })
    .execute();
  await db
    .updateTable('subject')
    .set({ merged_into_id: three ?? 0 })
    .where('id', '=', one ?? 0)
    .execute();
  const among = sql`SELECT unnest(${[one, two, three]}::bigint[])`;
  const named = async (except: ReadonlySet<string>) => {
    const { rows } = await sql<{ id: number }>`
      SELECT DISTINCT id FROM ${await namedAmong(db, 'subject', among, except)} AS n ORDER BY id`.execute(db);
    return rows.map(({ id }) => id);
  };
  expect(await named(new Set())).toEqual([two, three]);
  expect(await named(new Set(['subject_alias']))).toEqual([three]);
});
