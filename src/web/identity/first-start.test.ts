import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeOffice } from '../../../test/factories.ts';
import { hiddenFields, openTestSite, type TestSite } from '../../../test/site.ts';
import { firstStartLink } from '../../identity/first-start.ts';
import { officePage } from '../page.tsx';
import { get } from '../route.ts';
import { type FirstStartOffers, firstStartRoutes } from './first-start.tsx';
import { identityRoutes } from './routes.ts';

let site: TestSite;
let path: string;

const offers: FirstStartOffers = {
  async emptyProvince(tx, _acting, name) {
    const office = await makeOffice(tx, null, { name, kind: 'province' });
    return { officeId: office.id };
  },
  async sample(tx) {
    const office = await makeOffice(tx, null, { name: 'UBND tỉnh Phú Thọ (mẫu)', kind: 'province' });
    await makeOffice(tx, office, { name: 'Huyện mẫu' });
    return { officeId: office.id };
  },
};
const FORM = {
  hoTen: 'Nguyễn Văn Quản',
  tenDangNhap: 'quantri',
  matKhauMoi: 'con trâu đi cày',
  matKhauNhacLai: 'con trâu đi cày',
  batDau: 'tinh-trong',
  tenTinh: 'Ủy ban nhân dân tỉnh Phú Thọ',
};

beforeEach(async () => {
  site = await openTestSite((deps) => [
    ...identityRoutes(deps),
    ...firstStartRoutes(offers),
    get('/viec-cua-toi', 'signed_in', (visit) =>
      officePage(visit, { title: 'Việc của tôi', children: 'Việc' }),
    ),
  ]);
  path = new URL((await firstStartLink(site.db, 'http://localhost:8080')) ?? '').pathname;
});

afterEach(() => site.close());

const offices = () => site.db.selectFrom('office').select('name').orderBy('id').execute();

it('makes the first account with an empty province and signs it in, whoever sends the form twice', async () => {
  const browser = site.visitor();
  const form = { ...hiddenFields(await (await browser.get(path)).text()), ...FORM };
  const twice = await Promise.all([browser.post(path, form), browser.post(path, form)]);
  expect(twice.map((response) => response.headers.get('location'))).toEqual([
    '/viec-cua-toi',
    '/viec-cua-toi',
  ]);
  const home = await (await browser.get('/viec-cua-toi')).text();
  expect(home).toContain('Nguyễn Văn Quản');
  expect(home).toContain('Quản trị');
  expect(await offices()).toEqual([{ name: FORM.tenTinh }]);
  const event = await site.db
    .selectFrom('audit_event')
    .selectAll()
    .where('kind', '=', 'setup.completed')
    .execute();
  expect(event).toHaveLength(1);
});

it('begins with the sample when that is chosen', async () => {
  const response = await site.visitor().post(path, { ...FORM, batDau: 'mau-phu-tho', tenTinh: '' });
  expect(response.headers.get('location')).toBe('/viec-cua-toi');
  expect((await offices()).map((office) => office.name)).toEqual(['UBND tỉnh Phú Thọ (mẫu)', 'Huyện mẫu']);
});

it('says all that is wrong at once, keeps what was typed, and makes nothing', async () => {
  const wrong = {
    hoTen: '',
    tenDangNhap: 'Quản Trị',
    matKhauMoi: '123',
    matKhauNhacLai: '',
    batDau: 'tinh-trong',
    tenTinh: ' ',
  };
  const response = await site.visitor().post(path, wrong);
  const page = await response.text();
  expect(response.status).toBe(422);
  for (const sentence of [
    'Hãy ghi họ và tên.',
    'chỉ gồm chữ không dấu',
    'ít nhất 10 ký tự',
    'Hãy nhập lại mật khẩu.',
    'Hãy ghi tên đơn vị cao nhất',
  ])
    expect(page).toContain(sentence);
  expect(page).toContain('value="Quản Trị"');
  expect(page).not.toContain('123');
  expect(await offices()).toEqual([]);
  const differ = await site.visitor().post(path, { ...FORM, matKhauNhacLai: 'con trâu đi bừa' });
  expect(await differ.text()).toContain('Hai lần nhập mật khẩu không giống nhau.');
});

it('answers a used, a replaced and a made-up link with the same sentence', async () => {
  await site.visitor().post(path, FORM);
  for (const link of [path, '/khoi-tao/abc', `/khoi-tao/${'a'.repeat(43)}`]) {
    const pages = [
      await site.visitor().get(link),
      await site.visitor().post(link, FORM),
      await site.visitor().post(link, {}),
    ];
    for (const page of pages) {
      expect(page.status).toBe(410);
      expect(await page.text()).toContain('đã được dùng, đã quá 24 giờ, hoặc đã được thay');
    }
  }
  expect(await offices()).toHaveLength(1);
});

it('is kept by no browser', async () => {
  expect((await site.visitor().get(path)).headers.get('cache-control')).toBe('private, no-store');
});
