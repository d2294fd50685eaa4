import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeProvince, type Province } from '../../../test/factories.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../../test/site.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { officePage } from '../page.tsx';
import { get } from '../route.ts';
import { identityRoutes } from './routes.ts';

let site: TestSite;
let office: Province;
const PASSWORD = 'con trâu đi cày';

beforeAll(async () => {
  site = await openTestSite((deps) => [
    ...identityRoutes(deps),
    get('/viec-cua-toi', 'signed_in', (visit) =>
      officePage(visit, { title: 'Việc của tôi', children: 'Việc' }),
    ),
  ]);
  office = await makeProvince(site.db);
});

afterAll(() => site.close());

let serial = 0;
async function makePerson(columns: { must_change_password?: boolean } = {}) {
  const actor = await makeActor(site.db, [['unit', office.commune, 'own']]);
  const username = `nguoi${++serial}`;
  const password_hash = await hashPassword(PASSWORD);
  await site.db
    .updateTable('account')
    .set({ username, password_hash, ...columns })
    .where('id', '=', actor.accountId)
    .execute();
  return username;
}
const enter = (browser: Browser, tenDangNhap: string, matKhau = PASSWORD, tiep = '') =>
  browser.post('/dang-nhap', { tenDangNhap, matKhau, tiep });

describe('the sign-in page', () => {
  it('lets one in and leads to the page that was asked for', async () => {
    const username = await makePerson();
    const browser = site.visitor();
    const sent = await browser.get('/viec-cua-toi?loc=tre');
    const page = await (await browser.get(sent.headers.get('location') ?? '')).text();
    const { tiep = '' } = hiddenFields(page);
    expect(tiep).toBe('/viec-cua-toi?loc=tre');
    const response = await enter(browser, username, PASSWORD, tiep);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/viec-cua-toi?loc=tre']);
    expect((await browser.get('/viec-cua-toi')).status).toBe(200);
  });

  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const username = await makePerson();
    const [cookie = ''] = (await enter(site.visitor(), username)).headers.getSetCookie();
    expect(cookie).toMatch(/^gs_phien=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    const https = await openTestSite(identityRoutes, { env: { PUBLIC_URL: 'https://guongsang.example' } });
    const actor = await makeActor(https.db, []);
    const password_hash = await hashPassword(PASSWORD);
    await https.db
      .updateTable('account')
      .set({ username: 'an1', password_hash })
      .where('id', '=', actor.accountId)
      .execute();
    expect((await enter(https.visitor(), 'an1')).headers.getSetCookie()[0]).toMatch(/Secure/);
    await https.close();
  });

  it('leads nobody to another site', async () => {
    const username = await makePerson();
    for (const tiep of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await enter(site.visitor(), username, PASSWORD, tiep)).headers.get('location')).toBe(
        '/viec-cua-toi',
      );
  });

  it('keeps the name, never the password, when something is wrong', async () => {
    const username = await makePerson();
    const response = await enter(site.visitor(), username, 'mật khẩu sai bét');
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain(`value="${username}"`);
    expect(page).toContain('Tên đăng nhập hoặc mật khẩu không đúng');
    expect(page).not.toContain('sai bét');
    const empty = await (await enter(site.visitor(), '', '')).text();
    expect(empty).toContain('Hãy ghi tên đăng nhập.');
    expect(empty).toContain('Hãy nhập mật khẩu.');
  });

  it('says how long to wait after too many tries', async () => {
    const username = await makePerson();
    for (let n = 0; n < 5; n++) await enter(site.visitor(), username, 'mật khẩu sai bét');
    const response = await enter(site.visitor(), username);
    expect(response.status).toBe(429);
    expect(await response.text()).toMatch(/Hãy đợi (2\d|30) giây rồi thử lại/);
  });

  it('sends on who is signed in already, and ends the old session when somebody else signs in', async () => {
    const browser = site.visitor();
    await enter(browser, await makePerson());
    expect((await browser.get('/dang-nhap')).headers.get('location')).toBe('/viec-cua-toi');
    const old = browser.cookies.get('gs_phien') ?? '';
    await enter(browser, await makePerson());
    const before = site.visitor();
    before.cookies.set('gs_phien', old);
    expect((await before.get('/viec-cua-toi')).status).toBe(303);
  });

  it('is not kept by anybody', async () => {
    expect((await site.visitor().get('/dang-nhap')).headers.get('cache-control')).toBe('private, no-store');
  });

  it('has no entrance without a password outside the demo', async () => {
    const actor = await makeActor(site.db, []);
    await site.db.updateTable('account').set({ is_sample: true }).where('id', '=', actor.accountId).execute();
    const browser = site.visitor();
    expect((await browser.post('/mau/vao', { taiKhoan: String(actor.accountId) })).status).toBe(404);
    expect(await (await browser.get('/dang-nhap')).text()).not.toContain('/mau/vao');
  });
});

describe('signing out', () => {
  it('ends the session and forgets the cookie', async () => {
    const browser = site.visitor();
    await enter(browser, await makePerson());
    const token = browser.cookies.get('gs_phien') ?? '';
    const response = await browser.post('/dang-xuat');
    expect(response.headers.get('location')).toBe('/dang-nhap');
    expect(browser.cookies.has('gs_phien')).toBe(false);
    browser.cookies.set('gs_phien', token);
    expect((await browser.get('/viec-cua-toi')).status).toBe(303);
  });
});

describe('a password that was given out', () => {
  it('must be changed first, and then everything is open', async () => {
    const browser = site.visitor();
    await enter(browser, await makePerson({ must_change_password: true }));
    expect((await browser.get('/viec-cua-toi')).headers.get('location')).toBe('/doi-mat-khau');
    const page = await (await browser.get('/doi-mat-khau')).text();
    expect(page).toContain('Đặt mật khẩu mới');
    const next = { matKhauMoi: 'con cò bay lả', matKhauNhacLai: 'con cò bay lả' };
    const wrong = await browser.post('/doi-mat-khau', {
      ...hiddenFields(page, '/doi-mat-khau'),
      matKhauCu: 'x',
      ...next,
    });
    expect([wrong.status, (await wrong.text()).includes('Mật khẩu hiện tại không đúng')]).toEqual([
      422,
      true,
    ]);
    const right = { ...hiddenFields(page, '/doi-mat-khau'), matKhauCu: PASSWORD, ...next };
    expect((await browser.post('/doi-mat-khau', right)).headers.get('location')).toBe('/viec-cua-toi');
    const home = await (await browser.get('/viec-cua-toi')).text();
    expect(home).toContain('Đã đổi mật khẩu');
    expect(await (await browser.get('/viec-cua-toi')).text()).not.toContain('Đã đổi mật khẩu');
  });
});
