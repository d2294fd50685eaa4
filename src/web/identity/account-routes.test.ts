import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeOffice, makeProvince, type Province } from '../../../test/factories.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../../test/site.ts';
import { identityRoutes } from './routes.ts';

let site: TestSite;
let office: Province;
let admin: Browser;

beforeAll(async () => {
  site = await openTestSite(identityRoutes);
  office = await makeProvince(site.db);
  await makeOffice(site.db, office.district, { name: 'Ủy ban nhân dân xã Phong Châu', code: '08123' });
  admin = await site.signedIn(await makeActor(site.db, [['admin', office.province, 'all']]));
});

afterAll(() => site.close());

const officer = () => makeActor(site.db, [['unit', office.commune, 'own']], 'Phùng Thị Phương');
const textOf = async (response: Response | Promise<Response>) => (await response).text();
const GRANT = { vaiTro: 'unit', phamVi: 'own', tuNgay: '', denNgay: '' };

describe('the pages of accounts', () => {
  it('are for administrators only', async () => {
    const person = await officer();
    const browser = await site.signedIn(person);
    for (const path of ['/tai-khoan', '/tai-khoan/moi', `/tai-khoan/${person.accountId}`])
      expect((await browser.get(path)).status).toBe(403);
    expect((await browser.post(`/tai-khoan/${person.accountId}/ten`, { hoTen: 'Khác' })).status).toBe(403);
  });

  it.each(['0', 'abc', '999999', '99999999999999999999', '-1', '1.5'])(
    'answer 404 for number %s',
    async (id) => {
      expect((await admin.get(`/tai-khoan/${id}`)).status).toBe(404);
      expect((await admin.post(`/tai-khoan/${id}/khoa`, { lyDo: 'thử' })).status).toBe(404);
      expect((await admin.post(`/tai-khoan/${id}/cap-mat-khau`)).status).toBe(404);
      expect((await admin.get(`/tai-khoan/${id}/giao-vai-tro`)).status).toBe(404);
    },
  );

  it('show what is wrong in the address as an empty list, not as an error', async () => {
    for (const query of [
      'trang=0',
      'trang=-5',
      'trang=99999999999',
      'vaiTro=ghost',
      'q=%25%27%5C',
      'trangThai=1',
    ])
      expect((await admin.get(`/tai-khoan?${query}`)).status).toBe(200);
    expect(await textOf(admin.get('/tai-khoan?q=khongcoai'))).toContain('Không có tài khoản nào như vậy.');
  });
});

