import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { makePlan, makeProvince, type Province } from '../factories.ts';
import { type RunningApp, runApp } from '../running-app.ts';
import { personIn } from './person.ts';

let app: RunningApp;
let browser: Browser;
let places: Province;

beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), launchBrowser()]);
  places = await makeProvince(app.db);
  await makePlan(app.db, places.lead);
  await app.db
    .insertInto('office_duty_role')
    .values({ office_id: places.standing.id, role: 'standing_body' })
    .execute();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A citizen with an old phone: 360 px, no script. */
async function onPhone(): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.address,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

const widest = (page: Page) =>
  page
    .locator('body')
    .evaluate((body) => body.scrollWidth)
    .catch(() => 0);

async function submit(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).click()]);
}

it('a citizen proposes on a phone without scripts, the commune opens a registration, and the code tells so', async () => {
  const phone = await onPhone();
  await phone.goto('/');
  await phone.getByRole('link', { name: 'Đề xuất người bạn biết' }).first().click();
  await phone.getByLabel('Tên người, tập thể hoặc gia đình').fill('Bà Phùng Thị Nhài');
  await phone.getByLabel('Cá nhân').check();
  await phone.locator('[name="placeId"]').selectOption(String(places.commune.id));
  await phone
    .locator('[name="what"]')
    .fill('Bà dạy nghề đan cọ cho phụ nữ trong khu, mười năm nay không lấy tiền.');
  await phone.getByLabel('Tôi đã đọc và đồng ý').check();
  await submit(phone, 'Gửi đề xuất');
  // a person needs longer; a program is asked again, and nothing of what was typed is lost
  expect(await phone.textContent('main')).toContain('quá nhanh');
  await phone.waitForTimeout(4_200);
  await submit(phone, 'Gửi đề xuất');
  const code = (await phone.textContent('.code-box-code'))?.trim() ?? '';
  expect(code).toMatch(/^GS-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(await widest(phone)).toBeLessThanOrEqual(360);
  expect(await phone.context().cookies()).toEqual([]);

  const unit = await personIn(app, browser, ['unit', places.commune, 'own'], { javaScriptEnabled: false });
  await unit.open('/viec-cua-toi');
  await unit.page.getByRole('link', { name: 'Bà Phùng Thị Nhài' }).click();
  const { pathname } = new URL(unit.page.url());
  await unit.send(`${pathname}/xac-minh`, { how: 'visit', result: 'so', words: 'Gặp bà và sáu học viên.' });
  await unit.send(`${pathname}/lap-ho-so`, { title: 'Mười năm dạy nghề đan cọ' });
  expect(await unit.page.textContent('main')).toContain('Đã lập hồ sơ');
  await unit.leave();

  await phone.goto('/tra-cuu');
  await phone.getByLabel('Mã').fill(code.toLowerCase());
  await submit(phone, 'Xem');
  const main = await phone.textContent('main');
  expect(main).toContain('Đã lập hồ sơ từ lời giới thiệu của bạn');
  expect(main).not.toContain('sáu học viên');
  expect(await widest(phone)).toBeLessThanOrEqual(360);
  await phone.context().close();
}, 60_000);
