import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, makeActor, makeOffice } from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { changeOffice } from './change-office.ts';
import { findOffice } from './find.ts';
import { chainOf, childrenOn, growTrees, officesOn, officesWithin } from './tree.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

describe('the path of an office', () => {
  test('is the path of its parent and itself, however the tree was moved about', async () => {
    const { db } = open;
    const root = await makeOffice(db, null, { kind: 'province' });
    const ids: number[] = [root.id];
    for (let n = 0; n < 12; n++)
      ids.push((await makeOffice(db, { id: ids[n >> 1] ?? root.id, name: '' })).id);
    const admin = actingAs(db, await makeActor(db, [['admin', root, 'all']]));
    const place = fc.integer({ min: 0, max: ids.length - 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }), async (moves) => {
        for (const [moved, below] of moves) await move(admin, ids[moved] ?? 0, ids[below] ?? 0);
        const rows = await db
          .selectFrom('office')
          .select(['id', 'parent_id', 'path'])
          .where('id', 'in', ids)
          .execute();
        const paths = new Map(rows.map((row) => [row.id, row.path]));
        for (const row of rows) {
          const above = row.parent_id === null ? [] : (paths.get(row.parent_id) ?? []);
          expect(row.path).toEqual([...above, row.id]);
          expect(new Set(row.path).size).toBe(row.path.length);
        }
      }),
      { numRuns: 25 },
    );
  });

  async function move(admin: ReturnType<typeof actingAs>, id: number, parentId: number) {
    const office = await findOffice(admin.db, id);
    if (!office) throw new Error(`office ${id} is gone`);
    const circle = (await findOffice(admin.db, parentId))?.path.includes(id) ?? true;
    const outcome = await changeOffice(admin, { ...office, parentId });
    expect(outcome.ok).toBe(!circle);
    if (!outcome.ok) expect(outcome.refusal).toHaveProperty('fields.parentId');
  }
});

describe('the tree of a day', () => {
  test('holds what was valid then, in the order of kinds and Vietnamese names', async () => {
    const { db } = open;
    const province = await makeOffice(db, null, { name: 'Tỉnh Ngày', kind: 'province' });
    const district = await makeOffice(db, province, {
      name: 'Huyện Cũ',
      kind: 'district',
      validTo: '2025-06-30',
    });
    for (const name of ['Xã Đào', 'Xã Ân', 'Xã An', 'Xã Ăn']) {
      await makeOffice(db, district, { name, validTo: '2025-06-30' });
    }
    const fresh = await makeOffice(db, province, { name: 'Xã Mới', validFrom: '2025-07-01' });
    const names = async (day: string, id: number) =>
      (await childrenOn(db, id, day)).map((office) => office.name);
    expect(await names('2018-11-15', district.id)).toEqual(['Xã An', 'Xã Ăn', 'Xã Ân', 'Xã Đào']);
    expect(await names('2018-11-15', province.id)).toEqual(['Huyện Cũ']);
    expect(await names('2025-07-01', province.id)).toEqual(['Xã Mới']);

    const root = growTrees(await officesOn(db, '2025-06-30')).find((node) => node.office.id === province.id);
    expect(root?.below).toBe(5);
    expect(root?.children[0]?.children).toHaveLength(4);
    const chain = await chainOf(db, (await findOffice(db, fresh.id))?.path ?? []);
    expect(chain.map((office) => office.name)).toEqual(['Tỉnh Ngày', 'Xã Mới']);
  });
});

describe('the offices within the grants of an actor', () => {
  test('are the office itself, its branch, or all, for the roles asked for only', async () => {
    const { db } = open;
    const province = await makeOffice(db, null, { kind: 'province' });
    const district = await makeOffice(db, province, { kind: 'district' });
    const commune = await makeOffice(db, district);
    const gone = await makeOffice(db, district, { validTo: '2017-12-31' });
    const within = async (...grants: Parameters<typeof makeActor>[1]) => {
      const actor = await makeActor(db, grants);
      const found = await officesWithin(db, actor, ['unit'], '2018-11-15');
      return found.map((office) => office.id);
    };
    expect(await within(['unit', district, 'own'])).toEqual([district.id]);
    expect((await within(['unit', district, 'branch'])).sort()).toEqual([district.id, commune.id].sort());
    expect(await within(['press', district, 'branch'])).toEqual([]);
    const all = await within(['unit', commune, 'all']);
    expect(all).toEqual(expect.arrayContaining([province.id, district.id, commune.id]));
    expect(all).not.toContain(gone.id);
  });
});
