import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeProvince, type Province } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { openDb } from '../platform/db.ts';
import { officePage } from './page.tsx';
import { get } from './route.ts';
import { serveRoutes } from './serve-routes.ts';

const routes = [
  get('/', 'public', (visit) => visit.html('<p>Trang đầu</p>')),
  get('/dien-hinh', 'signed_in', (visit) => officePage(visit, { title: 'Điển hình', children: 'Danh sách' })),
  get('/dien-hinh/:so', 'signed_in', (visit) => visit.text(`hồ sơ ${visit.req.param('so')}`)),
  get('/dien-hinh/moi', 'signed_in', (visit) => visit.text('hồ sơ mới')),
  get('/hong', 'signed_in', () => {
    throw new Error('secret of the code');
  }),
  get('/mat-ket-noi', 'signed_in', () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  }),
];

let site: TestSite;
let office: Province;

beforeAll(async () => {
  site = await openTestSite(routes);
  office = await makeProvince(site.db);
});

afterAll(() => site.close());

const unit = async () => site.signedIn(await makeActor(site.db, [['unit', office.commune, 'own']]));

describe('every answer', () => {
  it('reads a word before a parameter, whichever was listed first', async () => {
    const browser = await unit();
    expect(await (await browser.get('/dien-hinh/moi')).text()).toBe('hồ sơ mới');
    expect(await (await browser.get('/dien-hinh/7')).text()).toBe('hồ sơ 7');
  });

  it('refuses to start when two routes answer the same address', () => {
    const twice = [
      get('/a/:id', 'public', (visit) => visit.text('')),
      get('/a/:so', 'public', (visit) => visit.text('')),
    ];
    expect(() => serveRoutes(site.deps, twice)).toThrow('Two routes answer GET /a/:so (also as /a/:id).');
  });

  it('allows only our own scripts and styles, and no frame around us', async () => {
    for (const path of ['/', '/dien-hinh', '/khong-co', '/hong', '/assets/x.js']) {
      const { headers } = await (await unit()).get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('of a page names the icon, to which the old address of icons leads for a day', async () => {
    expect(await (await (await unit()).get('/dien-hinh')).text()).toContain(
      '<link rel="icon" href="/assets/icon.svg" type="image/svg+xml"',
    );
    const old = await site.visitor().get('/favicon.ico');
    expect([old.status, old.headers.get('location')]).toEqual([301, '/assets/icon.svg']);
    expect(old.headers.get('cache-control')).toBe('public, max-age=86400');
  });

  it('is a page of ours for an address that does not exist', async () => {
    const visitor = await site.visitor().get('/khong-co');
    expect([visitor.status, (await visitor.text()).includes('Không tìm thấy')]).toEqual([404, true]);
    const page = await (await (await unit()).get('/khong-co')).text();
    expect(page).toContain('Việc của tôi');
    expect((await site.visitor().get('/dien-hinh/%00')).status).toBe(404);
  });

  it('leads an address with a slash too many to the one without, never to another site', async () => {
    const at = async (path: string) => (await site.visitor().get(path)).headers.get('location');
    expect(await at('/dien-hinh/?q=1')).toBe('/dien-hinh?q=1');
    expect(await at('//evil.example/')).toBe('/evil.example');
  });

  it('has a head without a body', async () => {
    const app = serveRoutes(site.deps, routes);
    const head = await app.request('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await app.request('/', { method: 'DELETE' })).status).toBe(405);
  });

  it('names a failure by a reference and shows nothing of the code', async () => {
    const response = await (await unit()).get('/hong');
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toMatch(/<code>[0-9A-F]{8}<\/code>/);
    expect(page).not.toContain('secret of the code');
  });

  it('says that the database does not answer', async () => {
    const response = await (await unit()).get('/mat-ket-noi');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await response.text()).toContain('Cơ sở dữ liệu đang không trả lời');
  });
});

describe('a database that is gone', () => {
  it('is said on every page and to the health check, without leaving anybody waiting', async () => {
    const lost = openDb('postgres://gs:gs@127.0.0.1:1/gone');
    const app = serveRoutes({ ...site.deps, db: lost.db }, routes);
    const headers = { cookie: 'gs_phien=whatever' };
    const answers = [await app.request('/suc-khoe'), await app.request('/dien-hinh', { headers })];
    expect(answers.map((answer) => answer.status)).toEqual([503, 503]);
    expect((await site.visitor().get('/suc-khoe')).status).toBe(200);
    await lost.close();
  });
});
