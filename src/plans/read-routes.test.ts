// long: one site with its offices serves every case of the screen
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, seen, send } from '../../test/exemplar-site.ts';
import { type MadeOffice, makeActor, makeOffice } from '../../test/factories.ts';
import { pastedForm, writtenForm } from '../../test/plan-reading-form.ts';
import { queriesOf } from '../../test/query-count.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../test/site.ts';
import { openDecisions } from './copy-decisions.ts';
import { readRoutes } from './read-routes.tsx';
import { planRoutes } from './routes.tsx';

const PATH = '/ke-hoach/doc-van-ban';
const text1711 = readFileSync(
  new URL('../../db/seed/phu-tho-2016/ke-hoach-1711.txt', import.meta.url),
  'utf8',
);

let site: TestSite;
let standing: Browser;
let leader: Browser;
let offices: Record<string, MadeOffice>;

beforeAll(async () => {
  site = await openTestSite([...readRoutes, ...planRoutes({ parts: [], afterIssue: async () => undefined })]);
  const province = await makeOffice(site.db, null, { name: 'UBND tỉnh Phú Thọ', kind: 'province' });
  const made = async (name: string, kind: string) => makeOffice(site.db, province, { name, kind });
  offices = {
    province,
    farming: await made('Sở Nông nghiệp và Phát triển nông thôn', 'department'),
    farmers: await made('Hội Nông dân tỉnh', 'association'),
    standing: await made('Ban Thi đua - Khen thưởng', 'department'),
    district: await made('Huyện Đoan Hùng', 'district'),
  };
  await site.db
    .updateTable('office_kind')
    .set({ name: 'Huyện, thành phố, thị xã' })
    .where('id', '=', 'district')
    .execute();
  await site.db
    .insertInto('office_duty_role')
    .values({ office_id: offices.standing?.id ?? 0, role: 'standing_body' })
    .execute();
  standing = await site.signedIn(
    await makeActor(site.db, [['standing', offices.standing as MadeOffice, 'all']], 'Trần Huyền'),
  );
  leader = await site.signedIn(await makeActor(site.db, [['leader', province, 'branch']]));
});
afterAll(() => site.close());

const readings = () => site.db.selectFrom('plan_reading').selectAll().execute();
const read = (browser: Browser, text = text1711) => send(browser, PATH, { text });
const sendFile = async (name: string, bytes: Uint8Array<ArrayBuffer> | string) => {
  const form = new FormData();
  const { html } = await open(standing, PATH);
  for (const [key, value] of Object.entries(hiddenFields(html, PATH))) form.set(key, value);
  form.set('text', '');
  form.set('file', new File([bytes], name));
  return seen(await standing.post(PATH, form));
};

describe('a text that is not read', () => {
  const cases: [what: string, send: () => Promise<{ status: number; text: string }>, says: RegExp][] = [
    ['nothing at all', () => read(standing, ' '), /Hãy chọn tệp văn bản, hoặc dán nội dung/],
    [
      'no number',
      () => read(standing, 'KẾ HOẠCH\nXây dựng điển hình tiên tiến'),
      /Không tìm thấy số, ký hiệu/,
    ],
    [
      'two plans',
      () => read(standing, `${text1711}\nSố: 99/KH-UBND\n`),
      /2 văn bản khác nhau \(số 1711\/KH-UBND, 99\/KH-UBND\)/,
    ],
    [
      'more than 500 kB',
      () => read(standing, `Số: 1/KH-UBND ${'điển hình '.repeat(50_000)}`),
      /dài quá 500 kB/,
    ],
    [
      'the old typeface',
      () =>
        read(standing, `Số: 1/KH-UBND ${'KÕ ho¹ch x©y dùng ®iÓn h×nh tiªn tiÕn tØnh Phó Thä '.repeat(5)}`),
      /bảng mã cũ \(TCVN3 hoặc VNI\)/,
    ],
    ['an empty file', () => sendFile('a.txt', ''), /Tệp “a.txt” trống/],
    ['a picture', () => sendFile('a.docx', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2])), /là ảnh/],
    [
      'bytes that are no Unicode',
      () => sendFile('a.txt', new Uint8Array([0x4b, 0xd5, 0x20, 0xe9, 0xff])),
      /không phải Word .* hay văn bản Unicode/,
    ],
    [
      'a zip that is no Word',
      () => sendFile('a.docx', zipSync({ 'x.txt': strToU8('x') }) as Uint8Array<ArrayBuffer>),
      /là tệp nén, không phải Word/,
    ],
    ['a broken PDF', () => sendFile('a.pdf', '%PDF-1.7\nhỏng\n%%EOF'), /bị hỏng nên không đọc được/],
  ];
  it.each(cases)('with %s is told in a sentence, and nothing is kept', async (_, sent, says) => {
    const before = await readings();
    const answer = await sent();
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(says);
    expect(await readings()).toHaveLength(before.length);
  });

  it('is not asked for from somebody who does not write plans', async () => {
    expect((await open(leader, PATH)).text).toMatch(/Kế hoạch do cơ quan thường trực/);
    expect((await seen(await leader.post(PATH, { text: text1711 }))).status).toBe(422);
  });
});

