// long: one form on its way out and back, and every way in which it comes back wrong
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type Seen, seen } from '../../test/exemplar-site.ts';
import type { MadeOffice } from '../../test/factories.ts';
import { FIGURES, openRollupSite, type RollupSite } from '../../test/rollup-site.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { type FillIn, renderFillIn } from '../papers/fill-in.ts';
import { keptFigures } from './freeze.ts';
import { indicatorsOf } from './merged-indicators.ts';

let at: RollupSite;
let office: MadeOffice;
let other: MadeOffice;
let path: string;
let browser: Browser;
beforeAll(async () => {
  at = await openRollupSite();
  office = await at.commune('Doanh nghiệp Không Tài Khoản');
  other = await at.commune('Xã Bên Cạnh');
  path = `/bao-cao/${at.aboveId}/ngoai-he-thong/${office.id}`;
  browser = await at.browser('district');
});
afterAll(() => at.close());

const marks = (fields: Record<string, string> = {}) => ({
  kind: 'guong-sang-bao-cao',
  plan: String(at.planId),
  office: String(office.id),
  form: 'thu',
  edition: '1',
  period: '2017-01-01',
  ...fields,
});

/** The form as the office fills it in. */
function filled(
  values: Record<string, unknown> = {},
  fields: Record<string, string> = {},
): Promise<Uint8Array> {
  const form: FillIn = {
    title: 'Biểu',
    facts: [],
    marks: marks(fields),
    help: [],
    numbers: indicatorsOf(FIGURES).map(({ key, name }) => ({
      key,
      label: name,
      unit: '',
      hint: '',
      value: (values[key] ?? null) as number | null,
    })),
    texts: [
      { key: 'result', label: 'Kết quả', hint: '', value: String(values.result ?? '') },
      { key: 'proposal', label: 'Kiến nghị', hint: '', value: '' },
    ],
  };
  return renderFillIn(form);
}

async function upload(bytes: Uint8Array, name = 'bieu.xlsx'): Promise<Seen> {
  const page = await open(browser, path);
  const form = new FormData();
  for (const [key, value] of Object.entries(hiddenFields(page.html, path))) form.set(key, value);
  form.set('bieu', new File([new Uint8Array(bytes)], name));
  return seen(await browser.post(path, form));
}

async function confirm(preview: Seen, fields: Record<string, string> = {}): Promise<Seen> {
  return seen(
    await browser.post(`${path}/ghi`, {
      ...hiddenFields(preview.html, `${path}/ghi`),
      receivedOn: '12/01/2018',
      ...fields,
    }),
  );
}

const reports = () => at.db.selectFrom('report').selectAll().where('office_id', '=', office.id).execute();

