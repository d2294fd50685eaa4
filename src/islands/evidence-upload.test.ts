import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/browser.ts';
import { type EvidenceDesk, openEvidenceDesk, PDF } from '../../test/evidence-desk.ts';
import { evidencePart } from '../exemplars/evidence-part.tsx';
import { evidenceRoutes } from '../exemplars/evidence-routes.tsx';
import { exemplarRoutes } from '../exemplars/routes.tsx';
import { projectRoot } from '../platform/project-root.ts';
import { serveRoutes } from '../web/serve-routes.ts';

const ISLANDS = ['evidence-upload', 'evidence-viewer', 'ui-office'];

let desk: EvidenceDesk;
let server: Server;
let address: string;
let browser: Browser;
let context: BrowserContext;
let tab: Page;
let id: number;

beforeAll(async () => {
  desk = await openEvidenceDesk();
  desk.site.deps.config.uploadMaxBytes = 12 * 1024 * 1024;
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    root: projectRoot(),
    build: {
      outDir: join(desk.site.deps.assets.folder, 'assets'),
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(
          ISLANDS.map((name) => [name, join(projectRoot(), `src/islands/${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const routes = [...exemplarRoutes({ parts: [evidencePart] }), ...evidenceRoutes];
  server = createServer(getRequestListener(serveRoutes(desk.site.deps, routes).fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' && listening ? listening.port : 0}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  await desk?.site.close();
});
beforeEach(async () => {
  id = await desk.exemplarIn('found');
  context = await browser.newContext();
  await context.addCookies([
    { name: 'gs_phien', value: desk.officer.cookies.get('gs_phien') ?? '', url: address },
  ]);
  tab = await context.newPage();
  await tab.goto(`${address}/dien-hinh/${id}/minh-chung/moi`);
});
afterEach(() => context.close());

const photo = (width: number, height: number) => {
  const noise = Buffer.alloc(width * height * 3);
  for (let at = 0; at < noise.length; at++) noise[at] = (at * 2_654_435_761) >>> 24;
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .withExif({ IFD3: { GPSLatitude: '21/1 19/1 0/1' } })
    .toBuffer();
};
const choose = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  tab.locator('input[type=file]').setInputFiles(files);
const submit = () => tab.getByRole('button', { name: 'Lưu', exact: true }).click();
const pdf = (name: string, more = '') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([PDF, Buffer.from(`${more}%%EOF`)]),
});

describe('files on a weak line', () => {
  it('go one by one, pictures made small before they leave, and the page goes on when all are there', async () => {
    const large = await photo(3_000, 2_000);
    const sizes: number[] = [];
    tab.on('request', (request) => {
      if (request.url().endsWith('/gui')) sizes.push(request.postDataBuffer()?.length ?? 0);
    });
    await choose({ name: 'Con đường.jpg', mimeType: 'image/jpeg', buffer: large }, pdf('Quyết định.pdf'));
    await submit();
    await tab.waitForURL(`${address}/dien-hinh/${id}#minh-chung`);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(large.length);
    expect((await desk.kept(id)).map(({ title }) => title)).toEqual(['Quyết định', 'Con đường']);
    const { sha256 } = await desk.site.db
      .selectFrom('evidence as v')
      .innerJoin('file as f', 'f.id', 'v.file_id')
      .select('f.sha256')
      .where('v.exemplar_id', '=', id)
      .where('v.title', '=', 'Con đường')
      .executeTakeFirstOrThrow();
    const { width, exif } = await sharp(Buffer.from(await desk.site.deps.files.get(sha256))).metadata();
    expect([width, exif]).toEqual([2_000, undefined]);
  });

  it('are each answered for themselves: the good one stays, the wrong one says what is wrong', async () => {
    await tab.locator('[name=title]').fill('Hồ sơ');
    await choose(
      { name: 'xấu.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
      pdf('tốt.pdf'),
    );
    await submit();
    const rows = tab.locator('.upload-list li');
    await rows.filter({ hasText: 'tốt.pdf' }).filter({ hasText: 'Đã nhận.' }).waitFor();
    expect(await rows.filter({ hasText: 'xấu.exe' }).textContent()).toContain('không đúng loại');
    expect(await tab.locator('[name=title]').inputValue()).toBe('Hồ sơ');
    expect((await desk.kept(id)).map(({ title }) => title)).toEqual(['Hồ sơ (2)']);
  });

  it('stay on the page with what was typed when the line breaks, and are kept once when it is back', async () => {
    let cut = 2;
    await tab.route('**/gui', async (route) => {
      cut -= 1;
      // once the line breaks on the way there, once on the way back: the file has arrived
      if (cut === 1) return route.abort('connectionreset');
      if (cut === 0) {
        await route.fetch();
        return route.abort('connectionreset');
      }
      return route.continue();
    });
    await tab.locator('[name=title]').fill('Ảnh mặt đường');
    await choose(pdf('a.pdf'));
    await submit();
    const again = tab.getByRole('button', { name: 'Gửi lại a.pdf' });
    await again.waitFor();
    expect(await tab.locator('[name=title]').inputValue()).toBe('Ảnh mặt đường');
    await again.click();
    await tab.getByText('Đường truyền bị ngắt').waitFor();
    expect(await desk.kept(id)).toHaveLength(1);
    await again.click();
    await tab.waitForURL(`${address}/dien-hinh/${id}#minh-chung`);
    expect(await desk.kept(id)).toHaveLength(1);
  });

  it('leave the reference of a paper to the form itself', async () => {
    await tab.locator('[name=title]').fill('Quyết định khen thưởng');
    await tab.locator('[name=reference]').fill('12/QĐ-UBND');
    await submit();
    await tab.waitForURL(`${address}/dien-hinh/${id}#minh-chung`);
    expect(await desk.kept(id)).toMatchObject([{ title: 'Quyết định khen thưởng', reference: '12/QĐ-UBND' }]);
  });
});

it('leads to the evidence before and after by the arrows', async () => {
  await desk.send(desk.officer, id, {
    files: [
      ['a.pdf', PDF],
      ['b.pdf', Buffer.from('%PDF-1.4 b %%EOF')],
    ],
  });
  const [second, first] = (await desk.kept(id)).map((one) => one.id);
  await tab.goto(`${address}/minh-chung/${first}/xem`);
  await tab.keyboard.press('ArrowLeft');
  await tab.keyboard.press('ArrowRight');
  await tab.waitForURL(`${address}/minh-chung/${second}/xem`);
  await tab.keyboard.press('ArrowLeft');
  await tab.waitForURL(`${address}/minh-chung/${first}/xem`);
});