describe('confirming what was read', () => {
  it('shows the text with numbered passages and every proposal beside its own, in a fixed number of queries', async () => {
    const answer = await read(standing);
    const page = await open(standing, answer.location ?? '');
    expect(page.status).toBe(200);
    expect(page.html).toMatch(/id="doan-1" href="#muc-number"/);
    expect(page.text).toMatch(/Không thấy mục I trong văn bản/);
    expect(page.text).toMatch(/05 hộ gia đình hoặc cá nhân tiêu biểu/);
    const first = await queriesOf(site, () => open(standing, answer.location ?? ''));
    const short = await read(standing, 'Số: 5/KH-UBND\nKẾ HOẠCH\nXây dựng gương tốt giai đoạn 2016 - 2020\n');
    expect(await queriesOf(site, () => open(standing, short.location ?? ''))).toBe(first);
  });

  it('takes over nothing that was not confirmed, and lists what has no answer', async () => {
    const answer = await read(standing);
    const path = answer.location ?? '';
    const plans = await site.db.selectFrom('plan').selectAll().execute();
    const form = await pastedForm(standing, path);
    const sent = await seen(await standing.post(path, { ...form, 'number.nhan': 'yes', viec: 'lap' }));
    expect(sent.status).toBe(422);
    expect(sent.text).toMatch(/\d+ mục chưa xác nhận, cũng chưa bỏ/);
    expect(sent.text).toMatch(/Lập dự thảo, không lấy \d+ mục chưa xác nhận/);
    expect(await site.db.selectFrom('plan').selectAll().execute()).toHaveLength(plans.length);
  });

  it('keeps what was ticked and changed, to go on later; nobody else finds it', async () => {
    const path = (await read(standing)).location ?? '';
    const form = await pastedForm(standing, path);
    const saved = await seen(
      await standing.post(path, {
        ...form,
        'signer.value': 'Bùi Minh Châu (CT)',
        'signer.nhan': 'yes',
        viec: 'luu',
      }),
    );
    expect(saved.location).toBe(path);
    const page = await open(standing, path);
    expect(page.html).toMatch(/value="Bùi Minh Châu \(CT\)"/);
    expect(page.html).toMatch(/name="signer.nhan" value="yes" checked/);
    expect((await open(leader, path)).status).toBe(404);
  });

  it('tells at its input what is wrong, and keeps what was typed', async () => {
    const path = (await read(standing)).location ?? '';
    const form = await writtenForm(standing, path, 'yes');
    const wrong = {
      'period.to': '31/12/2015',
      'field-2.quotaNumber': '-1',
      'stage-1.when': 'mùa xuân',
      'field-1.lead': '',
    };
    const sent = await seen(await standing.post(path, { ...form, ...wrong, viec: 'lap' }));
    expect(sent.status).toBe(422);
    expect(sent.text).toMatch(/Không đọc được “mùa xuân”/);
    expect(sent.text).toMatch(/Hãy chọn cơ quan chủ trì/);
    expect(sent.html).toMatch(/value="mùa xuân"/);
    const next = await seen(await standing.post(path, { ...form, 'field-2.quotaNumber': '-1', viec: 'lap' }));
    expect(next.text).toMatch(/Chỉ tiêu phải là số nguyên từ 0 đến 100.000/);
    const ended = await seen(await standing.post(path, { ...form, 'period.to': '31/12/2015', viec: 'lap' }));
    expect(ended.text).toMatch(/Ngày kết thúc không được trước ngày bắt đầu/);
  });

  it('makes the draft of all that was confirmed: offices, quota, criteria sets, and what is left to see to', async () => {
    const path = (await read(standing)).location ?? '';
    const form = await writtenForm(standing, path, 'yes');
    const sent = await seen(await standing.post(path, { ...form, viec: 'lap' }));
    expect(sent.text).toBe('');
    expect(sent.location).toMatch(/^\/ke-hoach\/\d+$/);
    const planId = Number(sent.location?.split('/').at(-1));
    const plan = await site.db
      .selectFrom('plan')
      .selectAll()
      .where('id', '=', planId)
      .executeTakeFirstOrThrow();
    expect(plan).toMatchObject({
      number: '1711/KH-UBND',
      state: 'draft',
      signer: 'Bùi Minh Châu',
      issued_on: '2016-05-10',
      issuer_office_id: offices.province?.id,
    });
    const fields = await site.db
      .selectFrom('pilot_field')
      .selectAll()
      .where('plan_id', '=', planId)
      .orderBy('ord')
      .execute();
    expect(fields.map((field) => [field.is_pilot, field.lead_office_id])).toEqual([
      [true, offices.farming?.id],
      [true, offices.farmers?.id],
      ...Array.from({ length: 4 }, () => [false, offices.standing?.id]),
    ]);
    expect(fields[1]).toMatchObject({
      quota_kind: 'exactly',
      quota_number: 5,
      quota_counts: ['individual', 'household'],
    });
    const criteria = await site.db
      .selectFrom('criterion')
      .selectAll()
      .where('set_id', '=', fields[1]?.criteria_set_id ?? 0)
      .orderBy('ord')
      .execute();
    expect(criteria.map(({ kind }) => kind)).toEqual([
      'yes_no',
      'rank_in_locality',
      'every_year',
      'yes_no',
      'yes_no',
    ]);
    const coordination = await site.db
      .selectFrom('field_coordination')
      .selectAll()
      .where('field_id', '=', fields[0]?.id ?? 0)
      .execute();
    expect(coordination).toMatchObject([{ kind_id: 'district', below_id: offices.province?.id }]);
    expect((await openDecisions(site.db, planId)).map(({ question }) => question)).toEqual([
      expect.stringMatching(/báo cáo UBND tỉnh \(qua Ban Thi đua, khen thưởng\)/),
      expect.stringMatching(/Đại hội Thi đua yêu nước của tỉnh lần thứ VI/),
      expect.stringMatching(/không phải là điểm/),
    ]);
    const audit = await site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('kind', '=', 'plan.created')
      .where('thing_id', '=', planId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(audit.after)).toMatch(
      /đọc từ văn bản: nội dung dán vào, \d+ mục đã xác nhận, SHA-256/,
    );
    // a second click makes no second plan, and the text leads to its draft
    expect((await open(standing, path)).location).toBe(`/ke-hoach/${planId}`);
  });
});
