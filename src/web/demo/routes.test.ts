import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeProvince, type Province, TEST_DAY } from '../../../test/factories.ts';
import { openTestSite, type TestSite } from '../../../test/site.ts';
import { identityRoutes } from '../identity/routes.ts';
import { officePage } from '../page.tsx';
import { get } from '../route.ts';
import { storedDemoDay } from './demo-day.ts';

let site: TestSite;
let office: Province;

beforeAll(async () => {
  site = await openTestSite(
    (deps) => [
      ...identityRoutes(deps),
      get('/viec-cua-toi', 'signed_in', (visit) =>
        officePage(visit, { title: 'Việc của tôi', children: 'Việc' }),
      ),
    ],
    { demo: true },
  );
  office = await makeProvince(site.db);
});

afterAll(() => site.close());

async function samplePerson(name: string, is_sample = true) {
  const actor = await makeActor(site.db, [['leader', office.province, 'all']], name);
  await site.db.updateTable('account').set({ is_sample }).where('id', '=', actor.accountId).execute();
  return actor;
}

describe('the entrance of the demo', () => {
  it('offers each account of the sample by role and office, and opens it with one click', async () => {
    const person = await samplePerson('Lê Ân (mẫu)');
    await samplePerson('Người Thật', false);
    const browser = site.visitor();
    const page = await (await browser.get('/dang-nhap?tiep=/viec-cua-toi?loc=tre')).text();
    expect(page).toContain('Lê Ân (mẫu)');
    expect(page).toContain('Lãnh đạo');
    expect(page).toContain(office.province.name);
    expect(page).not.toContain('Người Thật');
    const entered = await browser.post('/mau/vao', {
      taiKhoan: String(person.accountId),
      tiep: '/viec-cua-toi?loc=tre',
    });
    expect(entered.headers.get('location')).toBe('/viec-cua-toi?loc=tre');
    expect(await (await browser.get('/viec-cua-toi')).text()).toContain('Lê Ân (mẫu)');
  });

  it('opens no real account', async () => {
    const person = await samplePerson('Người Thật', false);
    for (const taiKhoan of [String(person.accountId), '0', 'x', ''])
      expect((await site.visitor().post('/mau/vao', { taiKhoan })).status).toBe(404);
  });

  it('lets one change places without signing out first', async () => {
    const browser = await site.signedIn(await samplePerson('Một'));
    expect((await browser.get('/dang-nhap')).status).toBe(200);
  });
});

describe('the day of the demo', () => {
  it('is changed from any page, kept for the next start, and recorded', async () => {
    const browser = await site.signedIn(await samplePerson('Hai'));
    expect(await storedDemoDay(site.db)).toBeNull();
    const headers = { referer: 'http://localhost:8080/viec-cua-toi?trang=2' };
    const response = await browser.post('/mau/ngay', { today: '01/02/2019' }, headers);
    expect(response.headers.get('location')).toBe('/viec-cua-toi?trang=2');
    expect(site.clock.today()).toBe('2019-02-01');
    expect(await storedDemoDay(site.db)).toBe('2019-02-01');
    const page = await (await browser.get('/viec-cua-toi')).text();
    expect(page).toContain('value="01/02/2019"');
    expect(page).toContain('Đang xem như hôm nay là 01/02/2019.');
    const event = await site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('kind', '=', 'clock.set')
      .executeTakeFirst();
    expect(event?.after).toEqual({ 'Hôm nay': '01/02/2019' });
    await browser.post('/mau/ngay', { today: '15/11/2018' });
    expect(site.clock.today()).toBe(TEST_DAY);
  });

  it.each(['31/02/2019', 'hôm qua', '', '01/01/1999', '01/01/2050'])(
    'is not %j, and says so',
    async (today) => {
      const browser = await site.signedIn(await samplePerson('Ba'));
      const response = await browser.post('/mau/ngay', { today });
      expect(response.headers.get('location')).toBe('/viec-cua-toi');
      expect(site.clock.today()).toBe(TEST_DAY);
      expect(await (await browser.get('/viec-cua-toi')).text()).toMatch(/notice is-error/);
    },
  );

  it('does not lead to another site whatever the page before was', async () => {
    const browser = await site.signedIn(await samplePerson('Bốn'));
    const response = await browser.post(
      '/mau/ngay',
      { today: '15/11/2018' },
      { referer: 'https://evil.example/x' },
    );
    expect(response.headers.get('location')).toBe('/viec-cua-toi');
  });

  it('is not changed by somebody who is not signed in', async () => {
    expect((await site.visitor().post('/mau/ngay', { today: '01/02/2019' })).status).toBe(401);
  });
});
