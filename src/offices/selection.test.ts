import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type MadeOffice, makeOffice } from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { type OfficeSelection, selectedOffices } from './selection.ts';

let database: FreshDatabase;
let open: OpenDb;
let province: MadeOffice;
let department: MadeOffice;
let district: MadeOffice;
let commune: MadeOffice;
let merged: MadeOffice;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  const { db } = open;
  province = await makeOffice(db, null, { kind: 'province', name: 'Tỉnh' });
  department = await makeOffice(db, province, { kind: 'department', name: 'Sở' });
  district = await makeOffice(db, province, { kind: 'district', name: 'Huyện', validTo: '2025-06-30' });
  commune = await makeOffice(db, district, { name: 'Xã cũ', validTo: '2025-06-30' });
  merged = await makeOffice(db, province, { name: 'Xã mới', validFrom: '2025-07-01' });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const named = async (selection: OfficeSelection, day: string): Promise<string[]> =>
  (await selectedOffices(open.db, selection, day)).map((office) => office.name).toSorted();

it('means the offices that hold on the day, so that a rule outlives a merger', async () => {
  const communes: OfficeSelection = { by: 'kind', kindId: 'commune', belowId: province.id };
  expect(await named(communes, '2018-11-15')).toEqual(['Xã cũ']);
  expect(await named(communes, '2026-01-01')).toEqual(['Xã mới']);
  expect(await named({ by: 'office', officeId: district.id }, '2018-11-15')).toEqual(['Huyện']);
  expect(await named({ by: 'office', officeId: district.id }, '2026-01-01')).toEqual([]);
});

it('counts the root of a branch in, and the office below which a kind is sought out', async () => {
  expect(await named({ by: 'branch', belowId: district.id }, '2018-11-15')).toEqual(['Huyện', 'Xã cũ']);
  expect(await named({ by: 'kind', kindId: 'district', belowId: district.id }, '2018-11-15')).toEqual([]);
});

it('takes the members of a bloc in the year of the day', async () => {
  const { db } = open;
  const { id } = await db
    .insertInto('bloc')
    .values({ name: 'Khối 1' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('bloc_member')
    .values([
      { bloc_id: id, year: 2018, office_id: department.id },
      { bloc_id: id, year: 2018, office_id: commune.id },
      { bloc_id: id, year: 2026, office_id: merged.id },
    ])
    .execute();
  expect(await named({ by: 'bloc', blocId: id }, '2018-05-01')).toEqual(['Sở', 'Xã cũ']);
  expect(await named({ by: 'bloc', blocId: id }, '2026-05-01')).toEqual(['Xã mới']);
  expect(await named({ by: 'bloc', blocId: id }, '2017-05-01')).toEqual([]);
});
