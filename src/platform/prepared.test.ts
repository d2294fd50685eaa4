import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from './db.ts';
import { preparingStatements } from './prepared.ts';

let open: OpenDb;
let drop: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  open = openDb(fresh.url, { max: 1 });
  drop = fresh.drop;
});
afterAll(async () => {
  await open.close();
  await drop();
});

const doubled = async (n: number) => {
  const { rows } = await sql<{ doubled: number }>`SELECT ${n}::int * 2 AS doubled`.execute(open.db);
  return rows[0]?.doubled;
};

const prepared = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_prepared_statements`.execute(
    open.db,
  );
  return rows[0]?.n ?? -1;
};

it('prepares each wording once within a run, and nothing outside of it', async () => {
  expect(await doubled(4)).toBe(8);
  expect(await prepared()).toBe(0);
  await preparingStatements(async () => {
    for (const n of [1, 2, 3]) expect(await doubled(n)).toBe(n * 2);
    expect(await prepared()).toBe(1);
    await sql`SELECT ${'a'}::text`.execute(open.db);
    expect(await prepared()).toBe(2);
  });
  await doubled(5);
  expect(await prepared()).toBe(2);
});

it('keeps two runs apart on one connection, and tells of what fails', async () => {
  await preparingStatements(() => doubled(1));
  await preparingStatements(async () => {
    expect(await doubled(7)).toBe(14);
    await expect(sql`SELECT ${1}::int / 0`.execute(open.db)).rejects.toThrow('division by zero');
    expect(await doubled(8)).toBe(16);
  });
});
