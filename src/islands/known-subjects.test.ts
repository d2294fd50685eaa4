import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { bringAxe, violationsOn } from '../../test/axe.ts';
import { launchBrowser } from '../../test/browser.ts';
import { type ExemplarSite, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { exemplarRoutes } from '../exemplars/routes.tsx';
import { startSession } from '../identity/sessions.ts';
import { projectRoot } from '../platform/project-root.ts';
import { serveRoutes } from '../web/serve-routes.ts';

let there: ExemplarSite;
let server: Server;
let browser: Browser;
let context: BrowserContext;
let tab: Page;
let address: string;

beforeAll(async () => {
  const routes = exemplarRoutes({ parts: [] });
  there = await openExemplarSite(routes);
  const { deps } = there.site;
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    root: projectRoot(),
    build: {
      outDir: join(deps.assets.folder, 'assets'),
      emptyOutDir: true,
      rolldownOptions: {
        input: [
          'src/islands/ui-office.ts',
          'src/islands/known-subjects.ts',
          'src/ui/app.css',
          'src/ui/office.css',
        ],
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  server = createServer(getRequestListener(serveRoutes(deps, routes).fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' && listening ? listening.port : 0}`;
  browser = await launchBrowser();
  await makeExemplar(there.world, { state: 'found', fullName: 'Hoàng Thị Thuý Hoà' });
  await makeExemplar(there.world, {
    state: 'found',
    fullName: 'Hoàng Thị Thúy Hòa',
    officeId: there.world.place.otherCommune.id,
  });
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  await there?.close();
});
beforeEach(async () => {
  const { db } = there.world;
  const token = await startSession(db, there.world.unit.accountId, 12, { ip: null, userAgent: null });
  context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await context.addCookies([{ name: 'gs_phien', value: token, url: address }]);
  await bringAxe(context);
  tab = await context.newPage();
  await tab.goto(`${address}/dien-hinh/moi`);
});
afterEach(() => context.close());

const known = () => tab.locator('input[name=subjectId]');

it('who it may be is shown with reasons while one types, told politely, and gone with another name', async () => {
  await tab.getByLabel('Cá nhân').check();
  await tab.locator('#f-fullName').fill('HOÀNG THỊ THÚY HÒA');
  await known().first().waitFor();
  expect(await tab.locator('[data-known-url]').textContent()).toContain('cùng tên');
  expect(await tab.locator('[data-known-status]').textContent()).toContain('Có thể đã có trong hệ thống');
  expect(await tab.locator('[data-known-status]').getAttribute('role')).toBe('status');
  expect(await violationsOn(tab, {}, { include: '[data-known-url]' })).toEqual([]);
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await tab.locator('#f-fullName').fill('Kiều Quốc Uy');
  await expect.poll(() => known().count()).toBe(0);
});

it('what somebody chose stays chosen while they go on typing elsewhere', async () => {
  await tab.getByLabel('Cá nhân').check();
  await tab.locator('#f-fullName').fill('Hoàng Thị Thúy Hòa');
  await known().first().check();
  const chosen = await known().first().inputValue();
  await tab.locator('#f-birthYear').fill('1960');
  await tab.waitForResponse((answer) => answer.url().includes('birthYear=1960'));
  await expect.poll(() => tab.locator('input[name=subjectId]:checked').inputValue()).toBe(chosen);
});
