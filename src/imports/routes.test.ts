// long: the whole way of a list through the screens, in its order
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { xlsxOf } from '../../test/imports-desk.ts';
import { queriesOf } from '../../test/query-count.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { importRoutes } from './routes.ts';

let desk: ExemplarSite;
let unit: Browser;

beforeAll(async () => {
  desk = await openExemplarSite(importRoutes);
  await makeOffice(desk.site.db, desk.world.place.commune, { name: 'Khu dân cư Thử' });
  unit = await desk.as(desk.world.unit);
});
afterAll(() => desk.close());

const LIST = [
  ['STT', 'Họ và tên', 'Năm sinh', 'Địa chỉ', 'Thành tích', 'Đơn vị'],
  [1, 'Nguyễn Thị Một', 1980, 'Khu 1', 'Hiến đất', null],
  [2, 'Trần Văn Hai', 1975, 'Khu 2', 'nt', null],
  [3, 'Lê Văn Ba', 'không nhớ', 'Khu 3', null, null],
  [4, 'Phạm Thị Bốn', 1966, 'Khu 4', null, 'Xã Ở Đâu'],
];

/** Sends a file from the page of lists, as a browser without scripts does. */
async function upload(
  browser: Browser,
  bytes: Uint8Array | null,
  more: Record<string, string> = {},
  name = 'ds.xlsx',
) {
  const { html } = await open(browser, '/nhap-danh-sach');
  const form = new FormData();
  for (const [key, value] of Object.entries({ ...hiddenFields(html, '/nhap-danh-sach'), ...more }))
    form.set(key, value);
  if (bytes) form.set('file', new File([Buffer.from(bytes)], name));
  return seen(await browser.post('/nhap-danh-sach', form));
}

/** The fields of the form of matching as they are proposed. */
function proposed(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name = '', body = ''] of html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    if (name === 'phong') continue;
    fields[name] =
      /<option value="([^"]*)" selected/.exec(body)?.[1] ?? /<option value="([^"]*)"/.exec(body)?.[1] ?? '';
  }
  return fields;
}

async function match(browser: Browser, path: string, more: Record<string, string> = {}) {
  const { html } = await open(browser, path);
  return send(browser, path, { ...proposed(html), ...more });
}

const idIn = (path: string | null): number => Number(/\/(\d+)(?:\/|$)/.exec(path ?? '')?.[1]);

