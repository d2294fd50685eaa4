import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCX, type EvidenceDesk, hiddenIn, openEvidenceDesk, PDF } from '../../test/evidence-desk.ts';
import type { Browser } from '../../test/site.ts';

let desk: EvidenceDesk;
let officer: Browser;
let exemplarId: number;
beforeAll(async () => {
  desk = await openEvidenceDesk();
  ({ officer } = desk);
  exemplarId = await desk.exemplarIn('found');
});
afterAll(() => desk.site.close());

/** Sends one file and answers the number of its evidence. */
async function sent(title: string, bytes: Uint8Array): Promise<number> {
  const answer = await desk.send(officer, exemplarId, { fields: { title }, files: [['tep.bin', bytes]] });
  expect(answer.status).toBe(303);
  return (await desk.kept(exemplarId))[0]?.id ?? 0;
}

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#1f5a8a' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '21/1 19/1 0/1' } })
    .toBuffer();

describe('a file that is handed out', () => {
  it('is the very PDF that was sent, shown in place, under the name of its title', async () => {
    const answer = await officer.get(`/minh-chung/${await sent('Quyết định 5/QĐ: "khen"', PDF)}`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Quyet dinh 5 QD khen.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%205%20Q%C4%90%20khen.pdf`,
    );
  });

  it('is only saved, never shown in place, when it is a document of Word', async () => {
    const answer = await officer.get(`/minh-chung/${await sent('Báo cáo', DOCX)}`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="Bao cao\.docx";/);
  });

  it('can neither be taken for a page of ours nor kept by a shared machine', async () => {
    const answer = await officer.get(`/minh-chung/${await sent('Ảnh', await photo())}`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('does not tell where a photo was taken', async () => {
    const answer = await officer.get(`/minh-chung/${await sent('Ảnh', await photo())}`);
    const { exif, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([exif, width]).toEqual([undefined, 900]);
  });

  it('has a thumbnail when it is a picture, and only then', async () => {
    const [picture, paper] = [await sent('Ảnh', await photo()), await sent('Giấy', PDF)];
    const small = await officer.get(`/minh-chung/${picture}/anh-nho`);
    const { width, format } = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect([width, format, small.headers.get('content-type')]).toEqual([320, 'jpeg', 'image/jpeg']);
    expect((await officer.get(`/minh-chung/${paper}/anh-nho`)).status).toBe(404);
  });

  it('is handed to everybody who sees its exemplar, and is not found by anybody else', async () => {
    const id = await sent('Ảnh', await photo());
    expect((await desk.viewer.get(`/minh-chung/${id}`)).status).toBe(200);
    const [outside, nowhere] = [
      await desk.neighbour.get(`/minh-chung/${id}`),
      await desk.neighbour.get('/minh-chung/999999'),
    ];
    expect([outside.status, nowhere.status]).toEqual([404, 404]);
    expect(await outside.text()).toBe(await nowhere.text());
    expect((await desk.neighbour.get(`/minh-chung/${id}/anh-nho`)).status).toBe(404);
    expect((await desk.site.visitor().get(`/minh-chung/${id}`)).status).toBe(303);
    expect((await officer.get('/minh-chung/abc')).status).toBe(404);
  });
});

describe('removing evidence', () => {
  const remove = async (
    browser: Browser,
    exemplar: number,
    id: number,
    fields: Record<string, string> = {},
  ) => {
    const path = `/dien-hinh/${exemplar}/minh-chung/${id}/bo`;
    return browser.post(path, { ...(await hiddenIn(browser, path)), reason: 'Gửi nhầm tệp', ...fields });
  };

  it('takes it from the file of the exemplar and keeps its title and the reason in the audit', async () => {
    const id = await sent('Ảnh nhầm', await photo());
    expect((await remove(officer, exemplarId, id)).status).toBe(303);
    expect((await officer.get(`/minh-chung/${id}`)).status).toBe(404);
    const last = await desk.site.db
      .selectFrom('audit_event')
      .select(['kind', 'before', 'reason'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(last).toEqual({
      kind: 'exemplar.evidence_removed',
      before: { 'minh chứng': 'Ảnh nhầm' },
      reason: 'Gửi nhầm tệp',
    });
  });

  it('is refused without a reason, on a stale form, and to those who may only look', async () => {
    const id = await sent('Ảnh', await photo());
    const answers = [
      await remove(officer, exemplarId, id, { reason: ' ' }),
      await remove(officer, exemplarId, id, { _phien_ban: '1' }),
      await remove(desk.viewer, exemplarId, id),
      await remove(desk.neighbour, exemplarId, id),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([422, 409, 422, 404]);
    expect((await officer.get(`/minh-chung/${id}`)).status).toBe(200);
  });

  it('does not reach the evidence of another exemplar', async () => {
    const [id, another] = [await sent('Ảnh', await photo()), await desk.exemplarIn('found')];
    expect((await remove(officer, another, id)).status).toBe(404);
    expect((await officer.get(`/minh-chung/${id}`)).status).toBe(200);
  });
});
