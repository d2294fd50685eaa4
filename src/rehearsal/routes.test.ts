import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, giveDuty, makeReport, peopled, yearlyReport } from '../../test/duty-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { queriesOf } from '../../test/query-count.ts';
import type { Db } from '../platform/db.ts';
import { rehearsalRoutes } from './routes.tsx';

let site: ExemplarSite;
let world: DutyWorld;
let path: string;
beforeAll(async () => {
  site = await openExemplarSite(rehearsalRoutes);
  world = await peopled(site.world);
  await giveDuty(world, yearlyReport(world));
  await makeReport(world, world.place.commune, 2017, '2017-12-17');
  path = `/ke-hoach/${world.plan.planId}/chay-thu`;
});
afterAll(() => site.close());

/** Every table with a hash of all its rows, but for the sessions that opening a page uses. */
async function everything(db: Db): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'session' ORDER BY 1`.execute(
    db,
  );
  const state: Record<string, string> = {};
  for (const { name } of rows) {
    const hash = await sql<{ hash: string }>`
      SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash
      FROM ${sql.table(name)} AS t`.execute(db);
    state[name] = hash.rows[0]?.hash ?? '';
  }
  return state;
}

describe('the year played in advance', () => {
  it('shows who will be given and reminded of what on which day, and moves its clock by links', async () => {
    const browser = await site.as(world.standing);
    const page = await open(browser, `${path}?tu=01/01/2018&ngay=01/12/2018&buoc=thang`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Từ 01/12/2018 đến 31/12/2018');
    expect(page.text).toContain('10/12/2018');
    expect(page.text).toContain('Báo cáo năm – Năm 2018: 2 đơn vị');
    expect(page.text).toContain('đến hạn hôm nay');
    expect(page.html).toContain('ngay=2018-11-01');
    const year = await open(browser, `${path}?tu=01/01/2018&cach=khong-ai&ngay=01/12/2018`);
    expect(year.text).toContain('quá hạn');
    const past = await open(browser, `${path}?tu=01/01/2018&cach=nhu-nam-truoc&ngay=01/12/2018&buoc=thang`);
    expect(past.text).toContain('17/12/2018');
  });

  it('changes no row anywhere, gives no notice and sends no mail, however it is played', async () => {
    const before = await everything(world.db);
    const browser = await site.as(world.standing);
    for (const cach of ['dung-han', 'khong-ai', 'nhu-nam-truoc'])
      for (const buoc of ['ngay', 'tuan', 'thang'])
        expect((await open(browser, `${path}?tu=01/01/2018&cach=${cach}&buoc=${buoc}`)).status).toBe(200);
    expect((await browser.get(`${path}/xlsx?tu=01/01/2018&cach=khong-ai`)).status).toBe(200);
    expect(await everything(world.db)).toEqual(before);
  });

  it('plays a plan that is still a draft', async () => {
    await world.db.updateTable('plan').set({ state: 'draft' }).execute();
    const page = await open(await site.as(world.lead), `${path}?tu=01/01/2019&ngay=01/12/2019`);
    expect(page.text).toContain('dự thảo');
    expect(page.text).toContain('Báo cáo năm – Năm 2019: 2 đơn vị');
    await world.db.updateTable('plan').set({ state: 'in_force' }).execute();
  });

  it('is for those who lead, holds odd addresses within the plan, and knows no other plan', async () => {
    expect((await open(await site.as(world.unit), path)).status).toBe(403);
    const browser = await site.as(world.standing);
    for (const odd of [
      '?tu=01/01/1950',
      '?tu=31/12/2099',
      '?buoc=nam',
      '?ngay=32/13/2018',
      '?tuan_nhieu=99999',
    ])
      expect((await open(browser, path + odd)).status).toBe(200);
    expect((await open(browser, '/ke-hoach/999999/chay-thu')).status).toBe(404);
  });

  it('costs the same number of queries for a day as for a year with many duties', async () => {
    const browser = await site.as(world.standing);
    const few = await queriesOf(site.site, () => open(browser, `${path}?tu=31/12/2020`));
    await giveDuty(world, yearlyReport(world, { cycle: 'monthly', name: 'Báo cáo tháng' }));
    expect(await queriesOf(site.site, () => open(browser, `${path}?tu=01/01/2018`))).toBe(few);
  });
});
