import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAt, open, send } from '../../test/exemplar-site.ts';
import { openingOf, openReportSite, type ReportSite, typed } from '../../test/report-site.ts';

let office: ReportSite;

beforeAll(async () => {
  office = await openReportSite();
});
afterAll(() => office.close());

describe('the list of reports', () => {
  it('opens a report, and says at the field what is wrong with one that cannot be', async () => {
    const plan = await office.planWith(0);
    const browser = await office.as(office.people.commune);
    const wrong = await send(
      browser,
      '/bao-cao',
      openingOf(plan.planId, office.world.place.commune.id, { from: '31/12/2017', to: '01/01/2017' }),
    );
    expect([wrong.status, errorAt(wrong, 'to')]).toEqual([422, 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.']);
    expect(wrong.html).toContain('value="31/12/2017"');
    const noForm = await send(
      browser,
      '/bao-cao',
      openingOf(plan.planId, office.world.place.commune.id, { formKey: "x'; --" }),
    );
    expect(errorAt(noForm, 'formKey')).toBe('Hãy chọn mẫu báo cáo.');
    const future = await send(
      browser,
      '/bao-cao',
      openingOf(plan.planId, office.world.place.commune.id, { from: '01/01/2019', to: '31/12/2019' }),
    );
    expect([future.status, future.text]).toEqual([422, expect.stringContaining('chưa tới')]);
    const foreign = await send(
      browser,
      '/bao-cao',
      openingOf(plan.planId, office.world.place.commune.id, {
        officeId: String(office.world.place.otherCommune.id),
      }),
    );
    expect([foreign.status, foreign.text]).toEqual([422, expect.stringContaining('Chưa mở được báo cáo')]);
    const good = await send(browser, '/bao-cao', openingOf(plan.planId, office.world.place.commune.id));
    expect([good.status, good.location]).toEqual([303, expect.stringMatching(/^\/bao-cao\/\d+$/)]);
    const listed = await open(browser, '/bao-cao');
    expect(listed.text).toContain('Báo cáo năm 2017');
    expect(listed.text).toContain('còn chờ đơn vị viết và nộp báo cáo');
  });

  it('offers what a duty asks for, opens it closed on its due day, and tells both rates', async () => {
    const { db, place } = office.world;
    const plan = await office.planWith(1);
    const { id: dutyId } = await db
      .insertInto('duty')
      .values({
        plan_id: plan.planId,
        ord: 1,
        name: 'Báo cáo năm',
        what: 'report',
        report_form_key: 'nam',
        who_by: 'office',
        who_office_id: place.commune.id,
        cycle: 'yearly',
        from_on: '2016-01-01',
        to_on: '2020-12-31',
        due_rule: JSON.stringify({ kind: 'fixed', monthsAfter: 0, day: 30 }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: itemId } = await db
      .insertInto('duty_item')
      .values({
        duty_id: dutyId,
        office_id: place.commune.id,
        period_from: '2016-01-01',
        period_to: '2016-12-31',
        due_on: '2016-11-30',
        receiver_office_id: place.lead.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const browser = await office.as(office.people.commune);
    const list = await open(browser, '/bao-cao');
    expect(list.text).toMatch(/Báo cáo phải lập.*Báo cáo năm 2016.*30\/11\/2016 quá hạn/);
    const answer = await browser.post(`/bao-cao/mo?muc=${itemId}`);
    const location = answer.headers.get('location');
    expect(answer.status).toBe(303);
    const page = await open(browser, location ?? '');
    expect(page.text).toContain('Số liệu tính đến hết ngày 30/11/2016');
    await send(browser, `${location}/soan`, typed('Không có', { closingOn: '30/11/2016' }));
    await browser.post(`${location}/nop`);
    const after = await open(browser, location ?? '');
    expect(after.text).toContain('nộp muộn, hạn 30/11/2016');
    expect(after.text).toContain(`Đang ở bàn của ${place.lead.name}`);
    const rates = await open(browser, '/bao-cao');
    expect(rates.text).toMatch(/Báo cáo năm 2016 1 1 100% 0 0% 0/);
    for (const path of ['/bao-cao/mo', '/bao-cao/mo?muc=0', '/bao-cao/mo?muc=999999'])
      expect((await browser.post(path)).status).toBe(404);
  });
});
