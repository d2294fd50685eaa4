import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type Seen, seen } from '../../test/exemplar-site.ts';
import { openRollupSite, type RollupSite } from '../../test/rollup-site.ts';
import { hiddenFields } from '../../test/site.ts';
import { wordOf } from '../../test/word-template.ts';
import { docxParagraphs } from '../papers/read-back.ts';
import { findReport } from './queries.ts';
import { paperByTemplate } from './template-paper.ts';
import { templateRoutes } from './template-routes.tsx';

let at: RollupSite;
const PATH = '/bao-cao/mau-word';
beforeAll(async () => {
  at = await openRollupSite(templateRoutes);
});
afterAll(() => at.close());

async function upload(
  who: keyof RollupSite['people'],
  file: Uint8Array | null,
  fields: Record<string, string> = {},
): Promise<Seen> {
  const browser = await at.browser(who);
  const page = await open(browser, PATH);
  const form = new FormData();
  const sent = {
    ...hiddenFields(page.html, PATH),
    officeId: String(at.place.district.id),
    formKey: 'thu',
    ...fields,
  };
  for (const [key, value] of Object.entries(sent)) form.set(key, value);
  if (file) form.set('mau', new File([new Uint8Array(file)], 'mau huyen.docx'));
  return seen(await browser.post(PATH, form));
}

const kept = () => at.db.selectFrom('report_template').selectAll().orderBy('id').execute();
const files = () => at.db.selectFrom('file').select('id').execute();

describe('the template of an office', () => {
  it('lists its fields and hands out an example that it takes itself', async () => {
    const page = await open(await at.browser('district'), PATH);
    expect(page.text).toContain('{{so_lieu.kth_tong}}');
    expect(page.text).toContain('{{#doan.result}}');
    const example = await (await at.browser('district')).get(`${PATH}/vi-du/thu.docx`);
    expect(example.status).toBe(200);
    const answer = await upload('district', new Uint8Array(await example.arrayBuffer()));
    expect([answer.status, answer.location]).toEqual([
      303,
      expect.stringMatching(/^\/bao-cao\/mau-word\/\d+$/),
    ]);
    expect((await (await at.browser('district')).get(`${PATH}/vi-du/khong-co.docx`)).status).toBe(404);
  });

  it('is refused when it is broken, by name of its fields, and then nothing is kept', async () => {
    const [before, stored] = [await kept(), await files()];
    const answer = await upload(
      'district',
      await wordOf(['{{so_lieu.kth_tongg}}', '{{#doan.result}}', '{{noi_dung}}']),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('“{{so_lieu.kth_tongg}}”: có phải “{{so_lieu.kth_tong}}”?');
    expect(answer.text).toContain('“{{#doan.result}}” chưa được đóng');
    expect([await kept(), await files()]).toEqual([before, stored]);
  });

  it('takes the place of the one before, which stays in the history, and prints the report', async () => {
    const answer = await upload(
      'district',
      await wordOf(['ĐƠN VỊ {{TEN_DON_VI}}', 'Có {{so_lieu.kth_tong}} lượt', '{{phan.result}}']),
    );
    expect(answer.status).toBe(303);
    expect((await kept()).map((one) => one.active)).toEqual([false, true]);
    await at.db
      .updateTable('report')
      .set({ words: JSON.stringify({ result: 'Đã tôn vinh {{kth_tong}} lượt' }) })
      .where('id', '=', at.aboveId)
      .execute();
    const report = await findReport(at.db, at.people.district, at.aboveId);
    if (!report) throw new Error('no report');
    const paper = await paperByTemplate(at.db, at.site.deps.files, report);
    expect(docxParagraphs(paper ?? new Uint8Array())).toEqual([
      'ĐƠN VỊ HUYỆN THỬ',
      'Có 0 lượt',
      'Đã tôn vinh 0 lượt',
    ]);
    const again = await upload('district', await wordOf(['ĐƠN VỊ {{TEN_DON_VI}}']));
    expect(again.status).toBe(303);
  });

  it('can be given up, once', async () => {
    const last = (await kept()).at(-1);
    const browser = await at.browser('colleague');
    const page = await open(browser, `${PATH}/${last?.id}`);
    const fields = hiddenFields(page.html, `${PATH}/${last?.id}/bo`);
    expect((await browser.post(`${PATH}/${last?.id}/bo`, fields)).status).toBe(303);
    const second = await seen(await browser.post(`${PATH}/${last?.id}/bo`, {}));
    expect([second.status, second.text]).toEqual([422, expect.stringContaining('không còn được dùng')]);
    const report = await findReport(at.db, at.people.district, at.aboveId);
    expect(report && (await paperByTemplate(at.db, at.site.deps.files, report))).toBeNull();
  });

  it.each([
    ['district', 303],
    ['colleague', 303],
    ['standing', 422],
    ['commune', 422],
    ['elsewhere', 422],
    ['viewer', 403],
  ] as const)('is put in by %s: %d', async (who, status) => {
    const answer = await upload(who, await wordOf([`{{ten_don_vi}} ${who}`]));
    expect(answer.status).toBe(status);
  });

  it.each([
    ['no file', null, {}, 'Hãy chọn tệp Word'],
    ['no office', 'x', { officeId: '' }, 'Hãy chọn đơn vị'],
    ['an office that is no number', 'x', { officeId: '1 OR 1=1' }, 'Hãy chọn đơn vị trong danh sách'],
  ] as const)('is refused at the field for %s', async (_what, text, fields, words) => {
    const answer = await upload('district', text ? await wordOf(['{{ten_don_vi}}']) : null, fields);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
  });

  it('is not found where it is out of reach or does not exist', async () => {
    const [one] = await kept();
    expect((await (await at.browser('elsewhere')).get(`${PATH}/${one?.id}`)).status).toBe(404);
    expect((await (await at.browser('elsewhere')).get(`${PATH}/${one?.id}/mau.docx`)).status).toBe(404);
    expect((await (await at.browser('district')).get(`${PATH}/99999`)).status).toBe(404);
    const answer = await upload('district', await wordOf(['{{ten_don_vi}}']), { formKey: 'khong-co' });
    expect(answer.status).toBe(404);
  });
});
