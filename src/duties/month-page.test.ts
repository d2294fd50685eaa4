import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, giveDuty, makeReport, peopled, yearlyReport } from '../../test/duty-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { queriesOf } from '../../test/query-count.ts';
import { dutyRoutes } from './routes.tsx';

let site: ExemplarSite;
let world: DutyWorld;
beforeAll(async () => {
  site = await openExemplarSite(dutyRoutes);
  world = await peopled(site.world);
  await giveDuty(world, yearlyReport(world));
  await makeReport(world, world.place.commune, 2016, '2016-12-09');
  await makeReport(world, world.place.commune, 2017, '2017-12-20');
});
afterAll(() => site.close());

describe('the duties of a month', () => {
  it('stand each on its day, with how many offices stand how, and lead to the list or to the one thing', async () => {
    const browser = await site.as(world.standing);
    const month = await open(browser, '/nhiem-vu?xem=thang&thang=2017-12');
    expect(month.text).toContain('Nhiệm vụ tháng 12/2017');
    expect(month.html).toMatch(/<b>10<\/b>[\s\S]{0,400}Báo cáo năm/);
    expect(month.text).toMatch(/Báo cáo năm \d+ đơn vị/);
    expect(month.html).toContain('href="/nhiem-vu?xem=thang&amp;thang=2017-11"');
    expect(month.html).toContain('href="/nhiem-vu?xem=thang&amp;thang=2018-01"');
    expect(month.html).toMatch(/href="\/nhiem-vu\?tinh_trang=tat-ca&amp;nam=2017&amp;nhiem_vu=\d+"/);
    const own = await open(await site.as(world.unit), '/nhiem-vu?xem=thang&thang=2017-12');
    expect(own.html).toMatch(/href="\/nhiem-vu\/muc\/\d+"/);
    expect(own.text).not.toContain(world.place.otherCommune.name);
    expect((await open(browser, '/nhiem-vu')).html).toContain('href="/nhiem-vu?xem=thang&amp;thang=2018-11"');
  });

  it('are those of this month where the address names none, and cost the same for few as for many', async () => {
    const browser = await site.as(world.standing);
    for (const odd of ['', '&thang=2018-13', '&thang=x', '&thang=1800-01'])
      expect((await open(browser, `/nhiem-vu?xem=thang${odd}`)).text).toContain('Nhiệm vụ tháng 11/2018');
    const cost = (month: string) =>
      queriesOf(site.site, () => open(browser, `/nhiem-vu?xem=thang&thang=${month}`));
    expect(await cost('2017-12')).toBe(await cost('1999-05'));
    expect((await open(browser, '/nhiem-vu?xem=thang&thang=1999-05')).text).toContain(
      'Không có việc nào đến hạn trong tháng 5/1999',
    );
  });
});
