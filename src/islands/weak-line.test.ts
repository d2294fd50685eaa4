import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/browser.ts';
import { type GallerySite, openGallerySite } from '../ui/gallery-site.ts';

let site: GallerySite;
let browser: Browser;
let context: BrowserContext;
let tab: Page;

beforeAll(async () => {
  site = await openGallerySite();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  site.drafts.received.length = 0;
  site.drafts.answerWith = 204;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  tab = await context.newPage();
  await tab.goto(`${site.url}/office`);
});
afterEach(() => context.close());

const status = (words: RegExp, timeout = 8_000) =>
  tab.locator('[data-draft-status]').filter({ hasText: words }).waitFor({ timeout });

describe('a form that is sent while there is no line', () => {
  it('stays on the page, says so, and is sent by itself, once, when the line is back', async () => {
    const sent: string[] = [];
    const form = tab.locator('form[data-draft-url]');
    const path = await form.evaluate((one: HTMLFormElement) => new URL(one.action).pathname);
    tab.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === path) sent.push(request.url());
    });
    await context.setOffline(true);
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await form.locator('button.is-primary').first().click();
    await status(/^Mất mạng: đã giữ trên máy lúc \d\d:\d\d\. Có mạng lại, biểu mẫu sẽ tự gửi\.$/);
    expect(sent).toEqual([]);
    await context.setOffline(false);
    await expect.poll(() => sent.length, { timeout: 8_000 }).toBe(1);
  });
});

describe('a form whose answer never came', () => {
  const KEY = 'khoa-da-gui-1';
  /** As it is left when the line dies after the form was sent: the browser's own page came, and one goes back. */
  async function comeBack(answer: { status: number; body: string }): Promise<void> {
    await tab.evaluate((key) => {
      const fields = [
        ['hoTen', 'Lê Văn Ưởng'],
        ['_khoa', key],
      ];
      localStorage.setItem('nhap::/office/nhap/thu', JSON.stringify({ at: Date.now(), fields, sent: true }));
    }, KEY);
    await tab.route(`**/nhap/da-nhan/${KEY}`, (route) => route.fulfill(answer));
    await tab.goto(`${site.url}/office`);
  }

  it('says when it was received, and keeps nothing more', async () => {
    await comeBack({ status: 200, body: '14:05' });
    await status(/^Biểu mẫu gửi trước đó: đã nhận lúc 14:05\.$/);
    expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('is offered again when it was not, under the key under which it was sent: so it is done once', async () => {
    await comeBack({ status: 404, body: '' });
    await status(/còn giữ phần gõ lúc/);
    await tab.locator('form[data-draft-url]').evaluate((form) => {
      const field = Object.assign(document.createElement('input'), {
        type: 'hidden',
        name: '_khoa',
        value: 'moi',
      });
      form.append(field);
    });
    await tab.getByRole('button', { name: 'Lấy lại' }).click();
    expect(await tab.locator('#f-hoTen').inputValue()).toBe('Lê Văn Ưởng');
    expect(await tab.locator('[name=_khoa]').last().inputValue()).toBe(KEY);
  });
});
