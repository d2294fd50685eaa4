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

describe('the keys', () => {
  it('bring the caret to the search box with / and Ctrl-K', async () => {
    const box = tab.locator('[data-search-keys]');
    const boxHasCaret = () => box.evaluate((one) => one === document.activeElement);
    await tab.keyboard.press('/');
    expect(await boxHasCaret()).toBe(true);
    expect(await box.inputValue()).toBe('');
    await tab.locator('#f-viecLam').focus();
    await tab.keyboard.press('Control+k');
    expect(await boxHasCaret()).toBe(true);
  });

  it('leave / alone where somebody is writing', async () => {
    await tab.locator('#f-ngayHop').fill('');
    await tab.locator('#f-ngayHop').press('/');
    expect(await tab.locator('#f-ngayHop').inputValue()).toBe('/');
  });
});

describe('a page that comes back with errors', () => {
  it('puts the caret on their summary', async () => {
    expect(await tab.locator('.error-summary').evaluate((one) => one === document.activeElement)).toBe(true);
  });
});

describe('a form that is on its way', () => {
  it('is not sent a second time', async () => {
    const held = await tab.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('.account form');
      const button = form?.querySelector('button');
      const held: boolean[] = [];
      // Heard after the guard; the page itself must stay for the second click.
      addEventListener('submit', (event) => {
        held.push(event.defaultPrevented);
        event.preventDefault();
      });
      for (let click = 0; click < 2; click += 1) button?.click();
      return { held, busy: button?.getAttribute('aria-busy'), disabled: button?.disabled };
    });
    expect(held).toEqual({ held: [false, true], busy: 'true', disabled: false });
  });
});

describe('a draft', () => {
  it('saves itself when one pauses, without passwords or files, and tells the time', async () => {
    await tab.locator('#f-hoTen').fill('Nguyễn Thị Quỳnh');
    await expect.poll(() => site.drafts.received.length, { timeout: 8_000 }).toBe(1);
    await status(/^Đã lưu nháp lúc \d\d:\d\d$/);
    const fields = new URLSearchParams(site.drafts.received.at(-1));
    expect(fields.get('hoTen')).toBe('Nguyễn Thị Quỳnh');
    expect(fields.has('minhChung')).toBe(false);
    expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('that cannot be saved is tried again by itself', async () => {
    site.drafts.answerWith = 503;
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await status(/^Chưa lưu được, sẽ thử lại/);
    site.drafts.answerWith = 204;
    await status(/^Đã lưu nháp/);
    expect(site.drafts.received).toHaveLength(2);
  });

  it('that the server never got is offered again after the page was closed', async () => {
    site.drafts.answerWith = 503;
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await tab.locator('#f-loai-3').check();
    await status(/^Chưa lưu được/);
    site.drafts.answerWith = 204;
    await tab.goto(`${site.url}/office`);
    await status(/còn giữ phần gõ lúc/);
    expect(await tab.locator('#f-hoTen').inputValue()).toBe('');
    await tab.getByRole('button', { name: 'Lấy lại' }).click();
    expect(await tab.locator('#f-hoTen').inputValue()).toBe('Lê Văn Ưởng');
    expect(await tab.locator('#f-loai-3').isChecked()).toBe(true);
    await status(/^Đã lưu nháp/);
  });

  it('that cannot leave for want of a line says that it is kept, and leaves when the line is back', async () => {
    await context.setOffline(true);
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await status(/^Mất mạng: đã giữ trên máy lúc \d\d:\d\d\.$/);
    expect(site.drafts.received).toHaveLength(0);
    await context.setOffline(false);
    await status(/^Đã lưu nháp/);
    expect(site.drafts.received).toHaveLength(1);
    expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('is kept for the account that typed it, and gone once somebody else is signed in', async () => {
    await context.setOffline(true);
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await status(/^Mất mạng/);
    await tab.evaluate(() => {
      const [key = ''] = Object.keys(localStorage);
      localStorage.setItem(key.replace('nhap:', 'nhap:77'), localStorage.getItem(key) ?? '');
      localStorage.removeItem(key);
    });
    await context.setOffline(false);
    await tab.goto(`${site.url}/office`);
    expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await tab.locator('[data-draft-status]').first().textContent()).not.toContain('còn giữ');
  });

  it('takes no more room than twenty forms, the oldest going first', async () => {
    await tab.evaluate(() => {
      for (let n = 0; n < 25; n += 1)
        localStorage.setItem(`nhap::/${n}`, JSON.stringify({ at: n, fields: [] }));
    });
    await context.setOffline(true);
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await status(/^Mất mạng/);
    const keys = await tab.evaluate(() => Object.keys(localStorage));
    expect(keys).toHaveLength(20);
    expect(keys).not.toContain('nhap::/5');
    expect(keys).toContain('nhap::/24');
  });

  it('that is answered with the sign-in page is not taken for saved', async () => {
    site.drafts.answerWith = 401;
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    await status(/^Phiên làm việc đã hết/);
  });

  it('is forgotten on this machine at sign-out', async () => {
    site.drafts.answerWith = 503;
    await tab.locator('#f-hoTen').fill('Lê Văn Ưởng');
    expect(await tab.evaluate(() => Object.keys(localStorage))).toHaveLength(1);
    site.drafts.answerWith = 204;
    await tab.locator('.account > summary').click();
    await tab.getByRole('button', { name: 'Đăng xuất' }).click();
    await expect.poll(() => tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});
