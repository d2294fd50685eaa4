import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../test/exemplar-site.ts';
import { queriesOf } from '../../test/query-count.ts';
import { openReportSite, type ReportSite } from '../../test/report-site.ts';

let office: ReportSite;

beforeAll(async () => {
  office = await openReportSite();
});
afterAll(() => office.close());

describe('the list behind a figure', () => {
  it('shows the very things that are counted, as of the closing day, within the reach of the reader', async () => {
    const path = await office.opened(3);
    const commune = await office.as(office.people.commune);
    const list = await open(commune, `${path}/so-lieu/dh_ho_gia_dinh`);
    expect(list.text).toContain('3 điển hình đứng sau số liệu này');
    expect(list.html.match(/href="\/dien-hinh\/\d+"/g)).toHaveLength(3);
    expect((await open(commune, `${path}/so-lieu/khong_co`)).status).toBe(404);
    expect((await open(commune, `${path}/so-lieu/%7B%7D`)).status).toBe(404);
    expect((await open(await office.as(office.people.stranger), `${path}/so-lieu/dh_tong`)).status).toBe(404);
  });
});

describe('the pages of reports', () => {
  it('make the same number of queries, however much there is', async () => {
    const [one, many] = [await office.opened(1), await office.opened(12)];
    const browser = await office.as(office.people.commune);
    for (const page of ['', '/soan', '/so-lieu/dh_tong']) {
      const [few, more] = [
        await queriesOf(office.site, () => open(browser, one + page)),
        await queriesOf(office.site, () => open(browser, many + page)),
      ];
      expect(more, page).toBe(few);
    }
  });
});
