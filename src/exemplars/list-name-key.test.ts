import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { nameKey } from './list-name-key.ts';

let fresh: FreshDatabase;
let open: OpenDb;
beforeAll(async () => {
  fresh = await freshDatabase();
  open = openDb(fresh.url);
});
afterAll(async () => {
  await open.close();
  await fresh.drop();
});

it('gives all spellings of a name one key', () => {
  expect(nameKey('Nguyễn  Thuý Hoà')).toBe('nguyen thuy hoa');
  expect(nameKey('NGUYỄN THÚY HÒA'.normalize('NFD'))).toBe('nguyen thuy hoa');
  expect(nameKey('Đỗ Quốc Thuận (Đồng Phú)')).toBe('do quoc thuan dong phu');
  expect(nameKey('…')).toBe('');
});

it('makes of any name what the database makes of it', async () => {
  const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạếềểễệữựỷỹỵ -.,()0123456789'];
  const names = fc.sample(
    fc.array(fc.constantFrom(...letters), { maxLength: 30 }).map((picked) => picked.join('')),
    200,
  );
  const spelled = names.flatMap((name) => [name.normalize('NFC'), name.normalize('NFD')]);
  const { rows } = await sql<{ name: string; key: string }>`
    SELECT name, search_key(name) AS key FROM unnest(${spelled}::text[]) AS name`.execute(open.db);
  expect(rows).toHaveLength(400);
  for (const { name, key } of rows) expect([name, nameKey(name)]).toEqual([name, key]);
});
