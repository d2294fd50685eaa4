import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingAs, makeActor, makeProvince, type Province } from '../../test/factories.ts';
import { type Browser, openTestSite, type TestSite } from '../../test/site.ts';
import { record } from '../audit/record.ts';
import { invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { answerRefusal } from './answer.tsx';
import { officePage } from './page.tsx';
import { get, post, type Route } from './route.ts';

const why = refused(
  { rule: 'one', sentence: 'Chưa có minh chứng.' },
  { rule: 'two', sentence: 'Chưa đủ hai phần ba đồng ý.', mayOverride: true },
);
const REFUSALS: Record<string, Outcome<never>> = {
  'khong-thay': notFound(),
  'tu-choi': why,
  'sai-o-nhap': invalid({ ten: 'Hãy ghi tên.' }),
  cu: stale(3),
};

const routes: Route[] = [
  get('/khong-co-gi', 'signed_in', (visit) => visit.text('')),
  ...Object.entries(REFUSALS).flatMap(([path, outcome]) => [
    post(`/${path}`, 'signed_in', (visit) => {
      if (outcome.ok) throw new Error('not a refusal');
      return answerRefusal(visit, outcome.refusal, {
        backTo: '/dien-hinh/7',
        thing: { kind: 'office', id: office.commune.id, version: 1 },
      });
    }),
    post(`/${path}/mau-don`, 'signed_in', (visit) => {
      if (outcome.ok) throw new Error('not a refusal');
      return answerRefusal(visit, outcome.refusal, {
        backTo: '/dien-hinh/7',
        again: (errors, reasons) =>
          officePage(visit, {
            title: 'Biểu mẫu',
            status: 422,
            children: `${Object.values(errors).join()}|${reasons.map((reason) => reason.rule).join()}`,
          }),
      });
    }),
  ]),
];

let site: TestSite;
let office: Province;
let browser: Browser;

beforeAll(async () => {
  site = await openTestSite(routes);
  office = await makeProvince(site.db);
  const actor = await makeActor(site.db, [], 'Lê Ân');
  browser = await site.signedIn(actor);
  await site.db.transaction().execute(async (tx) => {
    const author = actingAs(site.db, actor);
    const event = { kind: 'office.changed', thingId: office.commune.id } as const;
    await record(tx, author, { ...event, thingVersion: 1, after: { Tên: 'đã thấy khi mở' } });
    await record(tx, author, {
      ...event,
      thingVersion: 2,
      before: { Tên: 'Cũ' },
      after: { Tên: 'Mới' },
      reason: 'Sáp nhập',
    });
  });
});

afterAll(() => site.close());

const send = async (path: string) => {
  const response = await browser.post(path);
  return { status: response.status, page: await response.text() };
};

it('answers what does not exist and what lies outside with the same 404', async () => {
  const missing = await send('/khong-thay');
  expect(missing.status).toBe(404);
  const unknown = await browser.get('/dia-chi-khong-co');
  const same = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0];
  expect(same(missing.page)).toBe(same(await unknown.text()));
});

it('tells all reasons at once, and where to go back to', async () => {
  const { status, page } = await send('/tu-choi');
  expect(status).toBe(422);
  expect(page).toContain('Chưa có minh chứng.');
  expect(page).toContain('Chưa đủ hai phần ba đồng ý.');
  expect(page).toContain('có thể bỏ qua, kèm lý do');
  expect(page).toContain('href="/dien-hinh/7"');
});

it('gives wrong input and reasons back to the form that was sent', async () => {
  expect((await send('/sai-o-nhap/mau-don')).page).toContain('Hãy ghi tên.|');
  expect((await send('/tu-choi/mau-don')).page).toContain('|one,two');
});

it('says wrong input on a page of its own where there is no form to show again', async () => {
  expect((await send('/sai-o-nhap')).page).toContain('Hãy ghi tên.');
});

it('tells a stale form what was changed since it was opened, and only that', async () => {
  const { status, page } = await send('/cu');
  expect(status).toBe(409);
  expect(page).toContain('Tên: Cũ → Mới');
  expect(page).toContain('Lý do: Sáp nhập');
  expect(page).not.toContain('đã thấy khi mở');
});
