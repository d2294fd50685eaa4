import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { setCookie } from 'hono/cookie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makeProvince, type Province } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { officePage } from './page.tsx';
import { get } from './route.ts';
import { serveRoutes } from './serve-routes.ts';

const LONG = 'Điển hình tiên tiến. '.repeat(200);

const routes = [
  get('/', 'public', (visit) => visit.html(`<p>${LONG}</p>`)),
  get('/co-cookie', 'public', (visit) => {
    setCookie(visit, 'la', '1');
    return visit.text('của riêng trình duyệt này');
  }),
  get('/dien-hinh', 'signed_in', (visit) => officePage(visit, { title: 'Điển hình', children: 'Danh sách' })),
];

let site: TestSite;
let office: Province;
let assets: string;

beforeAll(async () => {
  assets = await mkdtemp(join(tmpdir(), 'guong-sang-assets-'));
  await mkdir(join(assets, 'assets'));
  await writeFile(join(assets, 'assets/app-1a2b.css'), `body{color:red}${' '.repeat(3000)}`);
  await writeFile(join(assets, 'manifest.json'), '{}');
  site = await openTestSite(routes, { assetsFolder: assets });
  office = await makeProvince(site.db);
});

afterAll(async () => {
  await site.close();
  await rm(assets, { recursive: true });
});

const unit = async () => site.signedIn(await makeActor(site.db, [['unit', office.commune, 'own']]));

describe('over a real line', () => {
  it('says how the body is packed, and packs what it says', async () => {
    const app = serveRoutes(site.deps, routes);
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': encoding } });
      // fetch unpacks by what the header says
      expect(await response.text()).toBe(`<p>${LONG}</p>`);
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('what browsers may keep', () => {
  it('keeps nothing of the office', async () => {
    const response = await (await unit()).get('/dien-hinh');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('sets no cookie on a public page, lets it be kept for a minute and asked for by its tag', async () => {
    const first = await site.visitor().get('/');
    expect(first.headers.get('set-cookie')).toBeNull();
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const tag = first.headers.get('etag') ?? '';
    const again = await site.visitor().get('/', { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('shows a public page alike with and without a session', async () => {
    const [signedIn, visitor] = [await (await unit()).get('/'), await site.visitor().get('/')];
    expect(signedIn.headers.get('etag')).toBe(visitor.headers.get('etag'));
  });

  it('does not let others keep a public page that speaks to one browser', async () => {
    expect((await site.visitor().get('/co-cookie')).headers.get('cache-control')).toBe('private, no-store');
  });

  it('sends text compressed to those who can read it', async () => {
    const page = `<p>${LONG}</p>`;
    const brotli = await site.visitor().get('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(page);
    const gzip = await site.visitor().get('/', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(page);
    expect(gzip.headers.get('vary')).toContain('Accept-Encoding');
    expect(await (await site.visitor().get('/')).text()).toBe(page);
  });

  it('serves built files for ever, and nothing beside them', async () => {
    const file = await site.visitor().get('/assets/app-1a2b.css', { 'accept-encoding': 'br' });
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-type')).toContain('text/css');
    expect(brotliDecompressSync(Buffer.from(await file.arrayBuffer())).toString()).toContain('color:red');
    for (const path of [
      '/assets/../manifest.json',
      '/assets/%2e%2e/manifest.json',
      '/assets/',
      '/assets/app.css',
    ]) {
      const missing = await site.visitor().get(path);
      expect([path, missing.status]).toEqual([path, 404]);
      expect(missing.headers.get('cache-control')).toBe('private, no-store');
    }
  });
});