describe('making an account', () => {
  it('finds the office without a script and keeps what was typed meanwhile', async () => {
    const address =
      '/tai-khoan/moi?hoTen=Nguyễn+Thị+Hoa&tenDangNhap=hoa&vaiTro=lead&timDonVi=phong+chau&_khoa=abcdefgh';
    const page = await textOf(admin.get(address));
    expect(page).toContain('value="Nguyễn Thị Hoa"');
    expect(page).toMatch(/<option value="lead" selected/);
    expect(page).toContain('Ủy ban nhân dân xã Phong Châu');
    expect(await textOf(admin.get('/tai-khoan/moi?timDonVi=khongcodonvinay'))).toContain('hãy gõ cách khác');
  });

  it('shows the one-time password, the same one when the form comes twice', async () => {
    const donVi = String(office.commune.id);
    const form = {
      ...GRANT,
      _khoa: 'mot-khoa-rieng',
      hoTen: 'Nguyễn Thị Hoa',
      tenDangNhap: 'Hoa.ChanMong',
      donVi,
    };
    const pages = await Promise.all([
      textOf(admin.post('/tai-khoan', form)),
      textOf(admin.post('/tai-khoan', form)),
    ]);
    const passwords = pages.map((page) => /<code>((?:\w{4}-){3}\w{4})<\/code>/.exec(page)?.[1]);
    expect(passwords[0]).toBeDefined();
    expect(passwords[1]).toBe(passwords[0]);
    const made = await site.db
      .selectFrom('account')
      .select('id')
      .where('username', '=', 'hoa.chanmong')
      .execute();
    expect(made).toHaveLength(1);
    const browser = site.visitor();
    await browser.post('/dang-nhap', { tenDangNhap: 'hoa.chanmong', matKhau: passwords[0] ?? '' });
    expect((await browser.get('/doi-mat-khau')).status).toBe(200);
  });

  it('says all that is wrong at once, keeps what was typed, and makes nothing', async () => {
    const response = await admin.post('/tai-khoan', {
      ...GRANT,
      hoTen: ' ',
      tenDangNhap: 'Thị Hoa',
      denNgay: '31/02/2018',
      vaiTro: 'vua',
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    for (const sentence of [
      'Hãy ghi họ và tên.',
      'chỉ gồm chữ không dấu',
      'Hãy chọn vai trò.',
      'Hãy chọn đơn vị.',
      '“31/02/2018” không phải là ngày',
    ])
      expect(page).toContain(sentence);
    expect(page).toContain('value="Thị Hoa"');
    expect(page).toContain('href="#f-tenDangNhap"');
  });
});

describe('the page of one account', () => {
  it('shows and takes back roles, each change in its history', async () => {
    const { accountId } = await officer();
    const path = `/tai-khoan/${accountId}`;
    const form = hiddenFields(await textOf(admin.get(`${path}/giao-vai-tro`)), `${path}/giao-vai-tro`);
    const given = await admin.post(`${path}/giao-vai-tro`, {
      ...form,
      ...GRANT,
      vaiTro: 'lead',
      donVi: String(office.lead.id),
    });
    expect(given.headers.get('location')).toBe(path);
    const page = await textOf(admin.get(path));
    expect(page).toContain('Đã giao vai trò.');
    expect(page).toContain('Cán bộ cơ quan chủ trì');
    const revoke = hiddenFields(page, `${path}/thu-hoi`);
    expect((await admin.post(`${path}/thu-hoi`, revoke)).status).toBe(303);
    expect(await textOf(admin.get(path))).toContain('đã thu hồi vai trò');
  });

  it('closes and opens the account, with the reason asked for beside its field', async () => {
    const { accountId } = await officer();
    const path = `/tai-khoan/${accountId}`;
    const form = hiddenFields(await textOf(admin.get(path)), `${path}/khoa`);
    const without = await admin.post(`${path}/khoa`, { ...form, lyDo: ' ' });
    expect([without.status, (await without.text()).includes('Hãy ghi lý do.')]).toEqual([422, true]);
    expect((await admin.post(`${path}/khoa`, { ...form, lyDo: 'Chuyển công tác' })).status).toBe(303);
    const closed = await textOf(admin.get(path));
    expect(closed).toContain('Lý do: Chuyển công tác');
    expect((await admin.post(`${path}/mo`, hiddenFields(closed, `${path}/mo`))).status).toBe(303);
  });

  it('refuses a stale form with what was changed meanwhile', async () => {
    const { accountId } = await officer();
    const path = `/tai-khoan/${accountId}`;
    const form = hiddenFields(await textOf(admin.get(path)), `${path}/ten`);
    await admin.post(`${path}/ten`, { ...form, hoTen: 'Phùng Thị Mới' });
    const stale = await admin.post(`${path}/ten`, {
      ...form,
      _khoa: 'khoa-cua-tab-khac',
      hoTen: 'Phùng Thị Khác',
    });
    const page = await stale.text();
    expect(stale.status).toBe(409);
    expect(page).toContain('Họ tên: Phùng Thị Phương → Phùng Thị Mới');
  });

  it('gives a new password that works once more', async () => {
    const { accountId } = await officer();
    const path = `/tai-khoan/${accountId}`;
    const form = hiddenFields(await textOf(admin.get(path)), `${path}/cap-mat-khau`);
    const page = await textOf(admin.post(`${path}/cap-mat-khau`, form));
    expect(page).toMatch(/<code>(\w{4}-){3}\w{4}<\/code>/);
    expect(await textOf(admin.get(path))).toContain('Dùng một lần, chưa được đổi');
  });

  it("refuses to close one's own account, in a sentence", async () => {
    const self = await makeActor(site.db, [['admin', office.province, 'all']]);
    const browser = await site.signedIn(self);
    const response = await browser.post(`/tai-khoan/${self.accountId}/khoa`, { lyDo: 'thử' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('không thể khóa tài khoản của chính mình');
  });
});
