import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCX, type EvidenceDesk, openEvidenceDesk, PDF } from '../../test/evidence-desk.ts';
import { open } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';

const WORDS = zipSync({
  '[Content_Types].xml': strToU8('<T/>'),
  'word/document.xml': strToU8(
    '<w:document><w:body><w:p><w:r><w:t>Báo cáo thành tích</w:t></w:r></w:p><w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:p></w:body></w:document>',
  ),
});
const XLSX = zipSync({ '[Content_Types].xml': strToU8('<T/>'), 'xl/workbook.xml': strToU8('<w/>') });

let desk: EvidenceDesk;
let exemplarId: number;
/** Picture, PDF, Word with words, Excel, Word without; in the order in which they were sent. */
let ids: number[];
beforeAll(async () => {
  desk = await openEvidenceDesk();
  exemplarId = await desk.exemplarIn('found');
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#1f5a8a' } })
    .jpeg()
    .toBuffer();
  await desk.send(desk.officer, exemplarId, {
    files: [
      ['Con đường.jpg', photo],
      ['Quyết định.pdf', PDF],
      ['Báo cáo.docx', WORDS],
      ['Số liệu.xlsx', XLSX],
      ['Trống.docx', DOCX],
    ],
  });
  await desk.send(desk.officer, exemplarId, { fields: { title: 'Giấy khen', reference: '12/QĐ' } });
  ids = (await desk.kept(exemplarId)).map(({ id }) => id).toReversed();
});
afterAll(() => desk.site.close());

const view = (n: number, browser = desk.officer) => open(browser, `/minh-chung/${ids[n]}/xem`);

describe('the page of a piece of evidence', () => {
  it('shows a picture in full, with the way to the next and back', async () => {
    const { html, text } = await view(0);
    expect(html).toContain(`<img src="/minh-chung/${ids[0]}" alt="Con đường"`);
    expect(html).toContain(`rel="next" href="/minh-chung/${ids[1]}/xem"`);
    expect(html).not.toContain('rel="prev"');
    expect(html).toContain(`href="/dien-hinh/${exemplarId}#minh-chung"`);
    expect(html).toContain(`href="/minh-chung/${ids[0]}/tai-ve"`);
    expect(text).toContain('1 trong 5');
    // a reference without a file has nothing to show, and is not counted
    expect((await view(4)).html).not.toContain('rel="next"');
  });

  it('shows a PDF in a frame of our own origin, on this page alone and with a way around it', async () => {
    const answer = await desk.officer.get(`/minh-chung/${ids[1]}/xem`);
    const html = await answer.text();
    expect(html).toContain(
      `<iframe src="/minh-chung/${ids[1]}/trong-khung#view=FitH&amp;navpanes=0" title="Quyết định"`,
    );
    expect(html).toContain(`href="/minh-chung/${ids[1]}"`);
    expect(answer.headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const other = await desk.officer.get(`/minh-chung/${ids[0]}/xem`);
    expect(other.headers.get('content-security-policy')).not.toContain('frame-src');
  });

  it('shows the words of a Word file and nothing else of it', async () => {
    const { html, text } = await view(2);
    expect(text).toContain('Báo cáo thành tích');
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toContain('<script>alert');
    expect((await view(4)).text).toContain('Không xem được trong trang');
    expect((await view(3)).text).toContain('Bảng Excel không hiện trong trang');
  });

  it('is not found by those who do not see the exemplar, nor for a reference', async () => {
    expect((await view(0, desk.neighbour)).status).toBe(404);
    expect((await view(5)).status).toBe(404);
    expect((await view(0, desk.viewer)).status).toBe(200);
    for (const what of ['tai-ve', 'trong-khung'])
      expect((await desk.neighbour.get(`/minh-chung/${ids[1]}/${what}`)).status).toBe(404);
  });

  it('costs the same whatever stands beside it', async () => {
    const cost = () => queriesOf(desk.site, () => view(1));
    const before = await cost();
    await desk.send(desk.officer, exemplarId, { files: [['thêm.pdf', Buffer.from('%PDF-1.4 khác %%EOF')]] });
    expect(await cost()).toBe(before);
  });
});

describe('a file that is handed out for the page', () => {
  it('is saved under its name when one asks for that', async () => {
    const answer = await desk.officer.get(`/minh-chung/${ids[1]}/tai-ve`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="Quyet dinh\.pdf"/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('may stand in a frame of ours only by the address for that, and only a PDF', async () => {
    const [framed, plain] = [
      await desk.officer.get(`/minh-chung/${ids[1]}/trong-khung`),
      await desk.officer.get(`/minh-chung/${ids[1]}`),
    ];
    const policies = [framed, plain].map(({ headers }) => [
      /frame-ancestors ('\w+')/.exec(headers.get('content-security-policy') ?? '')?.[1],
      headers.get('x-frame-options'),
      headers.get('cross-origin-resource-policy'),
      /default-src ('\w+')/.exec(headers.get('content-security-policy') ?? '')?.[1],
    ]);
    expect(policies).toEqual([
      ["'self'", 'SAMEORIGIN', 'same-origin', "'none'"],
      ["'none'", 'DENY', 'same-origin', "'none'"],
    ]);
    expect((await desk.officer.get(`/minh-chung/${ids[0]}/trong-khung`)).status).toBe(404);
  });
});

it('is seen by an office on whose desk the exemplar lies, or that was asked, as the exemplar itself is', async () => {
  const { db } = desk.site;
  const office = await db
    .selectFrom('office')
    .select(['id', 'name'])
    .where('name', '=', 'Ban Thi đua thử')
    .executeTakeFirstOrThrow();
  const browser = await desk.site.signedIn(await makeActor(db, [['lead', office, 'own']]));
  expect((await view(0, browser)).status).toBe(404);
  await db
    .insertInto('desk_stay')
    .values({
      paper: 'exemplar',
      paper_id: exemplarId,
      office_id: office.id,
      since: '2018-11-10',
      waits_for: 'quyết định',
    })
    .execute();
  expect((await open(browser, `/dien-hinh/${exemplarId}`)).status).toBe(200);
  expect((await view(0, browser)).status).toBe(200);
});
