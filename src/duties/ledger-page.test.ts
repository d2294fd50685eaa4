import sharp from 'sharp';
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

describe('the promise ledger', () => {
  it('counts what was due and done by office and year, with its sums, as of a day', async () => {
    const browser = await site.as(world.standing);
    const page = await open(browser, '/so-viec?ngay=15/11/2018');
    expect(page.text).toContain('Huyện Thử');
    expect(page.text).toContain('đến hạn 2, đúng hạn 1 (50%), xong muộn 0, còn thiếu 1');
    const earlier = await open(browser, '/so-viec?ngay=15/12/2017');
    expect(earlier.text).toContain('năm 2017: đến hạn 2, đúng hạn 0 (0%), xong muộn 0, còn thiếu 2');
  });

  it('opens a branch down to its offices, and shows an officer their own alone', async () => {
    const inDistrict = await open(
      await site.as(world.standing),
      `/so-viec?don_vi=${world.place.district.id}`,
    );
    expect(inDistrict.text).toContain(`${world.place.commune.name}, năm 2016: đến hạn 1, đúng hạn 1`);
    const own = await open(await site.as(world.unit), '/so-viec');
    expect(own.text).toContain(world.place.commune.name);
    expect(own.text).not.toContain(world.place.otherCommune.name);
    const other = await open(await site.as(world.unit), `/so-viec?don_vi=${world.place.otherCommune.id}`);
    expect(other.text).toContain('Chưa có việc nào trong sổ');
  });

  it('can be taken as a picture, drawn or in points, that stands alone', async () => {
    const browser = await site.as(world.standing);
    expect((await open(browser, '/so-viec')).html).toMatch(/href="\/so-viec\/hinh\.svg[^"]*"/);
    const svg = await browser.get('/so-viec/hinh.svg');
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const drawn = await svg.text();
    expect(drawn).toContain('Huyện Thử');
    expect(drawn).not.toContain('var(');
    const png = await browser.get('/so-viec/hinh.png?theo=viec');
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(png.headers.get('content-disposition')).toContain('.png"');
    const { format, width } = await sharp(new Uint8Array(await png.arrayBuffer())).metadata();
    expect([format, width > 800]).toEqual(['png', true]);
    // where there is nothing to draw there is no picture
    const nothing = `/so-viec/hinh.svg?don_vi=${world.place.otherCommune.id}`;
    expect((await (await site.as(world.unit)).get(nothing)).status).toBe(404);
    expect((await browser.get('/so-viec/hinh.png?ke_hoach=999999')).status).toBe(404);
  });

  it('can be taken as a workbook, and costs the same queries for one row as for many', async () => {
    const browser = await site.as(world.standing);
    expect((await browser.get('/so-viec/xlsx')).headers.get('content-type')).toContain('spreadsheetml');
    const cost = (path: string) => queriesOf(site.site, () => open(browser, path));
    const few = await cost(`/so-viec?don_vi=${world.place.commune.id}`);
    expect(await cost(`/so-viec?don_vi=${world.place.district.id}&theo=viec`)).toBe(few);
    expect((await open(browser, '/so-viec?ke_hoach=999999')).status).toBe(404);
  });
});
