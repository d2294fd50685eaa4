import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, giveDuty, makeReport, peopled, yearlyReport } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';
import { hiddenFields } from '../../test/site.ts';
import { dutyItems } from './queries.ts';
import { dutyRoutes } from './routes.tsx';

const TODAY = '2018-11-15';

let site: ExemplarSite;
let world: DutyWorld;
let dutyId: number;
beforeAll(async () => {
  site = await openExemplarSite(dutyRoutes);
  world = await peopled(site.world);
  dutyId = await giveDuty(world, yearlyReport(world));
  await makeReport(world, world.place.commune, 2016, '2016-12-09');
  await makeReport(world, world.place.commune, 2017, '2017-12-20');
});
afterAll(() => site.close());

describe('the duties of a plan', () => {
  const list = () => `/ke-hoach/${world.plan.planId}/nhiem-vu`;

  it('are read by everybody in a sentence with the next days, and set by the standing body alone', async () => {
    const page = await open(await site.as(world.unit), list());
    expect(page.text).toContain('gửi báo cáo năm, hằng năm, hạn ngày 10/12, gửi cơ quan cấp trên trực tiếp.');
    expect(page.text).toContain('10/12/2018, 10/12/2019, 10/12/2020');
    expect(page.text).toContain('Đã đến hạn 4: đúng hạn 1, xong muộn 1, còn thiếu 2.');
    expect(page.html).not.toContain('/nhiem-vu/moi');
    expect((await open(await site.as(world.unit), `${list()}/moi`)).status).toBe(403);
    expect((await open(await site.as(world.standing), list())).html).toContain('/nhiem-vu/moi');
    expect((await open(await site.as(world.standing), '/ke-hoach/999999/nhiem-vu')).status).toBe(404);
  });

  const FIELDS = {
    name: 'Báo cáo quý',
    what: 'report',
    reportFormKey: 'nam',
    whoBy: 'office',
    cycle: 'quarterly',
    fromOn: '01/01/2019',
    toOn: '31/12/2019',
    dueKind: 'working_days',
    dueWorkingDays: '5',
    dueAfter: 'period_end',
  };

  it('are added through the form, and come back with the error at the field and what was typed', async () => {
    const browser = await site.as(world.standing);
    const whoOfficeId = String(world.place.district.id);
    const wrong = await send(browser, `${list()}/moi`, { ...FIELDS, whoOfficeId, fromOn: '01/01/2021' });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'fromOn')).toContain('01/01/2016 đến 31/12/2020');
    expect(wrong.html).toContain('value="Báo cáo quý"');
    expect(errorAt(await send(browser, `${list()}/moi`, FIELDS), 'whoOfficeId')).toBe('Hãy chọn đơn vị.');
    const noDays = await send(browser, `${list()}/moi`, { ...FIELDS, whoOfficeId, dueWorkingDays: '' });
    expect(errorAt(noDays, 'dueWorkingDays')).toContain('số ngày làm việc');
    const gone = await makeOffice(world.db, world.place.province, {
      name: 'Sở giải thể',
      validTo: '2018-06-30',
    });
    const ended = await send(browser, `${list()}/moi`, { ...FIELDS, whoOfficeId: String(gone.id) });
    expect(errorAt(ended, 'whoOfficeId')).toContain('“Sở giải thể” không có hiệu lực vào ngày 01/01/2019');
    const sent = await send(browser, `${list()}/moi`, { ...FIELDS, whoOfficeId });
    expect(sent.location).toMatch(/nhiem-vu#nv-\d+$/);
    const items = await dutyItems(world.db, { officeIds: [world.place.district.id] }, TODAY);
    expect(items.map(({ dueOn }) => dueOn)).toEqual(['2019-04-05', '2019-07-05', '2019-10-07', '2020-01-07']);
  });

  it('are changed with what is kept in the form, and refused on an old version', async () => {
    const browser = await site.as(world.standing);
    const { html } = await open(browser, `${list()}/${dutyId}`);
    expect(html).toContain('value="Báo cáo năm"');
    expect(html).toMatch(/<option value="yearly" selected/);
    const old = await browser.post(`${list()}/${dutyId}`, {
      ...hiddenFields(html, `${list()}/${dutyId}`),
      _phien_ban: '7',
      ...FIELDS,
      whoOfficeId: String(world.place.district.id),
    });
    expect(old.status).toBe(409);
  });
});

