import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { programmeOn } from './programme.ts';

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

async function plan(number: string, years: [number, number], under: number | null = null): Promise<number> {
  const period = { period_from: `${years[0]}-01-01`, period_to: `${years[1]}-12-31` };
  const names = { number, kind: 'Kế hoạch', title: 'Thử', issuer_name: `Nơi ban hành ${number}` };
  const { id } = await open.db
    .insertInto('plan')
    .values({ ...names, ...period, state: 'in_force', parent_plan_id: under })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const shown = async (day: string) => (await programmeOn(open.db, day)).plan?.number;

describe('the plan of which the portal speaks', () => {
  it('is that of the province, not the later one that a district made under it', async () => {
    expect(await shown('2018-11-15')).toBeUndefined();
    const province = await plan('1711/KH-UBND', [2016, 2020]);
    await plan('12/KH-UBND', [2017, 2020], province);
    expect(await shown('2018-11-15')).toBe('1711/KH-UBND');
  });

  it('is the one in force on the day, else the one that ran last', async () => {
    expect(await shown('2022-03-01')).toBe('1711/KH-UBND');
    await plan('9/KH-UBND', [2023, 2027]);
    expect(await shown('2022-03-01')).toBe('1711/KH-UBND');
    expect(await shown('2024-03-01')).toBe('9/KH-UBND');
    expect(await shown('2015-03-01')).toBeUndefined();
  });
});
