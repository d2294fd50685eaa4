import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxParagraphs, readPdf, zipPart } from '../../src/papers/read-back.ts';
import { launchBrowser } from '../browser.ts';
import { type MadePlan, makePlan, makeProvince, type Province } from '../factories.ts';
import { type RunningApp, runApp } from '../running-app.ts';
import { download, type Person, personIn } from './person.ts';

let app: RunningApp;
let browser: Browser;
let places: Province;
let plan: MadePlan;

beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), launchBrowser()]);
  places = await makeProvince(app.db);
  await app.db
    .insertInto('office_duty_role')
    .values({ office_id: places.standing.id, role: 'standing_body' })
    .execute();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const NAME = 'Gia đình Nguyễn Thị Hoà';
const REPORT_WORDS = 'Đã chọn được điển hình đúng người, đúng việc.';

/** From discovery to honour and the yearly report, each step by the person whose work it is. */
async function walk(javaScriptEnabled: boolean): Promise<void> {
  plan = await makePlan(app.db, places.lead, { kind: 'exactly', number: 5 });
  const as = (...grant: Parameters<typeof personIn>[2]) =>
    personIn(app, browser, grant, { javaScriptEnabled });
  const unit = await as('unit', places.commune, 'own');
  const lead = await as('lead', places.lead, 'own');
  const leader = await as('leader', places.province, 'all');
  const standing = await as('standing', places.standing, 'all');

  const address = await discover(unit, javaScriptEnabled ? NAME : `${NAME} hai`);
  await propose(unit, lead, address);
  await complete(unit, lead, address);

  await lead.send(`${address}/buoc/chon`, {});
  expect(await lead.page.textContent('main')).toContain('đang bồi dưỡng');
  await checkOnce(unit, address);
  await leader.send(`${address}/buoc/cong-nhan`, { level: 'province' });
  await leader.send(`${address}/ton-vinh`, {
    level: 'province',
    occasion: 'Hội nghị biểu dương điển hình tiên tiến',
  });
  expect(await leader.page.textContent('main')).toContain('đã tôn vinh');

  await report(standing);
  await seenInPublic(javaScriptEnabled, javaScriptEnabled ? NAME : `${NAME} hai`);
  for (const person of [unit, lead, leader, standing]) await person.leave();
}

async function discover(unit: Person, name: string): Promise<string> {
  await unit.send('/dien-hinh/moi', {
    kind: 'household',
    fullName: name,
    officeId: String(places.commune.id),
    fieldId: String(plan.fieldId),
    origin: 'office',
    foundOn: '05/01/2018',
  });
  const { pathname } = new URL(unit.page.url());
  expect(pathname).toMatch(/^\/dien-hinh\/\d+\/dang-ky$/);
  await unit.send(`${pathname}/muc-do`, { breadth: 'aspect' });
  await unit.send(`${pathname}/tom-tat`, {
    title: 'Hai héc-ta vườn tạp thành vườn bưởi',
    statement: 'Chuyển hai héc-ta vườn tạp sang trồng bưởi, giúp mười hộ làm theo.',
  });
  return pathname.replace(/\/dang-ky$/, '');
}

/** The first proposal comes back with its reason; the unit sees why, and proposes again. */
async function propose(unit: Person, lead: Person, address: string): Promise<void> {
  await unit.open(`${address}/buoc/de-nghi`);
  expect(await unit.page.textContent('main')).toContain('thành tích');
  const figure = { measure: 'thu nhập một năm', value: '1.250,5', unit: 'triệu đồng', year: '2017' };
  await unit.send(`${address}/thanh-tich/moi`, { statement: 'Thu nhập tăng gấp ba', ...figure });
  expect(await unit.page.textContent('main')).toContain('1.250,5 triệu đồng');
  await unit.send(`${address}/buoc/de-nghi`, {});

  const reason = 'Chưa có biên bản họp khu dân cư; hãy bổ sung';
  await lead.send(`${address}/buoc/tra-lai`, { ly_do_endorsement: reason });
  await unit.open('/viec-cua-toi');
  expect(await unit.page.textContent('main')).toContain(reason);
  await unit.send(`${address}/buoc/de-nghi`, {});
}