describe('what is due', () => {
  it('shows each person what they see, the late first, and nothing to a stranger', async () => {
    const page = await open(await site.as(world.districtOfficer), '/nhiem-vu');
    expect(page.text).toContain('Quá hạn 705 ngày');
    expect(page.text.indexOf('Quá hạn 705')).toBeLessThan(page.text.indexOf('Còn 25 ngày'));
    const own = await open(await site.as(world.unit), '/nhiem-vu');
    expect(own.text).not.toContain(world.place.otherCommune.name);
    const [other] = await dutyItems(world.db, { officeIds: [world.place.otherCommune.id] }, TODAY, {
      limit: 1,
    });
    expect((await open(await site.as(world.unit), `/nhiem-vu/muc/${other?.id}`)).status).toBe(404);
  });

  it('is narrowed by the address, says by what, and exports exactly that', async () => {
    const browser = await site.as(world.standing);
    const page = await open(
      browser,
      `/nhiem-vu?tinh_trang=xong-muon&nam=2017&don_vi=${world.place.commune.id}`,
    );
    expect(page.text).toContain('Xong muộn, 20/12/2017');
    expect(page.text).toContain('Hạn trong năm 2017');
    expect(page.text).toContain('1 việc');
    const file = await browser.get(`/nhiem-vu/xlsx?tinh_trang=xong-muon&nam=2017`);
    expect(file.headers.get('content-disposition')).toContain('nhiem-vu-2018-11-15.xlsx');
    for (const odd of ['?nam=20x', '?tinh_trang=gi', '?trang=999999', '?don_vi=-1', '?nhiem_vu=9999999'])
      expect((await open(browser, `/nhiem-vu${odd}`)).status).toBe(200);
  });

  it('offers to remind those below, never oneself', async () => {
    const above = await open(await site.as(world.districtOfficer), '/nhiem-vu');
    expect(above.html).toContain('action="/nhac-viec"');
    expect(above.html).toMatch(/type="checkbox" name="item"/);
    expect((await open(await site.as(world.unit), '/nhiem-vu')).html).not.toContain('/nhac-viec');
  });

  it('is excused on its own page, with the reason asked at the field', async () => {
    const [item] = await dutyItems(world.db, { officeIds: [world.place.otherCommune.id] }, TODAY, {
      limit: 1,
    });
    const path = `/nhiem-vu/muc/${item?.id}`;
    const browser = await site.as(world.districtOfficer);
    const empty = await seen(
      await browser.post(`${path}/mien`, {
        ...hiddenFields((await open(browser, path)).html, `${path}/mien`),
        reason: ' ',
      }),
    );
    expect(empty.status).toBe(422);
    expect(errorAt(empty, 'reason')).toBe('Hãy ghi lý do.');
    const { html } = await open(browser, path);
    const sent = await seen(
      await browser.post(`${path}/mien`, { ...hiddenFields(html, `${path}/mien`), reason: 'Xã mới lập' }),
    );
    expect(sent.location).toBe(path);
    expect((await open(browser, path)).text).toContain('Xã mới lập');
    expect((await open(await site.as(world.stranger), path)).html).not.toContain('bo-mien');
  });

  it('costs the same number of queries however much is due', async () => {
    const browser = await site.as(world.standing);
    const few = await queriesOf(site.site, () => open(browser, '/nhiem-vu?nam=2016'));
    const many = await queriesOf(site.site, () => open(browser, '/nhiem-vu?nam=tat-ca&tinh_trang=tat-ca'));
    expect(many).toBe(few);
  });
});
