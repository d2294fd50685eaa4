import { strToU8 } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EvidenceDesk, formOf, openEvidenceDesk, PDF, type Sent } from '../../test/evidence-desk.ts';

const MB = 1024 * 1024;
const ONE: NonNullable<Sent['files']> = [['a.pdf', PDF]];

let desk: EvidenceDesk;
beforeAll(async () => {
  desk = await openEvidenceDesk();
  // so that "nothing was stored" is not said of an empty house
  await desk.send(desk.officer, await desk.exemplarIn('found'), { files: ONE });
  before = await desk.everythingStored();
  expect(before).toHaveLength(4);
});
afterAll(() => desk.site.close());

let before: string[] = [];
afterEach(async () => expect(await desk.everythingStored()).toEqual(before));

describe('evidence that cannot be kept', () => {
  it.each<[string, Sent, string]>([
    ['an empty file', { files: [['rong.pdf', new Uint8Array()]] }, 'Tệp “rong.pdf” trống'],
    ['a page of HTML named as a picture', { files: [['anh.jpg', strToU8('<html>')]] }, 'không đúng loại'],
    ['a damaged picture', { files: [['anh.jpg', strToU8('\xff\xd8\xff damaged', true)]] }, 'bị hỏng'],
    ['a file over the limit', { files: [['to.pdf', new Uint8Array(MB + 1)]] }, 'mỗi tệp không quá 1 MB'],
    ['too many files', { files: Array.from({ length: 21 }, () => ['a.pdf', PDF]) }, 'không quá 20 tệp'],
    ['nothing at all', {}, 'Hãy chọn tệp, hoặc ghi số hiệu văn bản'],
    ['both a file and a reference', { fields: { reference: '1/QĐ' }, files: ONE }, 'chỉ một trong hai'],
    ['a reference without a title', { fields: { reference: '1/QĐ' } }, 'Hãy ghi tên minh chứng'],
    ['an achievement of nobody', { fields: { achievementId: '999999' }, files: ONE }, 'không còn'],
  ])('is answered with a sentence beside the form: %s', async (_what, sent, sentence) => {
    const id = await desk.exemplarIn('found');
    const answer = await desk.send(desk.officer, id, sent);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('error-summary');
    expect(page).toContain(sentence);
    const events = await desk.site.db
      .selectFrom('audit_event')
      .where('thing_id', '=', id)
      .select('id')
      .execute();
    expect(events).toEqual([]);
  });

  it('refuses the good file beside it too, names only the wrong one, and keeps what was typed', async () => {
    const id = await desk.exemplarIn('found');
    const files: Sent['files'] = [
      ['tot.docx', PDF],
      ['xau.exe', strToU8('MZ')],
    ];
    const page = await (
      await desk.send(desk.officer, id, { fields: { title: 'Ảnh mặt đường' }, files })
    ).text();
    expect(page).toContain('Tệp “xau.exe”');
    expect(page).not.toContain('Tệp “tot.docx”');
    expect(page).toContain('value="Ảnh mặt đường"');
    expect(page).toContain('hãy chọn lại');
  });

  it('is not even read when the whole form is far too large', async () => {
    const id = await desk.exemplarIn('found');
    const answer = await desk.send(desk.officer, id, { files: [['to.pdf', new Uint8Array(3 * MB)]] });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Chưa có gì được lưu');
  });

  it('is refused on a stale form', async () => {
    const id = await desk.exemplarIn('found');
    const answer = await desk.send(desk.officer, id, { fields: { _phien_ban: '7' }, files: ONE });
    expect(answer.status).toBe(409);
  });

  it('is refused with the reason for a role or a state that may not', async () => {
    const [open, closed] = [await desk.exemplarIn('found'), await desk.exemplarIn('declined')];
    const asViewer = await desk.send(desk.viewer, open, { files: ONE });
    expect([asViewer.status, await asViewer.text()]).toEqual([
      422,
      expect.stringContaining('không giữ vai trò'),
    ]);
    const tooLate = await desk.send(desk.officer, closed, { files: ONE });
    expect([tooLate.status, await tooLate.text()]).toEqual([
      422,
      expect.stringContaining('khi hồ sơ ở trạng thái'),
    ]);
  });

  it('is not found outside of reach', async () => {
    const id = await desk.exemplarIn('found');
    const path = `/dien-hinh/${id}/minh-chung/moi`;
    expect((await desk.neighbour.post(path, formOf({ files: ONE }))).status).toBe(404);
    expect((await desk.neighbour.get(path)).status).toBe(404);
  });
});
