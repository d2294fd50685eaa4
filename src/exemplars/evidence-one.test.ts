import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceDesk, formOf, openEvidenceDesk, PDF } from '../../test/evidence-desk.ts';
import type { Browser } from '../../test/site.ts';
import { QUOTA_KEY } from '../evidence/quota.ts';

let desk: EvidenceDesk;
let id: number;
beforeAll(async () => {
  desk = await openEvidenceDesk();
  id = await desk.exemplarIn('found');
});
afterAll(() => desk.site.close());
afterEach(() => desk.site.db.deleteFrom('evidence').execute());

let serial = 0;
const fresh = (size = 40): Uint8Array => Buffer.from(`%PDF-1.4 ${serial++}${' '.repeat(size)} %%EOF`);
/** As the script of the form sends one file. */
const sendOne = async (
  browser: Browser,
  bytes: Uint8Array | null,
  fields: Record<string, string> = {},
  exemplar = id,
) => {
  const answer = await browser.post(
    `/dien-hinh/${exemplar}/minh-chung/gui`,
    formOf({ fields, files: bytes ? [['Giấy.pdf', bytes]] : [] }),
  );
  const text = await answer.text();
  return { status: answer.status, sentence: text.startsWith('{') ? JSON.parse(text).sentence : text };
};

describe('files that are sent one by one', () => {
  it('are each taken, whatever version the form was opened on', async () => {
    for (let n = 0; n < 3; n++)
      expect(await sendOne(desk.officer, fresh(), { _phien_ban: '1', title: `Ảnh (${n})` })).toEqual({
        status: 200,
        sentence: 'Đã nhận.',
      });
    expect((await desk.kept(id)).map(({ title }) => title)).toEqual(['Ảnh (2)', 'Ảnh (1)', 'Ảnh (0)']);
  });

  it('are kept once when a broken line made the browser send them again', async () => {
    const [bytes, fields] = [fresh(), { _khoa: 'khoa-cua-tep-nay' }];
    const twice = await Promise.all([1, 2].map(() => sendOne(desk.officer, bytes, fields)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(await desk.kept(id)).toHaveLength(1);
  });

  it('are refused each with its own sentence', async () => {
    const refused = [
      await sendOne(desk.officer, Buffer.from('MZ')),
      await sendOne(desk.officer, null),
      await sendOne(desk.officer, fresh(), { reference: '1/QĐ' }),
      await sendOne(desk.officer, fresh(), { title: 'x'.repeat(300) }),
      await sendOne(desk.viewer, fresh()),
      await sendOne(desk.officer, fresh(), {}, await desk.exemplarIn('declined')),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
    for (const [n, words] of [
      'không đúng loại',
      'một tệp',
      'chỉ một trong hai',
      'dài quá',
      'vai trò',
      'trạng thái',
    ].entries())
      expect(refused[n]?.sentence).toContain(words);
    expect((await sendOne(desk.neighbour, fresh())).status).toBe(404);
    expect(await desk.kept(id)).toEqual([]);
  });
});

it('is refused when the office has used its room, on the form and by the script', async () => {
  const value = JSON.stringify(1);
  await desk.site.db.insertInto('setting').values({ key: QUOTA_KEY, value }).execute();
  const large = () => fresh(700_000);
  expect((await sendOne(desk.officer, large())).status).toBe(200);
  expect((await sendOne(desk.officer, large())).sentence).toContain('không đủ chỗ cho tệp 684 KB');
  const onForm = await desk.send(desk.officer, id, { files: [['to.pdf', large()]] });
  expect([onForm.status, await onForm.text()]).toEqual([
    422,
    expect.stringContaining('Đơn vị đã dùng 684 KB trong 1 MB'),
  ]);
  const page = await (await desk.officer.get(`/dien-hinh/${id}/minh-chung/moi`)).text();
  expect(page).toContain('Đơn vị đã dùng 684 KB trong 1 MB');
  expect((await sendOne(desk.officer, PDF)).status).toBe(200);
});
