import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeOffice, makePlan, makeProvince, type Province } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { redirectWith, takeFlash } from './flash.ts';
import { officePage } from './page.tsx';
import { get, post, type Route } from './route.ts';

const routes: Route[] = [
  get('/dien-hinh/7', 'signed_in', (visit) => officePage(visit, { title: 'Một hồ sơ', children: '<b>' })),
  get('/loi-nhan', 'signed_in', (visit) => visit.json(takeFlash(visit))),
  post('/dai', 'signed_in', (visit) => redirectWith(visit, '/loi-nhan', 'ữ'.repeat(5000))),
  post('/la', 'signed_in', (visit) =>
    redirectWith(visit, '/loi-nhan', 'Có dấu: ; , " \n xuống dòng', 'warn'),
  ),
];

let site: TestSite;
let office: Province;

beforeAll(async () => {
  site = await openTestSite(routes);
  office = await makeProvince(site.db);
});

afterAll(() => site.close());

describe('the frame of the office', () => {
  it('names who is signed in with role and office, the plan in force and the year', async () => {
    await makePlan(site.db, office.lead);
    const browser = await site.signedIn(await makeActor(site.db, [['unit', office.commune, 'own']], 'Lê Ân'));
    const page = await (await browser.get('/dien-hinh/7')).text();
    for (const words of ['Lê Ân', 'Cán bộ đơn vị', office.commune.name, 'Năm 2018'])
      expect(page).toContain(words);
    expect(page).toMatch(/Kế hoạch \d+\/KH-UBND/);
    expect(page).toContain('<title>Một hồ sơ – Gương Sáng</title>');
    expect(page).toContain('&lt;b&gt;');
  });

  it('names no plan on a day on which none is in force', async () => {
    site.clock.set('2035-01-01');
    const browser = await site.signedIn(await makeActor(site.db, []));
    expect(await (await browser.get('/dien-hinh/7')).text()).not.toMatch(/Kế hoạch \d+\/KH-UBND/);
    site.clock.set('2018-11-15');
  });

  it('shows only the places that one may go to, and marks where one is', async () => {
    const places = async (role: 'unit' | 'standing' | 'admin') => {
      const browser = await site.signedIn(
        await makeActor(site.db, [[role, await makeOffice(site.db, null), 'own']]),
      );
      const page = await (await browser.get('/dien-hinh/7')).text();
      expect(page).toMatch(/href="\/dien-hinh" aria-current="page"/);
      return [page.includes('href="/nhat-ky"'), page.includes('href="/tai-khoan"')];
    };
    expect(await places('unit')).toEqual([false, false]);
    expect(await places('standing')).toEqual([true, false]);
    expect(await places('admin')).toEqual([true, true]);
  });

  it('says plainly that somebody has no role yet', async () => {
    const browser = await site.signedIn(await makeActor(site.db, []));
    const page = await (await browser.get('/dien-hinh/7')).text();
    expect(page).toContain('chưa có vai trò');
    expect(page).toContain('chưa được giao đơn vị');
  });
});

describe('a sentence for the next page', () => {
  const flashAfter = async (path: string) => {
    const browser = await site.signedIn(await makeActor(site.db, []));
    await browser.post(path);
    const first = await (await browser.get('/loi-nhan')).json();
    return [first, await (await browser.get('/loi-nhan')).json()];
  };

  it('comes through whatever it is made of, once', async () => {
    expect(await flashAfter('/la')).toEqual([{ tone: 'warn', text: 'Có dấu: ; , " \n xuống dòng' }, null]);
  });

  it('is cut before it becomes too long for a cookie', async () => {
    const [first] = await flashAfter('/dai');
    expect(first).toEqual({ tone: 'success', text: 'ữ'.repeat(350) });
  });

  it('is nothing when somebody made the cookie up', async () => {
    const browser = await site.signedIn(await makeActor(site.db, []));
    for (const made of ['x', 'ghost:lạ', '%', 'success:']) {
      browser.cookies.set('gs_bao', encodeURIComponent(made));
      expect(await (await browser.get('/loi-nhan')).json()).toBeNull();
    }
  });
});
