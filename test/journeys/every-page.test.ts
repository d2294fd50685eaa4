import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/identity/actor.ts';
import { bringAxe, type Violation, violationsOn } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { type RunningApp, runApp } from '../running-app.ts';
import { sampleDatabase } from '../sample-database.ts';

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  app = await runApp({ demo: true, database: await sampleDatabase() });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** One page of each kind is enough: `/dien-hinh/12` and `/dien-hinh/13` are the same page. */
function kindOf(address: URL): string {
  const path = address.pathname
    .replace(/\/\d+(?=\/|$)/g, '/:id')
    .replace(/\/so-lieu\/[a-z_]+/, '/so-lieu/:ma')
    .replace(/^\/guong-sang\/.+-\d+$/, '/guong-sang/:ten');
  return [path, ...[...address.searchParams.keys()].sort()].join(' ');
}

const isPage = (href: string): boolean =>
  !/\.(docx|pdf|xlsx|xml|txt|svg|png|ics)(\?|$)|\/(xlsx|word|pdf)(\?|$)|\/tep\/\d+$|^\/minh-chung\/\d+(\/tai-ve)?$|^\/assets\//.test(
    href,
  );

/** So many kinds of page end a walk that goes round in circles; nobody may reach them, or some were not looked at. */
const MOST_KINDS = 200;

/** Follows every link from the first page on, once for each kind of page, and hands each page to `look`. */
async function walkSite(
  context: BrowserContext,
  first: string,
  look: (page: Page, kind: string) => Promise<void>,
): Promise<string[]> {
  const page = await context.newPage();
  const waiting = [first];
  const seen = new Set<string>();
  for (let next = waiting.shift(); next && seen.size < MOST_KINDS; next = waiting.shift()) {
    const kind = kindOf(new URL(next, app.address));
    if (seen.has(kind) || kind.split(' ').length > 2) continue;
    seen.add(kind);
    await page.goto(next);
    await look(page, kind);
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    waiting.push(...links.filter(isPage));
  }
  await page.close();
  return [...seen];
}

interface Finding {
  kind: string;
  scheme: string;
  what: string;
}

const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const COLOURS = { runOnly: OF_COLOURS };
const ALL_ELSE = { rules: Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }])) };

const seenMainParts = new Set<string>();

/** Was the main part of another page to the letter the same, in the same style sheets? The keys of forms aside. */
async function isSeenMainPart(page: Page): Promise<boolean> {
  const looks = await page.evaluate(() => {
    const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')].map((one) => one.outerHTML);
    return [...sheets, document.body.className, (document.querySelector('main') ?? document.body).outerHTML];
  });
  const letters = looks.join('').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
  const seen = seenMainParts.has(letters);
  seenMainParts.add(letters);
  return seen;
}

/**
 * Rules of WCAG 2.2 AA and good practice. Light and dark show the same page in other colours, so that in the dark the
 * colours alone are looked at; and colours, the dearest rule by far, not twice in one and the same main part.
 */
async function violations(page: Page, scheme: 'light' | 'dark'): Promise<Violation[]> {
  if (scheme === 'dark') return violationsOn(page, COLOURS);
  if (!(await isSeenMainPart(page))) return violationsOn(page);
  const aroundMain = { include: 'html', exclude: 'main' };
  return [...(await violationsOn(page, ALL_ELSE)), ...(await violationsOn(page, COLOURS, aroundMain))];
}

/** Each finding names the first element it concerns. */
async function axeFindings(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  const found = await violations(page, scheme);
  return found.map(({ rule, elements }) => `${rule}: ${elements[0]?.slice(0, 200)}`);
}

const classesOf = (sheet: string): string[] =>
  [...readFileSync(`src/ui/${sheet}`, 'utf8').matchAll(/@import "\.\/([a-z-]+)\.css"/g)].flatMap(([, name]) =>
    [...readFileSync(`src/ui/${name}.css`, 'utf8').matchAll(/\.([a-z][a-z-]*)/g)].map(([, one = '']) => one),
  );
const common = new Set([...classesOf('app.css'), ...classesOf('office.css')]);
/** What only the style sheet of pictures lays out: a page that shows it must ask for that sheet. */
const PICTURES = [...new Set(classesOf('pictures.css'))].filter(
  (one) => !common.has(one) && !one.startsWith('is-'),
);

const picturesWithoutSheet = (page: Page): Promise<string[]> =>
  page.evaluate((classes) => {
    if (document.querySelector('link[rel="stylesheet"][href*="pictures"]')) return [];
    return classes.filter((one) => document.querySelector(`main .${one}`));
  }, PICTURES);

const seenInTheDark = new Set<string>();

/** The colours of a kind of page are the same whoever looks: in the dark the first one looks for all. */
function schemesFor(kind: string): ('light' | 'dark')[] {
  if (seenInTheDark.has(kind)) return ['light'];
  seenInTheDark.add(kind);
  return ['light', 'dark'];
}

const PHONE = { width: 360, height: 740 };

async function lookAtAll(role: Role | null): Promise<{ findings: Finding[]; kinds: string[] }> {
  const findings: Finding[] = [];
  const context = await browser.newContext({
    baseURL: app.address,
    viewport: PHONE,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  await bringAxe(context);
  if (role) await signInAs(context, role);
  const kinds = await walkSite(context, role ? '/viec-cua-toi' : '/', async (page, kind) => {
    if ((await page.title()) === '') findings.push({ kind, scheme: '', what: 'no title' });
    if (/lỗi|Không tìm thấy/.test(await page.title()))
      findings.push({ kind, scheme: '', what: await page.title() });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wider > 0) findings.push({ kind, scheme: '', what: `${wider} px wider than the screen` });
    for (const one of await picturesWithoutSheet(page))
      findings.push({ kind, scheme: '', what: `.${one} without the style sheet of pictures` });
    for (const scheme of schemesFor(kind)) {
      await page.emulateMedia({ colorScheme: scheme });
      findings.push(...(await axeFindings(page, scheme)).map((what) => ({ kind, scheme, what })));
    }
  });
  await context.close();
  return { findings, kinds };
}

async function signInAs(context: BrowserContext, role: Role): Promise<void> {
  const grant = await app.db
    .selectFrom('account_grant')
    .select('account_id')
    .where('role', '=', role)
    .orderBy('account_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const [name = '', value = ''] = (await app.cookieOf(grant.account_id)).split('=');
  await context.addCookies([{ name, value, url: app.address }]);
}

describe('every page that a person can reach by following links', () => {
  it.each([
    [null, 6],
    ['unit', 20],
    ['lead', 20],
    ['standing', 25],
    ['leader', 20],
    ['admin', 20],
  ] as const)(
    'as %s is without findings of axe, in light and dark, and fits a phone',
    async (role, atLeast) => {
      const { findings, kinds } = await lookAtAll(role);
      expect(findings).toEqual([]);
      expect(kinds.length, kinds.join('\n')).toBeGreaterThanOrEqual(atLeast);
      expect(kinds.length, kinds.join('\n')).toBeLessThan(MOST_KINDS);
    },
    300_000,
  );
});
