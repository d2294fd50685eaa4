import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringAxe, violationsOn } from '../../test/axe.ts';
import { launchBrowser } from '../../test/browser.ts';
import { type GallerySite, openGallerySite } from './gallery-site.ts';

const PAGES = ['office', 'portal', 'sign-in'];
/** A small phone, the usual phone, a tablet, a desk. */
const WIDTHS = [320, 360, 768, 1440];

let site: GallerySite;
let browser: Browser;

beforeAll(async () => {
  site = await openGallerySite();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function onPage<T>(
  page: string,
  look: { width: number; scheme: 'light' | 'dark'; scripts?: boolean; forced?: boolean; axe?: boolean },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.scheme,
    javaScriptEnabled: look.scripts ?? true,
  });
  try {
    if (look.axe) await bringAxe(context);
    const tab = await context.newPage();
    await tab.goto(`${site.url}/${page}${look.forced ? '?theme=dark' : ''}`);
    return await work(tab);
  } finally {
    await context.close();
  }
}

/** The same page on a screen of another width, as it comes from the server. */
async function openAgain(tab: Page, width: number): Promise<void> {
  await tab.setViewportSize({ width, height: 900 });
  await tab.reload();
}

/** Folded parts are looked at too. */
const unfold = (tab: Page) =>
  tab.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

/** Besides the usual: the contrast of 7:1 for text, and buttons that a thumb hits. */
const STRICT = {
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
};

/** What axe finds, as "rule: element". */
async function findings(tab: Page): Promise<string[]> {
  const found = await violationsOn(tab, STRICT);
  return found.flatMap(({ rule, elements }) => elements.map((one) => `${rule}: ${one.slice(0, 120)}`));
}

describe('every component with Vietnamese names of ugly length', () => {
  for (const page of PAGES) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`has nothing that axe would find on the ${page} page, ${scheme}, desk and phone`, async () => {
        await onPage(page, { width: 1440, scheme, axe: true }, async (tab) => {
          for (const width of [1440, 360]) {
            await openAgain(tab, width);
            const folded = await findings(tab);
            await unfold(tab);
            expect([...folded, ...(await findings(tab))], `${width} px`).toEqual([]);
          }
        });
      });
    }

    it(`never scrolls sideways on the ${page} page, folded or not`, async () => {
      await onPage(page, { width: 1440, scheme: 'light' }, async (tab) => {
        const over = () => tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        for (const width of WIDTHS) {
          await openAgain(tab, width);
          const folded = await over();
          await unfold(tab);
          expect(Math.max(folded, await over()), `${width} px`).toBeLessThanOrEqual(0);
        }
      });
    });
  }
});

describe('the frame without scripts', () => {
  const look = { scheme: 'light', scripts: false } as const;

  it('shows the whole rail on a desk and folds it behind a button on a phone', async () => {
    const railIsShown = (tab: Page) =>
      tab.getByRole('link', { name: 'Truyền thông', exact: true }).isVisible();
    expect(await onPage('office', { ...look, width: 1440 }, railIsShown)).toBe(true);
    await onPage('office', { ...look, width: 360 }, async (tab) => {
      expect(await railIsShown(tab)).toBe(false);
      await tab.locator('.rail-fold > summary').click();
      expect(await railIsShown(tab)).toBe(true);
    });
  });

  it('lets the keyboard jump over the rail to the content', async () => {
    await onPage('office', { ...look, width: 1440 }, async (tab) => {
      await tab.keyboard.press('Tab');
      expect(await tab.locator(':focus').textContent()).toBe('Đến nội dung chính');
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Tab');
      expect(await tab.locator('main :focus').count()).toBe(1);
    });
  });

  it('leads from the summary of errors to the field itself', async () => {
    await onPage('office', { ...look, width: 1440 }, async (tab) => {
      await tab.getByRole('link', { name: /Ngày họp “31\/2\/2018”/ }).click();
      const fieldIsHere = await tab.evaluate(() => document.querySelector('#f-ngayHop')?.matches(':target'));
      expect(fieldIsHere).toBe(true);
    });
  });
});

describe('the look', () => {
  it('is the same dark whether the machine or the person chose it', async () => {
    const colours = (tab: Page) =>
      tab.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        const names = [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .flatMap((rule) => (rule instanceof CSSStyleRule ? [...rule.style] : []))
          .filter((name) => name.startsWith('--'));
        return [...new Set(names)].sort().map((name) => `${name}: ${style.getPropertyValue(name)}`);
      });
    const bySetting = await onPage('office', { width: 1440, scheme: 'dark' }, colours);
    const byChoice = await onPage('office', { width: 1440, scheme: 'light', forced: true }, colours);
    expect(bySetting.length).toBeGreaterThan(30);
    expect(byChoice).toEqual(bySetting);
  });

  it('writes Vietnamese in its own letters and fetches no others', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const files: string[] = [];
    tab.on('request', (request) => files.push(request.url()));
    await tab.goto(`${site.url}/portal`, { waitUntil: 'networkidle' });
    await context.close();
    const fonts = files.filter((url) => url.endsWith('.woff2')).map((url) => url.replace(/^.*\//, ''));
    expect(fonts.some((name) => name.startsWith('be-vietnam-pro-vietnamese-400'))).toBe(true);
    expect(fonts.some((name) => name.startsWith('source-serif-4-vietnamese-wght-normal'))).toBe(true);
    expect(fonts.filter((name) => name.includes('latin-ext'))).toEqual([]);
    expect(files.filter((url) => !url.startsWith(site.url))).toEqual([]);
  });

  it('stays light: style sheet under 40 KB, what the office adds under 20 KB, pictures 12 KB, its script under 7 KB', () => {
    expect(site.sizeOf('css')).toBeLessThan(40_000);
    expect(site.sizeOf('officeCss')).toBeLessThan(20_000);
    expect(site.sizeOf('picturesCss')).toBeLessThan(12_000);
    expect(site.sizeOf('js')).toBeLessThan(7_000);
  });
});
