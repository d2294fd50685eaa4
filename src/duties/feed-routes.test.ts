import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, giveDuty, makeReport, on, peopled, yearlyReport } from '../../test/duty-world.ts';
import { type ExemplarSite, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { answerOf } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { excuseItem } from './excuse.ts';
import { dutyItems } from './queries.ts';
import { dutyRoutes } from './routes.tsx';

let site: ExemplarSite;
let world: DutyWorld;
beforeAll(async () => {
  site = await openExemplarSite(dutyRoutes);
  world = await peopled(site.world);
  await giveDuty(world, yearlyReport(world));
});
afterAll(() => site.close());

/** Makes a person's address as the screen does; answers its path. */
async function addressFor(actor: DutyWorld['unit']): Promise<string> {
  const browser = await site.as(actor);
  const page = await seen(
    await browser.post('/nhiem-vu/lich', hiddenFields((await open(browser, '/nhiem-vu/lich')).html)),
  );
  return /http:\/\/[^/]+(\/lich\/[\w-]{32}\.ics)/.exec(page.html)?.[1] ?? '';
}

const fetchFeed = (path: string, headers: Record<string, string> = {}) =>
  site.site.visitor().get(path, headers);
const eventsOf = async (path: string) => {
  const calendar = new ICAL.Component(ICAL.parse(await (await fetchFeed(path)).text()));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};

describe('one’s own calendar', () => {
  it('is told once, needs no session, and shows what the office owes within its bounds', async () => {
    await makeReport(world, world.place.commune, 2017, '2017-12-09');
    const path = await addressFor(world.unit);
    const response = await fetchFeed(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('set-cookie')).toBeNull();
    // three months back and eighteen ahead: 2018 and 2019, neither 2017 nor 2020
    const events = await eventsOf(path);
    expect(events.map((event) => [event.startDate.toString(), event.summary])).toEqual([
      ['2018-12-10', 'Hạn: Báo cáo năm – Năm 2018'],
      ['2019-12-10', 'Hạn: Báo cáo năm – Năm 2019'],
    ]);
    const page = await open(await site.as(world.unit), '/nhiem-vu/lich');
    expect(page.html).not.toContain('.ics');
    const kept = await world.db.selectFrom('calendar_feed').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(path.slice(6, 38));
  });

  it('keeps the number of an event while its state changes, and raises its sequence when it is excused', async () => {
    const path = await addressFor(world.unit);
    const before = (await eventsOf(path))[0];
    const [item] = await dutyItems(
      world.db,
      { officeIds: [world.place.commune.id], dueFrom: '2018-12-01', dueTo: '2018-12-31' },
      '2018-11-15',
    );
    answerOf(
      await excuseItem(on(world, world.districtOfficer), {
        id: item?.id ?? 0,
        reason: 'Lý do; có dấu, phẩy',
      }),
    );
    const after = (await eventsOf(path))[0];
    expect(after?.uid).toBe(before?.uid);
    expect(after?.summary).toBe('Được miễn: Báo cáo năm – Năm 2018');
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
    expect(after?.description).toContain('Lý do miễn: Lý do; có dấu, phẩy');
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('shows who receives how many have come, together', async () => {
    const path = await addressFor(world.districtOfficer);
    const arriving = (await eventsOf(path)).filter(({ uid }) => uid.startsWith('nhan-'));
    expect(arriving[0]?.summary).toBe('Báo cáo năm – Năm 2018: 0/1 đơn vị đã xong');
    expect(arriving[1]?.summary).toBe('Báo cáo năm – Năm 2019: 0/2 đơn vị đã xong');
  });

  it('answers an unchanged calendar with 304', async () => {
    const path = await addressFor(world.unit);
    const tag = (await fetchFeed(path)).headers.get('etag') ?? '';
    expect((await fetchFeed(path, { 'if-none-match': tag })).status).toBe(304);
    expect((await fetchFeed(path, { 'if-none-match': 'W/"khac"' })).status).toBe(200);
  });

  it('dies with a new address, when it is removed, and when the account is locked', async () => {
    const old = await addressFor(world.unit);
    const present = await addressFor(world.unit);
    expect((await fetchFeed(old)).status).toBe(404);
    await world.db
      .updateTable('account')
      .set({ active: false })
      .where('id', '=', world.unit.accountId)
      .execute();
    expect((await fetchFeed(present)).status).toBe(404);
    await world.db
      .updateTable('account')
      .set({ active: true })
      .where('id', '=', world.unit.accountId)
      .execute();
    expect((await fetchFeed(present)).status).toBe(200);
    const browser = await site.as(world.unit);
    const { html } = await open(browser, '/nhiem-vu/lich');
    const gone = await seen(await browser.post('/nhiem-vu/lich/bo', hiddenFields(html, '/nhiem-vu/lich/bo')));
    expect(gone.location).toBe('/nhiem-vu/lich');
    expect((await fetchFeed(present)).status).toBe(404);
  });

  it('is nothing at any other address', async () => {
    for (const path of [
      '/lich/abc.ics',
      `/lich/${'a'.repeat(32)}.ics`,
      `/lich/${'a'.repeat(32)}`,
      '/lich/..ics',
    ])
      expect((await fetchFeed(path)).status).toBe(404);
    expect((await send(await site.as(world.unit), '/nhiem-vu/lich', {})).status).toBe(200);
  });
});