describe('the form of an office outside', () => {
  it('is a workbook that can be filled in and is read back as it is', async () => {
    const answer = await browser.get(`${path}/bieu.xlsx`);
    expect(answer.status).toBe(200);
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Số liệu', 'Lời văn', 'ma_bieu']);
    const texts = book.sheets[0]?.rows.flat().map(String).join('|') ?? '';
    expect(texts).toContain('Đơn vị báo cáo: Doanh nghiệp Không Tài Khoản');
    expect(texts).toContain('Mẫu: Báo cáo năm, bản 1');
  });

  it('is shown as a difference before anything is stored', async () => {
    const preview = await upload(await filled({ kth_tong: 12, kt_tac_dung: 4.5, result: 'Làm tốt' }));
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('khác với số đang có ở 3 mục');
    expect(preview.text).toMatch(/Lượt tôn vinh, khen thưởng để trống 12/);
    expect(await reports()).toEqual([]);
  });

  it('becomes the report of the office, submitted on the day it came, on the desk of the receiver', async () => {
    const bytes = await filled({ kth_tong: 12, kt_tac_dung: 4.5, result: 'Làm tốt' });
    const preview = await upload(bytes);
    const done = await confirm(preview);
    expect([done.status, done.location]).toEqual([303, `/bao-cao/${at.aboveId}/tong-hop#don-vi`]);
    const [report] = await reports();
    expect(report).toMatchObject({
      state: 'submitted',
      is_outside: true,
      submitted_by: at.people.district.accountId,
      first_submitted_on: '2018-01-12',
      receiver_office_id: at.place.district.id,
      words: { result: 'Làm tốt', proposal: '' },
    });
    const figures = await keptFigures(at.db, report?.id ?? 0);
    expect(figures.get('kth_tong')).toEqual({ value: 12, source: 'typed' });
    expect(figures.get('dh_tong')).toEqual({ value: null, source: 'typed' });
    const desk = await at.db.selectFrom('desk_stay').selectAll().where('until', 'is', null).execute();
    expect(desk).toMatchObject([{ paper: 'report', paper_id: report?.id, office_id: at.place.district.id }]);
    const kept = await at.db.selectFrom('report_outside_file').selectAll().execute();
    expect(kept).toMatchObject([{ name: 'bieu.xlsx', recorded_by: at.people.district.accountId }]);
    const file = await browser.get(`${path}/tep/${kept[0]?.id}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  it('is not read in again while the report is being read, and brings nothing new the second time', async () => {
    expect((await open(browser, path)).text).toContain('hãy trả lại báo cáo đó trước');
    await at.db.updateTable('report').set({ state: 'returned' }).where('office_id', '=', office.id).execute();
    const same = await upload(await filled({ kth_tong: 12, kt_tac_dung: 4.5, result: 'Làm tốt' }));
    expect(same.text).toContain('không có gì khác với báo cáo đã nhập');
    expect(same.html).not.toContain('/ghi"');
    const changed = await upload(await filled({ kth_tong: 13, kt_tac_dung: 4.5, result: 'Làm tốt' }));
    expect(changed.text).toMatch(/khác với số đang có ở 1 mục/);
    expect((await confirm(changed, { receivedOn: '13/01/2018' })).status).toBe(303);
    const [report] = await reports();
    expect(report).toMatchObject({
      state: 'submitted',
      submitted_on: '2018-01-13',
      first_submitted_on: '2018-01-12',
    });
    expect((await keptFigures(at.db, report?.id ?? 0)).get('kth_tong')?.value).toBe(13);
    await at.db.updateTable('report').set({ state: 'returned' }).where('office_id', '=', office.id).execute();
  });
});

const rewritten = (file: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(file);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
};
const SHEET = 'xl/worksheets/sheet1.xml';

describe('a form that is not right', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['no workbook', () => strToU8('a,b'), 'không đúng loại'],
    ['a picture under another name', () => strToU8('\x89PNG'), 'không đúng loại'],
    [
      'a Word file',
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      'không phải là Excel',
    ],
    [
      'a workbook of somebody else',
      async () => rewritten(await filled(), 'xl/workbook.xml', (xml) => xml.replace('ma_bieu', 'khac')),
      'không phải là biểu tải từ hệ thống',
    ],
    ['of another office', () => filled({}, { office: String(other.id) }), 'của đơn vị khác'],
    ['of another plan', () => filled({}, { plan: '999' }), 'thuộc một kế hoạch khác'],
    ['of another form', () => filled({}, { form: 'nam' }), 'không phải là mẫu “Báo cáo năm”'],
    [
      'of another period',
      () => filled({}, { period: '2016-01-01' }),
      'của kỳ khác (bắt đầu 01/01/2016), không phải kỳ Năm 2017',
    ],
    ['of another edition', () => filled({}, { edition: '7' }), 'theo bản 7 của mẫu; nay dùng bản 1'],
    [
      'with words for a number',
      () => filled({ kth_tong: 'nhiều lắm' }),
      'Lượt tôn vinh, khen thưởng): “nhiều lắm” không phải là số',
    ],
    ['with a negative number', () => filled({ kth_tong: -3 }), 'phải từ 0'],
    ['with an endless number', () => filled({ kth_tong: 1e300 }), 'không quá lớn'],
    [
      'with a formula',
      async () =>
        rewritten(await filled({ kth_tong: 98765 }), SHEET, (xml) =>
          xml.replace('<v>98765</v>', '<f>98764+1</f><v>98765</v>'),
        ),
      'có công thức',
    ],
    [
      'with a row missing',
      async () => rewritten(await filled(), SHEET, (xml) => xml.replace(/<row r="4".*?<\/row>/, '')),
      'biểu đã bị xóa dòng',
    ],
    [
      'of a million empty rows',
      async () =>
        rewritten(await filled(), SHEET, (xml) =>
          xml.replace(
            '</sheetData>',
            `${Array.from({ length: 1e6 }, (_, n) => `<row r="${n + 50}"/>`).join('')}</sheetData>`,
          ),
        ),
      'quá',
    ],
    [
      'a bomb',
      async () =>
        zipSync(
          { ...unzipSync(await filled()), 'xl/media/a.bin': new Uint8Array(60 * 1024 * 1024) },
          { level: 9 },
        ),
      'bất thường',
    ],
    ['cut off', async () => (await filled()).subarray(0, 900), 'cắt cụt'],
    ['empty', () => new Uint8Array(), 'trống'],
  ])('is refused with a sentence when it is %s, and nothing is stored', async (_what, bytes, words) => {
    const before = await reports();
    const answer = await upload(await bytes());
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
    expect(await reports()).toEqual(before);
  });

  it('takes numbers that were typed as text, the Vietnamese way, and leaves blank what is blank', async () => {
    const page = await upload(await filled({ kth_tong: '1.234', dh_tong: '', result: 'Làm tốt' }));
    expect(page.text).toMatch(/Lượt tôn vinh, khen thưởng 13 1\.234/);
  });

  it('keeps the day in its bounds, and believes nothing that came back with the page', async () => {
    const preview = await upload(await filled({ kth_tong: 99 }));
    const future = await confirm(preview, { receivedOn: '01/01/2031' });
    expect([future.status, future.text]).toEqual([422, expect.stringContaining('Ngày nhận phải từ đầu kỳ')]);
    expect((await confirm(preview, { receivedOn: 'mai' })).status).toBe(422);
    expect((await confirm(preview, { tep: '****' })).text).toContain('hỏng trên đường truyền');
    expect((await confirm(preview, { tep: Buffer.from('x').toString('base64') })).text).toContain(
      'không đúng loại',
    );
    expect((await reports())[0]?.version).toBe(2);
  });

  it('says when no file was chosen', async () => {
    const page = await seen(await browser.post(path, hiddenFields((await open(browser, path)).html, path)));
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Hãy chọn biểu đã điền')]);
  });
});

describe('who may type in for others', () => {
  it.each([
    ['district', 200],
    ['colleague', 200],
    ['standing', 404],
    ['viewer', 404],
    ['commune', 404],
    ['elsewhere', 404],
  ] as const)('%s gets %d', async (who, status) => {
    const one = await at.browser(who);
    for (const address of [path, `${path}/bieu.xlsx`, `/bao-cao/${at.aboveId}/ngoai-he-thong`])
      expect((await one.get(address)).status).toBe(status);
    const posted = await one.post(`${path}/ghi`, { ten: 'a', tep: 'QQ==', receivedOn: '12/01/2018' });
    expect(posted.status).toBe(status === 200 ? 422 : 404);
  });

  it('nobody does for an office that writes its own report or does not send here', async () => {
    await at.report(other, { state: 'draft' });
    const own = await open(browser, `/bao-cao/${at.aboveId}/ngoai-he-thong/${other.id}`);
    expect(own.text).toContain('tự lập báo cáo này trong hệ thống');
    const nowhere = await open(browser, `/bao-cao/${at.aboveId}/ngoai-he-thong/${at.place.lead.id}`);
    expect(nowhere.status).toBe(404);
  });
});
