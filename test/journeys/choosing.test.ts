import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxParagraphs, readPdf } from '../../src/papers/read-back.ts';
import { launchBrowser } from '../browser.ts';
import { candidate } from '../choosing-world.ts';
import { type MadePlan, makeActor, makePlan, makeProvince, type Province } from '../factories.ts';
import type { ExemplarWorld } from '../oracles/exemplar-world.ts';
import { type RunningApp, runApp } from '../running-app.ts';
import { download, type Person, personIn } from './person.ts';

let app: RunningApp;
let browser: Browser;
let places: Province;

beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), launchBrowser()]);
  places = await makeProvince(app.db);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** A field for two, which the communes of the district coordinate, with three proposals of one of them. */
async function begin(): Promise<MadePlan> {
  const { db } = app;
  const plan = await makePlan(db, places.lead, { kind: 'exactly', number: 2 });
  await db
    .insertInto('field_coordination')
    .values({ field_id: plan.fieldId, ord: 1, kind_id: 'commune', below_id: places.district.id })
    .execute();
  const somebody = await makeActor(db, [['unit', places.commune, 'own']]);
  const world = { db, place: places, plan, unit: somebody } as unknown as ExemplarWorld;
  await candidate(world, plan, 'Hộ Đinh Thị Một');
  await candidate(world, plan, 'Hộ Đinh Thị Hai');
  await candidate(world, plan, 'Hộ Đinh Thị Thiếu', { complete: false });
  return plan;
}

const main = async ({ page }: Person): Promise<string> => (await page.textContent('main')) ?? '';

/** Clicks and waits for the page that it leads to. */
async function press({ page }: Person, words: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: words }).first().click()]);
}

async function follow({ page }: Person, words: string | RegExp): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: words }).first().click()]);
}

/** The day on which a lead office chooses: looks, compares, prepares, applies, signs; and one office answers. */
async function walk(javaScriptEnabled: boolean): Promise<void> {
  const plan = await begin();
  const as = (...grant: Parameters<typeof personIn>[2]) =>
    personIn(app, browser, grant, { javaScriptEnabled });
  const lead = await as('lead', places.lead, 'own');
  const unit = await as('unit', places.otherCommune, 'own');
  const base = `/ke-hoach/${plan.planId}/linh-vuc/${plan.fieldId}/lua-chon`;

  await unit.open(base.replace('lua-chon', 'tra-loi'));
  await unit.page.fill('main [name=reason]', 'Đã rà soát, chưa có hộ nào đạt');
  await press(unit, 'Gửi câu trả lời');

  await lead.page.goto('/viec-cua-toi');
  await lead.page.locator(`a[href="${base}"]`).first().click();
  await lead.page.waitForURL(`**${base}`);
  expect(await main(lead)).toContain('Đã rà soát, chưa có hộ nào đạt');
  expect(await main(lead)).toContain('Chưa có sự đồng ý đăng ký của điển hình');

  for (const name of ['Một', 'Thiếu']) await lead.page.getByLabel(`Đánh dấu Hộ Đinh Thị ${name}`).check();
  await press(lead, 'So sánh 2–4 hồ sơ');
  expect(await main(lead)).toContain('chưa suy tôn');

  for (const name of ['Một', 'Hai']) await decide(lead, base, name, 'choose', '');
  await decide(lead, base, 'Thiếu', 'choose', '');
  expect(await main(lead)).toContain('Còn 1 quyết định chưa áp dụng được');
  const apply = lead.page.getByRole('button', { name: /Áp dụng cả/ });
  expect(await apply.isDisabled()).toBe(true);

  await decide(lead, base, 'Thiếu', 'decline', 'Hồ sơ chưa đủ, đề nghị lại năm sau');
  expect(await main(lead)).toContain('Sẽ chọn 2, không chọn 1; sau đó chỉ tiêu 2/2.');
  const listPath = new URL(lead.page.url()).pathname;
  await press(lead, 'Áp dụng cả 3 quyết định');
  expect(await lead.said()).toContain('Đã áp dụng: chọn 2, chờ 0, không chọn 1.');

  await lead.send(`${listPath}/van-ban`, {
    number: '9',
    symbol: 'QĐ-STN',
    place: 'Phú Thọ',
    signerTitle: 'GIÁM ĐỐC',
  });
  const word = docxParagraphs(await download(lead, `${listPath}/quyet-dinh/word`)).join('\n');
  expect(word).toContain('Hộ Đinh Thị Một');
  expect(word).not.toContain('Hộ Đinh Thị Thiếu');
  const pdf = await readPdf(await download(lead, `${listPath}/thong-bao/${places.commune.id}/pdf`));
  expect(JSON.stringify(pdf)).toContain('năm');
  await lead.open(base);
  expect(await main(lead)).toContain('2/2 đã chọn');
  await Promise.all([lead.leave(), unit.leave()]);
}

async function decide(
  lead: Person,
  base: string,
  name: string,
  action: string,
  reason: string,
): Promise<void> {
  await lead.open(base);
  await follow(lead, new RegExp(`(Chuẩn bị|Sửa quyết định) về Hộ Đinh Thị ${name}`));
  await lead.page.locator(`main [name=action][value=${action}]`).check();
  await lead.page.fill('main [name=reason]', reason);
  await press(lead, 'Lưu vào danh sách quyết định');
}

describe('the day on which a lead office chooses', () => {
  it('goes from its candidates to the signed paper', () => walk(true), 90_000);
  it('does so without JavaScript too', () => walk(false), 90_000);
});
