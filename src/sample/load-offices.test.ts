import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { standingBodiesOn } from '../offices/find.ts';
import { END_OF_TIME, presentOffice, presentOffices } from '../offices/succession.ts';
import { officesOn } from '../offices/tree.ts';
import { holdsOn } from '../offices/validity.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { loadReference } from './catalogue-seeds.ts';
import { idOf, loadOffices, type OfficeIds } from './load-offices.ts';
import { readUnits } from './seed-files.ts';

let database: FreshDatabase;
let open: OpenDb;
let ids: OfficeIds;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  ids = await open.db.transaction().execute(async (tx) => {
    await loadReference(tx);
    return loadOffices(tx, true);
  });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

async function countOn(day: string) {
  const counts: Record<string, number> = {};
  for (const { kindId } of await officesOn(open.db, day)) counts[kindId] = (counts[kindId] ?? 0) + 1;
  return counts;
}

describe('the tree of Phú Thọ', () => {
  test('has on each day the communes that the lists count', async () => {
    expect(await countOn('2018-11-15')).toMatchObject({ province: 1, district: 13, commune: 277 });
    expect(await countOn('2019-12-31')).toMatchObject({ district: 13, commune: 277 });
    expect(await countOn('2020-01-01')).toMatchObject({ district: 13, commune: 225 });
    // 207 of Phú Thọ, 121 of Vĩnh Phúc, 151 of Hòa Bình
    expect(await countOn('2025-06-30')).toMatchObject({
      province: 3,
      district: 32,
      commune: 207 + 121 + 151,
    });
    const after = await countOn('2025-07-01');
    expect(after).toMatchObject({ province: 1, commune: 148 });
    expect(after.district).toBeUndefined();
  });

  test('hangs together on each day: nobody stands below an office that is not there', async () => {
    for (const day of ['2018-11-15', '2020-01-01', '2025-06-30', '2025-07-01']) {
      const present = await officesOn(open.db, day);
      const known = new Set(present.map((office) => office.id));
      const hanging = present.filter((office) => office.parentId !== null && !known.has(office.parentId));
      expect(hanging.map((office) => office.name)).toEqual([]);
    }
  });

  test('has two offices named Phong Châu at once, and one after', async () => {
    const named = async (day: string) =>
      (await officesOn(open.db, day))
        .map((office) => office.name)
        .filter((name) => name.includes('Phong Châu'));
    expect(await named('2018-11-15')).toEqual(['Phường Phong Châu', 'Thị trấn Phong Châu']);
    expect(await named('2025-07-01')).toEqual(['Phường Phong Châu']);
  });

  test('has one standing body', async () => {
    const bodies = await standingBodiesOn(open.db, '2018-11-15');
    expect(bodies.map((office) => office.name)).toEqual(['Ban Thi đua - Khen thưởng']);
  });
});

describe('the succession', () => {
  test('leads 242 of the 277 communes of 2016 to the present, and says of the others that it is not known', async () => {
    const communes = (await officesOn(open.db, '2018-11-15')).filter((office) => office.kindId === 'commune');
    const present = await presentOffices(
      open.db,
      communes.map((office) => office.id),
      END_OF_TIME,
    );
    const known = [...present.values()].filter((offices) => offices.length > 0);
    expect(known).toHaveLength(242);
    expect(known.flat().every((office) => office.validFrom === '2025-07-01')).toBe(true);
  });

  test('gives each of the 148 communes of 2025 at least one old one, and each old one of 2025 a new one', async () => {
    const after = (await officesOn(open.db, '2025-07-01')).filter((office) => office.kindId === 'commune');
    const steps = await open.db.selectFrom('office_succession').selectAll().execute();
    const begun = new Set(steps.map((step) => step.to_office_id));
    expect(after.filter((office) => !begun.has(office.id))).toEqual([]);
    const before = (await officesOn(open.db, '2025-06-30')).filter((office) => office.kindId === 'commune');
    const ended = new Set(steps.map((step) => step.from_office_id));
    expect(before.filter((office) => !ended.has(office.id))).toEqual([]);
  });

  test('was made by the same rules as one that is typed: each follows on the day it begins', async () => {
    const lists = await readUnits();
    const offices = new Map(lists.flatMap((list) => list.offices).map((office) => [office.key, office]));
    const steps = lists
      .flatMap((list) => list.successions)
      .flatMap(({ on, steps }) => steps.map((step) => ({ on, ...step })));
    expect(steps.length).toBeGreaterThan(500);
    const wrong = steps.filter(({ on, from, to }) => {
      const next = offices.get(to);
      const old = offices.get(from);
      const holds = next
        ? holdsOn({ validFrom: next.from ?? null, validTo: next.to ?? null }, on)
        : to === '25';
      return !holds || !old?.to || old.to >= on;
    });
    expect(wrong).toEqual([]);
  });

  test('is followed over two mergers, and over a split into several', async () => {
    const names = async (key: string, day: string) =>
      (await presentOffice(open.db, idOf(ids, key), day)).map((office) => office.name);
    // Vụ Cầu → Vĩnh Chân (2020) → Vĩnh Chân of 2025
    expect(await names('2016:08149', '2018-11-15')).toEqual(['Xã Vụ Cầu']);
    expect(await names('2016:08149', '2020-01-01')).toEqual(['Xã Vĩnh Chân']);
    expect(await names('2016:08149', END_OF_TIME)).toEqual(['Xã Vĩnh Chân']);
    // Vầy Nưa of Hòa Bình was divided
    expect(await names('2025:04891', END_OF_TIME)).toEqual(['Phường Thống Nhất', 'Xã Tiền Phong']);
    expect(await names('26', END_OF_TIME)).toEqual(['UBND tỉnh Phú Thọ']);
  });

  test('leaves what the sources do not say unknown', async () => {
    expect(await presentOffice(open.db, idOf(ids, '2016:07939'), END_OF_TIME)).toEqual([]);
  });
});
