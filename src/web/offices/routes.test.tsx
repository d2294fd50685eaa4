import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actingAs, makeActor, makeOffice, makeProvince, type Province } from '../../../test/factories.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../../test/site.ts';
import { recordSuccession } from '../../offices/succeed-office.ts';
import { officeRoutes } from './routes.tsx';

let site: TestSite;
let province: Province;
let admin: Browser;
let unit: Browser;

beforeAll(async () => {
  site = await openTestSite(officeRoutes);
  province = await makeProvince(site.db);
  admin = await site.signedIn(await makeActor(site.db, [['admin', province.province, 'all']]));
  unit = await site.signedIn(await makeActor(site.db, [['unit', province.commune, 'own']]));
});
afterAll(() => site.close());

const html = async (browser: Browser, path: string) => (await browser.get(path)).text();

describe('the tree', () => {
  test('is read by everybody who is signed in, and by nobody else', async () => {
    const page = await html(unit, '/don-vi');
    for (const office of Object.values(province)) expect(page).toContain(office.name);
    expect((await site.visitor().get('/don-vi')).status).not.toBe(200);
  });

  test('shows the day that is asked for, and says so when that is no day', async () => {
    await makeOffice(site.db, province.province, { name: 'Xã Đời Sau', validFrom: '2025-07-01' });
    expect(await html(unit, '/don-vi')).not.toContain('Xã Đời Sau');
    expect(await html(unit, '/don-vi?ngay=01/07/2025')).toContain('Xã Đời Sau');
    expect(await html(unit, '/don-vi?ngay=31/02/2025')).toContain('không phải là ngày');
  });

  test('is searched by names without marks, and over all times', async () => {
    const page = await html(unit, '/don-vi?q=xa+doi+sau');
    expect(page).toContain('Xã Đời Sau');
    expect(page).toContain('có từ 01/07/2025');
    expect(await html(unit, '/don-vi?q=khong+co+dau')).toContain('Không có đơn vị nào khớp');
  });
});

describe('the page of an office', () => {
  test('shows where it stands and what hangs below it', async () => {
    const page = await html(unit, `/don-vi/${province.district.id}`);
    expect(page).toContain(`href="/don-vi/${province.province.id}"`);
    expect(page).toContain(province.commune.name);
    expect(page).toContain('0 hồ sơ');
    expect((await unit.get('/don-vi/999999')).status).toBe(404);
    expect((await unit.get('/don-vi/abc')).status).toBe(404);
  });

  test('of an old office says what it is now, and of one that will follow since when', async () => {
    const old = await makeOffice(site.db, province.province, { name: 'Xã Vừa Hết' });
    const next = await makeOffice(site.db, province.province, {
      name: 'Xã Kế Tiếp',
      validFrom: '2018-07-01',
    });
    const acting = actingAs(site.db, await makeActor(site.db, [['admin', province.province, 'all']]));
    const input = {
      from: [old.id],
      to: [next.id],
      onDate: '2018-07-01',
      basis: 'Nghị quyết 9',
      endFrom: true,
    };
    expect((await recordSuccession(acting, input)).ok).toBe(true);
    const page = await html(unit, `/don-vi/${old.id}`);
    expect(page).toContain('không còn từ sau 30/06/2018');
    expect(page).toMatch(/Nay thuộc .*Xã Kế Tiếp/);
    expect(page).toContain('Căn cứ: Nghị quyết 9');
    expect(await html(unit, `/don-vi/${next.id}`)).toContain('Nhận từ');
  });

  test('offers changes to an administrator only', async () => {
    const path = `/don-vi/${province.commune.id}`;
    expect(await html(unit, path)).not.toContain(`${path}/sua`);
    expect(await html(admin, path)).toContain(`${path}/sua`);
    expect((await unit.get(`${path}/sua`)).status).toBe(403);
    expect((await unit.post(`${path}/ket-thuc`, { lastDay: '31/12/2018', reason: 'x' })).status).toBe(403);
  });
});

describe('the forms', () => {
  test('add an office, and keep what was typed when something is wrong', async () => {
    const fields = {
      name: 'Phòng Mới',
      kindId: 'department',
      parentId: String(province.lead.id),
      validFrom: '1/6/2016',
    };
    const opened = await html(admin, `/don-vi/moi?thuoc=${province.lead.id}`);
    const hidden = hiddenFields(opened, '/don-vi/moi');
    const wrong = await admin.post('/don-vi/moi', { ...fields, ...hidden, name: '', validTo: 'mai' });
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('Hãy ghi tên đơn vị.');
    expect(again).toContain('value="1/6/2016"');
    const saved = await admin.post('/don-vi/moi', { ...fields, ...hidden });
    expect(saved.status).toBe(303);
    expect(await html(admin, saved.headers.get('location') ?? '')).toContain('Phòng Mới');
  });

  test('tell a stale form what changed meanwhile', async () => {
    const path = `/don-vi/${province.otherCommune.id}/sua`;
    const hidden = hiddenFields(await html(admin, path), path);
    const fields = { ...hidden, kindId: 'commune', parentId: String(province.district.id) };
    expect((await admin.post(path, { ...fields, name: 'Xã Đổi Tên' })).status).toBe(303);
    const stale = await admin.post(path, { ...fields, _khoa: 'another-key-1', name: 'Xã Tên Khác' });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Xã Đổi Tên');
  });

  test('record a succession in two steps: look for the other office, then tick it', async () => {
    const next = await makeOffice(site.db, province.district, {
      name: 'Xã Hợp Nhất Mới',
      validFrom: '2020-01-01',
    });
    const path = `/don-vi/${province.commune.id}/ke-thua`;
    const opened = await html(admin, `${path}?q=hop+nhat`);
    expect(opened).toContain('Xã Hợp Nhất Mới');
    const fields = {
      ...hiddenFields(opened, `${path}?q=hop%20nhat`),
      direction: 'after',
      onDate: '01/01/2020',
      basis: 'Nghị quyết 828',
    };
    const nobody = await admin.post(`${path}?q=hop+nhat`, fields);
    expect(nobody.status).toBe(422);
    expect(await nobody.text()).toContain('Hãy chọn ít nhất một đơn vị');
    const done = await admin.post(`${path}?q=hop+nhat`, {
      ...fields,
      others: [String(next.id)],
      endFrom: '1',
    });
    expect(done.status).toBe(303);
    expect(await html(admin, `/don-vi/${province.commune.id}`)).toContain('đến 31/12/2019');
  });

  test('give the role of standing body, and end an office that nothing hangs from', async () => {
    const path = `/don-vi/${province.standing.id}`;
    const role = hiddenFields(await html(admin, path), `${path}/thuong-truc`);
    expect((await admin.post(`${path}/thuong-truc`, { ...role, validFrom: '10/05/2016' })).status).toBe(303);
    expect(await html(admin, path)).toContain('Cơ quan thường trực');
    const end = hiddenFields(await html(admin, path), `${path}/ket-thuc`);
    const refused = await admin.post(`/don-vi/${province.province.id}/ket-thuc`, {
      ...hiddenFields(
        await html(admin, `/don-vi/${province.province.id}`),
        `/don-vi/${province.province.id}/ket-thuc`,
      ),
      lastDay: '31/12/2018',
      reason: 'thử',
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Còn đơn vị trực thuộc');
    expect(
      (await admin.post(`${path}/ket-thuc`, { ...end, lastDay: '31/12/2018', reason: 'Đề án' })).status,
    ).toBe(303);
    expect(await html(admin, path)).toContain('Lý do: Đề án');
  });
});