/** What a choice needs; before it is there the lead office is told everything that is missing at once. */
async function complete(unit: Person, lead: Person, address: string): Promise<void> {
  await lead.open(`${address}/buoc/chon`);
  const missing = await lead.page.locator('[data-rule]').count();
  expect(missing).toBeGreaterThanOrEqual(4);
  await unit.send(`${address}/suy-ton`, {
    heldOn: '10/02/2018',
    place: 'Nhà văn hóa khu 7',
    present: '52',
    agreed: '50',
  });
  for (const scope of ['registration', 'publication']) {
    await unit.send(`${address}/dong-y`, { scope, how: 'paper', givenOn: '01/02/2018' });
  }
  await unit.send(`${address}/boi-duong/moi`, {
    kind: 'skill',
    what: 'Tập huấn chăm sóc bưởi',
    owner: 'Hội Nông dân xã',
  });
  const answers = Object.fromEntries(plan.criterionIds.map((id) => [`c${id}`, 'yes']));
  await lead.send(`${address}/danh-gia`, answers);
}

async function checkOnce(unit: Person, address: string): Promise<void> {
  const questions = ['effect', 'efficiency', 'potential', 'influence'];
  const answers = Object.fromEntries(
    questions.flatMap((one) => [
      [one, '4'],
      [`${one}Words`, 'Rõ rệt'],
    ]),
  );
  const difficulty = {
    difficulty_1: 'Thiếu nước mùa khô',
    help_1: 'Khoan giếng',
    owner_1: 'UBND xã',
    due_1: '31/03/2019',
  };
  await unit.send(`${address}/kiem-tra`, { ...answers, conclusion: 'help', ...difficulty });
  expect(await unit.page.textContent('main')).toContain('Khoan giếng');
}

async function report(standing: Person): Promise<void> {
  const { page } = standing;
  await standing.open('/bao-cao');
  const opening = page.locator('details', { has: page.locator('[name="formKey"]') });
  await opening.locator('summary').first().click();
  await opening.locator('[name="formKey"]').selectOption('nam');
  await opening.locator('[name="planId"]').selectOption(String(plan.planId));
  await opening.locator('[name="from"]').fill('01/01/2018');
  await opening.locator('[name="to"]').fill('31/12/2018');
  await Promise.all([
    page.waitForNavigation(),
    opening.locator('form[action="/bao-cao"] button').last().click(),
  ]);
  const address = new URL(standing.page.url()).pathname;
  const parts = ['result', 'effect', 'shortcoming', 'limitation', 'cause', 'lesson', 'proposal'];
  const words = Object.fromEntries(parts.map((key) => [`w_${key}`, REPORT_WORDS]));
  await standing.send(`${address}/soan`, {
    ...words,
    closingOn: '15/11/2018',
    symbol: 'BC-BTĐKT',
    place: 'Phú Thọ',
    signerTitle: 'Trưởng Ban',
  });
  await standing.open(address);
  await Promise.all([page.waitForNavigation(), page.locator('form[action$="/nop"] button').click()]);
  expect(await standing.page.textContent('main')).toContain('đã nộp');

  const inDocx = docxParagraphs(await download(standing, `${address}/bao-cao.docx`)).join('\n');
  const pdf = await readPdf(await download(standing, `${address}/bao-cao.pdf`));
  const inPdf = pdf.pages
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const text of [inDocx.replace(/\s+/g, ' '), inPdf]) {
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain(REPORT_WORDS);
    expect(text).toContain('Đã công nhận điển hình 0');
    expect(text).toContain('Đã tôn vinh điển hình 1');
  }
  const sheet = zipPart(await download(standing, `${address}/bao-cao.xlsx`), 'xl/workbook.xml');
  expect(sheet).toContain('Điển hình theo');
}

/** Anybody, without an account and without a cookie. */
async function seenInPublic(javaScriptEnabled: boolean, name: string): Promise<void> {
  const context = await browser.newContext({ baseURL: app.address, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto('/guong-sang');
  await page
    .getByRole('link', { name: /vườn bưởi/ })
    .first()
    .click();
  const text = await page.textContent('main');
  expect(text).toContain(name);
  expect(text).not.toContain('khu 7');
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

describe('from discovery to honour', () => {
  it('each does their part in the browser, and the report and the portal tell it', () => walk(true), 180_000);
  it('and all of it works with JavaScript switched off', () => walk(false), 180_000);
});
