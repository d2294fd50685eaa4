import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeOffice } from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { findOffice, searchOffices } from './find.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  const province = await makeOffice(open.db, null, { name: 'UBND tỉnh Phú Thọ', kind: 'province' });
  const town = await makeOffice(open.db, province, { name: 'Thị xã Phú Thọ', kind: 'district' });
  const rural = await makeOffice(open.db, province, { name: 'Huyện Phù Ninh', kind: 'district' });
  await makeOffice(open.db, town, { name: 'Phường Phong Châu', code: '07945' });
  await makeOffice(open.db, rural, { name: 'Thị trấn Phong Châu', code: '08230' });
  await makeOffice(open.db, province, { name: 'Huyện Hạ Hoà', kind: 'district' });
  await makeOffice(open.db, province, { name: 'Thị trấn Hạ Hòa' });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const names = async (typed: string) => (await searchOffices(open.db, typed, 20)).map((office) => office.name);

test('a name without marks finds both offices that bear it, each with its parent', async () => {
  const found = await searchOffices(open.db, 'phong chau', 20);
  expect(found.map((office) => [office.name, office.parentName]).sort()).toEqual([
    ['Phường Phong Châu', 'Thị xã Phú Thọ'],
    ['Thị trấn Phong Châu', 'Huyện Phù Ninh'],
  ]);
  expect((await names('CHÂU phong')).sort()).toEqual(['Phường Phong Châu', 'Thị trấn Phong Châu']);
});

test('old and new tone placement, and decomposed Unicode, are one name', async () => {
  const expected = ['Huyện Hạ Hoà', 'Thị trấn Hạ Hòa'];
  for (const typed of ['Hạ Hòa', 'Hạ Hoà', 'Hạ Hòa'.normalize('NFD'), 'ha hoa']) {
    expect((await names(typed)).sort()).toEqual(expected);
  }
});

test('what is written exactly as typed comes first', async () => {
  expect((await names('Hạ Hòa'))[0]).toBe('Thị trấn Hạ Hòa');
  expect((await names('Hạ Hoà'))[0]).toBe('Huyện Hạ Hoà');
});

test('an official code finds its office', async () => {
  expect(await names('08230')).toEqual(['Thị trấn Phong Châu']);
});

test('signs without letters find nothing, and never everything', async () => {
  for (const typed of ['', '  ', '%', '_', '—', '\\', '中', "'"]) expect(await names(typed)).toEqual([]);
});

test('an office that does not exist is nobody', async () => {
  expect(await findOffice(open.db, 999_999)).toBeNull();
});