describe('importing a list on screen', () => {
  let id: number;

  it('reads the file and proposes what each column is', async () => {
    const sent = await upload(unit, await xlsxOf(LIST));
    expect([sent.status, sent.location]).toEqual([
      303,
      expect.stringMatching(/^\/nhap-danh-sach\/\d+\/ghep-cot$/),
    ]);
    id = idIn(sent.location);
    const page = await open(unit, `/nhap-danh-sach/${id}/ghep-cot`);
    expect(page.status).toBe(200);
    expect(proposed(page.html)).toMatchObject({
      cot_0: 'stt',
      cot_1: 'name',
      cot_2: 'birth',
      cot_3: 'place',
      cot_4: 'statement',
      cot_5: 'office',
      chung_officeId: String(desk.world.place.commune.id),
    });
    expect(page.text).toContain('Nguyễn Thị Một · Trần Văn Hai');
  });

  it('says at once that the same file was sent, and leads to the earlier list', async () => {
    const again = await upload(unit, await xlsxOf(LIST));
    expect(again.status).toBe(422);
    expect(again.text).toContain(`danh sách số ${id}`);
    expect(again.html).toContain(`href="/nhap-danh-sach/${id}"`);
  });

  it('asks for the column of names before anything else', async () => {
    const page = await match(unit, `/nhap-danh-sach/${id}/ghep-cot`, { cot_1: '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Hãy chọn cột nào là');
  });

  it('shows what every row will do before anything is written', async () => {
    const sent = await match(unit, `/nhap-danh-sach/${id}/ghep-cot`);
    expect(sent.location).toBe(`/nhap-danh-sach/${id}`);
    const page = await open(unit, `/nhap-danh-sach/${id}`);
    expect(page.text).toContain('Nhập 2 dòng');
    expect(page.text).toContain('Năm sinh “không nhớ” không phải là năm hay ngày.');
    const refused = await open(unit, `/nhap-danh-sach/${id}?loai=refused`);
    expect(refused.text).toContain('Không tìm thấy đơn vị “Xã Ở Đâu”');
    expect(refused.text).not.toContain('Trần Văn Hai');
    expect(await desk.site.db.selectFrom('exemplar').select('id').execute()).toEqual([]);
  });

  it('gives the rows that are left out as a file with the reason in its last column', async () => {
    const answer = await unit.get(`/nhap-danh-sach/${id}/chua-nhap.xlsx`);
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual([
      'STT',
      'Họ và tên',
      'Năm sinh',
      'Địa chỉ',
      'Thành tích',
      'Đơn vị',
      'Vì sao chưa nhập',
    ]);
    expect(rows[1]?.slice(0, 3)).toEqual(['3', 'Lê Văn Ba', 'không nhớ']);
    expect(rows[2]?.at(-1)).toContain('Dòng 5: Không tìm thấy đơn vị');
  });

  it('is applied with one press, however often it is pressed', async () => {
    const { html } = await open(unit, `/nhap-danh-sach/${id}`);
    const fields = hiddenFields(html, `/nhap-danh-sach/${id}/nhap`);
    const [one, two] = await Promise.all([
      unit.post(`/nhap-danh-sach/${id}/nhap`, fields),
      unit.post(`/nhap-danh-sach/${id}/nhap`, fields),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const made = await desk.site.db
      .selectFrom('exemplar')
      .select(['full_name', 'statement', 'state'])
      .orderBy('id')
      .execute();
    expect(made).toEqual([
      { full_name: 'Nguyễn Thị Một', statement: 'Hiến đất', state: 'found' },
      { full_name: 'Trần Văn Hai', statement: 'Hiến đất', state: 'found' },
    ]);
    const page = await open(unit, `/nhap-danh-sach/${id}`);
    expect(page.text).toContain('Đã nhập 2 dòng');
    expect(page.html).toMatch(/href="\/dien-hinh\/\d+">Nguyễn Thị Một/);
  });

  it('remembers how the office matched such a list', async () => {
    const sent = await upload(
      unit,
      await xlsxOf([LIST[0] ?? [], [1, 'Vũ Thị Năm', 1990, 'Khu 5', 'Dạy học', null]]),
    );
    const first = idIn(sent.location);
    await match(unit, `/nhap-danh-sach/${first}/ghep-cot`, { cot_4: 'title', chung_kind: 'household' });
    const next = await upload(
      unit,
      await xlsxOf([LIST[0] ?? [], [1, 'Vũ Thị Sáu', 1991, 'Khu 6', 'Dạy học', null]]),
    );
    const page = await open(unit, next.location ?? '');
    expect(page.text).toContain('Đã điền sẵn theo cách đơn vị ghép danh sách cùng kiểu lần trước');
    expect(proposed(page.html)).toMatchObject({ cot_4: 'title', chung_kind: 'household' });
    const dropped = await send(unit, next.location ?? '', {});
    expect(dropped.status).toBe(422);
    const { html } = await open(unit, next.location ?? '');
    await unit.post(`/nhap-danh-sach/${idIn(next.location)}/bo`, hiddenFields(html, next.location ?? ''));
    expect((await open(unit, `/nhap-danh-sach/${idIn(next.location)}`)).status).toBe(404);
  });

  it('takes a table that was pasted, with the letters of TCVN3', async () => {
    const sent = await upload(unit, null, {
      text:
        'Hä vµ tªn\tN¨m sinh\tTh\u00e0nh t\u00edch'.replace('Th\u00e0nh t\u00edch', 'Thµnh tÝch') +
        '\nNguyÔn ThÞ Th\u00ad¬ng\t1971\tVËn ®éng hiÕn ®Êt\n',
    });
    expect(sent.status).toBe(303);
    const page = await open(unit, sent.location ?? '');
    expect(page.text).toContain('Nhận ra phông chữ TCVN3');
    expect(page.text).toContain('Nguyễn Thị Thương');
  });

  it('is undone as a whole with a reason', async () => {
    const { html } = await open(unit, `/nhap-danh-sach/${id}`);
    const path = `/nhap-danh-sach/${id}/hoan-tac`;
    const without = await seen(await unit.post(path, hiddenFields(html, path)));
    expect(without.status).toBe(422);
    const sent = await unit.post(path, { ...hiddenFields(html, path), reason: 'nhầm tệp' });
    expect(sent.status).toBe(303);
    expect((await open(unit, `/nhap-danh-sach/${id}`)).text).toContain(
      'Đã hoàn tác ngày 15/11/2018: nhầm tệp',
    );
    expect(await desk.site.db.selectFrom('exemplar').select('id').execute()).toEqual([]);
  });

  it('lists what was sent, with as many questions to the database however many lists there are', async () => {
    const page = await open(unit, '/nhap-danh-sach');
    expect(page.text).toContain(`ds.xlsx (số ${id})`);
    expect(page.text).toContain('đã hoàn tác');
    const before = await queriesOf(desk.site, () => unit.get('/nhap-danh-sach'));
    await upload(
      unit,
      await xlsxOf([
        ['Họ và tên', 'Năm sinh'],
        ['Ai Đó', 1950],
      ]),
    );
    expect(await queriesOf(desk.site, () => unit.get('/nhap-danh-sach'))).toBe(before);
  });

  it('shows a list in work to nobody else, and an applied one only within reach', async () => {
    const stranger = await desk.as(desk.world.stranger);
    const standing = await desk.as(desk.world.standing);
    const sent = await upload(
      unit,
      await xlsxOf([
        ['Họ và tên', 'Năm sinh'],
        ['Ai Khác', 1951],
      ]),
    );
    const work = `/nhap-danh-sach/${idIn(sent.location)}`;
    for (const path of [work, `${work}/ghep-cot`, `${work}/chua-nhap.xlsx`]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await standing.get(path)).status).toBe(404);
    }
    expect((await standing.get(`/nhap-danh-sach/${id}`)).status).toBe(200);
    expect((await stranger.get(`/nhap-danh-sach/${id}`)).status).toBe(404);
    expect((await (await desk.as(desk.world.leader)).get('/nhap-danh-sach')).status).toBe(403);
  });

  it('gives a template that is read back with every column known', async () => {
    const answer = await unit.get('/nhap-danh-sach/mau.xlsx');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const sent = await upload(unit, bytes);
    const page = await open(unit, sent.location ?? '');
    const columns = Object.entries(proposed(page.html)).filter(([name]) => name.startsWith('cot_'));
    expect(columns.filter(([, field]) => field === '')).toEqual([]);
    const done = await match(unit, sent.location ?? '');
    expect((await open(unit, done.location ?? '')).text).toContain('dòng ví dụ của mẫu');
  });

  it('answers a file that is none with a sentence and keeps nothing', async () => {
    const before = await desk.site.db
      .selectFrom('import_batch')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const sent = await upload(unit, Buffer.from('%PDF-1.7 …'), {}, 'x.xlsx');
    expect([sent.status, sent.text.includes('là PDF')]).toEqual([422, true]);
    expect((await upload(unit, null)).text).toContain('Hãy chọn tệp danh sách');
    const after = await desk.site.db
      .selectFrom('import_batch')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(after.n).toBe(before.n);
  });
});
