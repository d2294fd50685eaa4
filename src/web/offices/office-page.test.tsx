import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs, makeActor, makeOffice, makeProvince, type Province } from '../../../test/factories.ts';
import { queriesOf } from '../../../test/query-count.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../../test/site.ts';
import type { Acting } from '../../identity/actor.ts';
import { recordSuccession } from '../../offices/succeed-office.ts';
import { officeRoutes } from './routes.tsx';

let site: TestSite;
let province: Province;
let admin: Browser;
let viewer: Browser;
let acting: Acting;

beforeAll(async () => {
  site = await openTestSite(officeRoutes);
  province = await makeProvince(site.db);
  const actor = await makeActor(site.db, [['admin', province.province, 'all']]);
  acting = actingAs(site.db, actor);
  admin = await site.signedIn(actor);
  viewer = await site.signedIn(await makeActor(site.db, [['viewer', province.province, 'all']]));
});
afterAll(() => site.close());

const html = async (browser: Browser, path: string) => (await browser.get(path)).text();

async function follow(from: { id: number }, to: { id: number }, onDate: string, endFrom = true) {
  const input = { from: [from.id], to: [to.id], onDate, basis: 'Nghị quyết thử', endFrom };
  expect((await recordSuccession(acting, input)).ok).toBe(true);
}

test('after two mergers an office belongs to what it is today, not to what is to come', async () => {
  const old = await makeOffice(site.db, province.district, { name: 'Xã Đời Một' });
  const now = await makeOffice(site.db, province.district, { name: 'Xã Đời Hai', validFrom: '2018-07-01' });
  const next = await makeOffice(site.db, province.province, { name: 'Xã Đời Ba', validFrom: '2025-07-01' });
  await follow(old, now, '2018-07-01');
  await follow(now, next, '2025-07-01');
  expect(await html(viewer, `/don-vi/${old.id}`)).toMatch(/Nay thuộc <a[^>]*>Xã Đời Hai/);
  expect(await html(viewer, `/don-vi/${now.id}`)).toMatch(/Sau này thuộc <a[^>]*>Xã Đời Ba/);
});

test('an office of which only a part moved is said to be there still', async () => {
  const whole = await makeOffice(site.db, province.district, { name: 'Xã Còn Lại' });
  const part = await makeOffice(site.db, province.district, {
    name: 'Phường Tách Ra',
    validFrom: '2018-07-01',
  });
  await follow(whole, part, '2018-07-01', false);
  expect(await html(viewer, `/don-vi/${whole.id}`)).toMatch(/Một phần nay thuộc <a[^>]*>Phường Tách Ra/);
});

test('shows what hung below on the day that is asked for, and of an old office on its last day', async () => {
  const district = await makeOffice(site.db, province.province, {
    name: 'Huyện Đã Hết',
    kind: 'district',
    validTo: '2018-06-30',
  });
  await makeOffice(site.db, district, { name: 'Xã Giữ Đến Cuối', validTo: '2018-06-30' });
  await makeOffice(site.db, district, { name: 'Xã Hết Từ Sớm', validTo: '2016-12-31' });
  const last = await html(viewer, `/don-vi/${district.id}`);
  expect(last).toContain('Xã Giữ Đến Cuối');
  expect(last).not.toContain('Xã Hết Từ Sớm');
  expect(last).toContain('không còn từ sau 30/06/2018');
  expect(await html(viewer, `/don-vi/${district.id}?ngay=01/01/2016`)).toContain('Xã Hết Từ Sớm');
  expect(await html(viewer, '/don-vi?ngay=01/01/2016')).toContain(
    `/don-vi/${district.id}?ngay=01%2F01%2F2016`,
  );
});

test('more offices than are shown are never told as if they were all', async () => {
  const bulk = Array.from({ length: 101 }, (_, n) => ({
    kind_id: 'commune',
    name: `Xã Đông ${n}`,
    parent_id: province.district.id,
  }));
  await site.db.insertInto('office').values(bulk).execute();
  expect(await html(viewer, '/don-vi?q=xa+dong')).toContain('hơn 100');
});

test('the tree, a search and a page ask the database as often for a hundred offices as for one', async () => {
  const queries = (path: string) => queriesOf(site, () => viewer.get(path));
  expect(await queries('/don-vi')).toBeGreaterThan(0);
  expect(await queries('/don-vi')).toBe(await queries('/don-vi?ngay=01/01/1990'));
  expect(await queries('/don-vi?q=xa')).toBe(await queries('/don-vi?q=xa+doi+mot'));
  expect(await queries(`/don-vi/${province.district.id}`)).toBe(
    await queries(`/don-vi/${province.commune.id}`),
  );
});

test('the forms on the page come back open, with what was typed and what is wrong', async () => {
  const path = `/don-vi/${province.lead.id}`;
  const opened = await html(admin, path);
  const end = await admin.post(`${path}/ket-thuc`, {
    ...hiddenFields(opened, `${path}/ket-thuc`),
    lastDay: 'hôm qua',
    reason: 'Đề án 12 của tỉnh',
  });
  expect(end.status).toBe(422);
  const ended = await end.text();
  expect(ended).toContain('value="Đề án 12 của tỉnh"');
  expect(ended).toContain('href="#f-lastDay"');
  const role = await admin.post(`${path}/thuong-truc`, {
    ...hiddenFields(opened, `${path}/thuong-truc`),
    validFrom: '01/01/2020',
    validTo: '01/01/2019',
  });
  expect(role.status).toBe(422);
  expect(await role.text()).toContain('value="01/01/2019"');
});

test('a form that came back for an error still knows on which version its text was written', async () => {
  const path = `/don-vi/${province.otherCommune.id}/sua`;
  const fields = { kindId: 'commune', parentId: String(province.district.id) };
  const mine = hiddenFields(await html(admin, path), path);
  const others = hiddenFields(await html(admin, path), path);
  expect((await admin.post(path, { ...others, ...fields, name: 'Xã Người Khác Đổi' })).status).toBe(303);
  const wrong = await admin.post(path, { ...mine, ...fields, name: '' });
  expect(wrong.status).toBe(422);
  const again = hiddenFields(await wrong.text(), path);
  expect((await admin.post(path, { ...again, ...fields, name: 'Xã Của Tôi' })).status).toBe(409);
});

test('a form that comes back keeps the office above that was chosen, also an old one', async () => {
  const old = await makeOffice(site.db, province.province, { name: 'Huyện Xưa', validTo: '2017-12-31' });
  const hidden = hiddenFields(await html(admin, `/don-vi/moi?thuoc=${old.id}`), '/don-vi/moi');
  const fields = { kindId: 'commune', parentId: String(old.id), name: '' };
  const wrong = await admin.post('/don-vi/moi', { ...hidden, ...fields });
  expect(await wrong.text()).toMatch(new RegExp(`value="${old.id}" selected`));
});
