import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAt, open, send } from '../../test/exemplar-site.ts';
import { openReportSite, type ReportSite, typed } from '../../test/report-site.ts';

let office: ReportSite;

beforeAll(async () => {
  office = await openReportSite();
});
afterAll(() => office.close());

describe('the steps of a report', () => {
  it('go from its author to the desk above and back, each with its sentence', async () => {
    const path = await office.opened();
    const [commune, district] = [
      await office.as(office.people.commune),
      await office.as(office.people.district),
    ];
    const missing = await open(commune, path);
    expect(missing.text).toContain('Chưa viết mục “Kết quả”');
    const early = await commune.post(`${path}/nop`);
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Chưa viết mục')]);
    await send(commune, `${path}/soan`, typed('Không có'));
    await commune.post(`${path}/nop`);
    const empty = await send(district, `${path}/tra-lai`, {});
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('ít nhất một mục')]);
    const ticked = await send(district, `${path}/tra-lai`, { tra_result: '1' });
    expect(errorAt(ticked, 'ly_do_result')).toContain('Hãy ghi lý do cho mục “Kết quả”');
    const back = await send(district, `${path}/tra-lai`, {
      ly_do_result: 'Nêu cụ thể một mô hình.',
      ly_do_sl_dh_tong: 'Thiếu hai hộ.',
    });
    expect(back.status).toBe(303);
    const returned = await open(commune, path);
    expect(returned.text).toContain('Cần bổ sung: Nêu cụ thể một mô hình.');
    expect(returned.text).toContain('Số liệu: Điển hình đã ghi nhận: Thiếu hai hộ.');
    expect((await open(commune, `${path}/soan`)).text).toContain('Cần bổ sung: Nêu cụ thể một mô hình.');
    await commune.post(`${path}/nop`);
    // said beforehand, with what to do, and no button that would be refused
    const before = await open(district, path);
    expect(before.text).toContain('Chưa thể “Trả lại để bổ sung”');
    expect(before.text).toContain('cho phép ở mục “Văn bản đang ở đâu”');
    expect(before.html).not.toContain(`href="${path}/tra-lai"`);
    expect((await open(district, `${path}/tra-lai`)).status).toBe(422);
    const twice = await send(district, `${path}/tra-lai`, { ly_do_result: 'Lại nữa.' });
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('đã trả lại văn bản một lần')]);
    expect((await district.post(`${path}/chap-nhan`)).status).toBe(303);
    const silent = await district.post(`${path}/mo-lai`, { reason: '' });
    expect([silent.status, await silent.text()]).toEqual([
      422,
      expect.stringContaining('Hãy ghi lý do mở lại'),
    ]);
    expect((await district.post(`${path}/mo-lai`, { reason: 'Sửa số hộ' })).status).toBe(303);
    expect((await open(commune, path)).text).toContain('trả lại bổ sung');
  });

  it('are for those who hold the report; a form on an older version is told so', async () => {
    const path = await office.opened();
    const commune = await office.as(office.people.commune);
    const stale = await send(commune, `${path}/soan`, { ...typed('Không có'), _phien_ban: '77' });
    expect(stale.status).toBe(409);
    await send(commune, `${path}/soan`, typed('Không có'));
    await commune.post(`${path}/nop`);
    expect((await commune.post(`${path}/chap-nhan`)).status).toBe(422);
    expect((await (await office.as(office.people.stranger)).post(`${path}/chap-nhan`)).status).toBe(404);
    expect((await (await office.as(office.people.viewer)).post(`${path}/chap-nhan`)).status).toBe(403);
    for (const bad of ['/bao-cao/0', '/bao-cao/x', '/bao-cao/999999999'])
      expect((await open(commune, bad)).status).toBe(404);
  });
});
