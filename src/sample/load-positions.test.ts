import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { isInside } from '../places/outline.ts';
import { distanceM } from '../places/point.ts';
import { landmarksNear, outlineAround, positionsOf } from '../places/positions.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { loadReference } from './catalogue-seeds.ts';
import { idOf, loadOffices, type OfficeIds } from './load-offices.ts';
import { loadPositions } from './load-positions.ts';

let database: FreshDatabase;
let open: OpenDb;
let offices: OfficeIds;
beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  await open.db.transaction().execute(async (tx) => {
    await loadReference(tx);
    offices = await loadOffices(tx, false);
    await loadPositions(tx, offices);
  });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

describe('where the offices of Phú Thọ lie', () => {
  it('is known of all 148 communes, of 32 districts before, and of the province with its outline', async () => {
    const known = await open.db
      .selectFrom('office_position as p')
      .innerJoin('office as o', 'o.id', 'p.office_id')
      .select(['o.kind_id', (eb) => eb.fn.countAll<number>().as('count')])
      .groupBy('o.kind_id')
      .orderBy('o.kind_id')
      .execute();
    expect(known.map(({ kind_id, count }) => [kind_id, Number(count)])).toEqual([
      ['commune', 148],
      ['district', 32],
      ['province', 1],
    ]);
  });

  it('puts nearly every commune within the outline, the rest at its edge', async () => {
    const outline = await outlineAround(open.db, idOf(offices, '25'));
    const rows = await open.db.selectFrom('office_position').select(['lat', 'lon']).execute();
    const outside = rows.filter((at) => !isInside(at, outline?.line ?? []));
    expect(outside).toEqual([]);
  });

  it('gives every office of 2016 a position: its own, of what it became, or of its district', async () => {
    const ids = [...offices.values()];
    const positions = await positionsOf(open.db, ids);
    expect(ids.filter((id) => !positions.has(id))).toEqual([]);
    const how = { own: 0, successor: 0, above: 0 };
    for (const [key, id] of offices) if (key.startsWith('2016:')) how[positions.get(id)?.how ?? 'own'] += 1;
    // what is not known to have become something lies where its district does
    expect(how.successor).toBeGreaterThanOrEqual(240);
    expect(how.above).toBeLessThanOrEqual(37);
  });

  it('does not move a commune out of its district by following it', async () => {
    const [lamThao, tienKien] = [idOf(offices, '237'), await communeCalled('Xã Tiên Kiên')];
    const positions = await positionsOf(open.db, [lamThao, tienKien]);
    const [district, commune] = [positions.get(lamThao), positions.get(tienKien)];
    expect(commune?.how).toBe('successor');
    expect(
      distanceM(district?.centre ?? { lat: 0, lon: 0 }, commune?.centre ?? { lat: 0, lon: 0 }),
    ).toBeLessThan(15_000);
    expect(await outlineAround(open.db, tienKien)).toMatchObject({ line: expect.anything() });
    const near = await landmarksNear(open.db, commune?.area ?? { centre: { lat: 0, lon: 0 }, radiusM: 0 });
    expect(near[0]?.name).toBe(commune?.ofName);
    expect(near.length).toBeGreaterThan(3);
  });
});

async function communeCalled(name: string): Promise<number> {
  const { id } = await open.db
    .selectFrom('office')
    .select('id')
    .where('name', '=', name)
    .where('kind_id', '=', 'commune')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return id;
}
