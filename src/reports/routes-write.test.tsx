import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAt, open, send } from '../../test/exemplar-site.ts';
import { openReportSite, type ReportSite, typed } from '../../test/report-site.ts';
import { docxParagraphs, readPdf } from '../papers/read-back.ts';

let office: ReportSite;

beforeAll(async () => {
  office = await openReportSite();
});
afterAll(() => office.close());

describe('the editor', () => {
  it('refuses a figure that the form does not have at the part that uses it, and keeps what was typed', async () => {
    const path = await office.opened();
    const browser = await office.as(office.people.commune);
    const page = await open(browser, `${path}/soan`);
    expect(page.html).toContain('data-insert-words="{{dh_tong}}"');
    const wrong = await send(browser, `${path}/soan`, typed('Không có', { w_effect: 'Có {{khong_co}}.' }));
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'w_effect')).toContain('không phải là số liệu của mẫu báo cáo này');
    expect(wrong.html).toContain('Có {{khong_co}}.');
    const late = await send(browser, `${path}/soan`, typed('Không có', { closingOn: '01/01/2018' }));
    expect(errorAt(late, 'closingOn')).toContain('phải nằm trong kỳ báo cáo');
    const long = await send(browser, `${path}/soan`, typed('Không có', { w_cause: 'x'.repeat(60_001) }));
    expect(errorAt(long, 'w_cause')).toContain('60.000 ký tự');
  });

  it('prints a figure in a sentence as its number on the page, in Word and in PDF', async () => {
    const path = await office.opened(2);
    const browser = await office.as(office.people.commune);
    const saved = await send(browser, `${path}/soan`, typed('Xã có {{dh_cham_lo}} đang được chăm lo.'));
    expect([saved.status, saved.location]).toEqual([303, path]);
    const sentence = 'Xã có 2 điển hình đang được chăm lo.';
    expect((await open(browser, path)).text).toContain(sentence);
    const docx = new Uint8Array(await (await browser.get(`${path}/bao-cao.docx`)).arrayBuffer());
    expect(docxParagraphs(docx)).toContain(sentence);
    const answer = await browser.get(`${path}/bao-cao.pdf`);
    expect(answer.headers.get('content-disposition')).toContain('bao-cao-nam-2017-du-thao.pdf');
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(JSON.stringify(pdf)).toContain('BÁO CÁO');
    const xlsx = await browser.get(`${path}/bao-cao.xlsx`);
    expect([xlsx.status, xlsx.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
  });

  it('is closed to everybody else, and to its author while the report is read', async () => {
    const path = await office.opened();
    const browser = await office.as(office.people.commune);
    await send(browser, `${path}/soan`, typed('Không có'));
    await browser.post(`${path}/nop`);
    const locked = await open(browser, `${path}/soan`);
    expect([locked.status, locked.text]).toEqual([422, expect.stringContaining('nên tạm khóa')]);
    expect((await open(browser, path)).text).toContain('Báo cáo đang khóa');
    expect((await open(await office.as(office.people.standing), `${path}/soan`)).text).toContain(
      'chỉ được xem',
    );
    expect((await open(await office.as(office.people.stranger), path)).status).toBe(404);
    expect((await open(await office.as(office.people.viewer), `${path}/soan`)).status).toBe(403);
  });
});
