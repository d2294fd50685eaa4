import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { filledDatabase } from './filled-database.ts';
import { runOn } from './server.ts';

let first: FreshDatabase;
let second: FreshDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([freshDatabase(), freshDatabase()]);
});

afterAll(async () => {
  await first.drop();
  await second.drop();
});

test('a fresh database has the schema', async () => {
  const ran = await runOn<{ count: number }>(first.url, 'SELECT count(*)::int AS count FROM migration');
  expect(ran[0]?.count).toBeGreaterThan(0);
});

test('what one file writes is not seen by another', async () => {
  await runOn(first.url, 'CREATE TABLE only_here (id int)');
  const seen = await runOn(second.url, "SELECT 1 FROM pg_tables WHERE tablename = 'only_here'");
  expect(seen).toEqual([]);
});

test('Vietnamese is ordered as in a Vietnamese dictionary, and small letters keep their marks', async () => {
  const ordered = await runOn<{ name: string }>(
    first.url,
    `SELECT name FROM unnest(ARRAY['Đào', 'Ân', 'Dung', 'Ăn', 'An', 'Cả', 'Cá', 'Cà']) AS name
     ORDER BY name COLLATE "vi-x-icu"`,
  );
  expect(ordered.map((row) => row.name)).toEqual(['An', 'Ăn', 'Ân', 'Cà', 'Cả', 'Cá', 'Dung', 'Đào']);
  const [plain] = await runOn<{ plain: string; lower: string }>(
    first.url,
    "SELECT search_key('Đường Nguyễn Tất Thành') AS plain, lower('ĐẶNG THỊ HỒNG') AS lower",
  );
  expect(plain).toEqual({ plain: 'duong nguyen tat thanh', lower: 'đặng thị hồng' });
});

test('what is long in the making is made once, and each gets a copy of its own with what was told of it', async () => {
  let made = 0;
  const ask = () =>
    filledDatabase('made_once', async (db) => {
      made++;
      await sql`CREATE TABLE made (it int)`.execute(db);
      return { it: 'làm một lần' };
    });
  const both = await Promise.all([ask(), ask()]);
  expect([made, ...both.map(({ told }) => told.it)]).toEqual([1, 'làm một lần', 'làm một lần']);
  for (const { database } of both) {
    await runOn(database.url, 'DROP TABLE made');
    await database.drop();
  }
});
