import { afterAll, beforeAll, expect, it } from 'vitest';
import { giveDuty, peopled, yearlyReport } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { dutyItems } from '../duties/queries.ts';
import { SettableClock } from '../platform/clock.ts';
import { runRound } from './round.ts';
import { noticeRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(noticeRoutes);
  const world = await peopled(there.world);
  await giveDuty(world, yearlyReport(world), '2016-05-10');
});
afterAll(() => there.close());

it('shows what is due on top of one’s work, late things first', async () => {
  const unit = await there.as(there.world.unit);
  const { text } = await open(unit, '/viec-cua-toi');
  expect(text).toContain('Nhiệm vụ đến hạn');
  expect(text.indexOf('Năm 2016')).toBeLessThan(text.indexOf('Năm 2018'));
  expect(text).toContain('còn 17 ngày làm việc');
  const stranger = await there.as(there.world.stranger);
  expect((await open(stranger, '/viec-cua-toi')).text).toContain('Nhiệm vụ đến hạn');
  expect((await open(await there.as(there.world.leader), '/viec-cua-toi')).text).not.toContain(
    'Nhiệm vụ đến hạn',
  );
});

it('lists one’s own notices and marks them read, nobody else’s', async () => {
  const { db } = there.world;
  await runRound(db, new SettableClock('2018-12-10'), { mail: false });
  const unit = await there.as(there.world.unit);
  expect((await open(unit, '/thong-bao')).text).toContain('Đến hạn hôm nay: Báo cáo năm');
  const others = await db
    .selectFrom('notice')
    .select('id')
    .where('account_id', '<>', (there.world.unit as { accountId: number }).accountId)
    .execute();
  await send(unit, '/thong-bao', {});
  const page = await open(unit, '/thong-bao');
  const { den } = Object.fromEntries(
    [...page.html.matchAll(/name="(den)" value="(\d+)"/g)].map((m) => [m[1], m[2]]),
  );
  expect((await unit.post('/thong-bao/da-doc', { den: den ?? '' })).status).toBe(303);
  expect((await open(unit, '/thong-bao')).text).toContain('Không có thông báo mới');
  const unread = await db.selectFrom('notice').select('id').where('read_at', 'is', null).execute();
  expect(unread.map(({ id }) => id).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
});

it('takes the choice of mail, and gives back what was typed when it is wrong', async () => {
  const unit = await there.as(there.world.unit);
  const wrong = await send(unit, '/thong-bao/cai-dat', { email: 'sai', byEmail: '1', daysBefore: '40' });
  expect(wrong.status).toBe(422);
  expect(errorAt(wrong, 'daysBefore')).toContain('0 đến 30');
  const address = await send(unit, '/thong-bao/cai-dat', { email: 'sai', byEmail: '1', daysBefore: '5' });
  expect(errorAt(address, 'email')).toContain('“sai” không phải là địa chỉ thư');
  expect(address.html).toContain('value="sai"');
  expect(
    (await send(unit, '/thong-bao/cai-dat', { email: 'a@b.vn', byEmail: '1', daysBefore: '5' })).status,
  ).toBe(303);
  expect((await open(unit, '/thong-bao/cai-dat')).text).toContain('chưa nối máy chủ thư');
});

it('reminds from a list and comes back to it; never to a foreign address', async () => {
  const world = there.world;
  const items = await dutyItems(world.db, { states: ['late'] }, '2018-11-15');
  const standing = await there.as(world.standing);
  const told = await standing.post('/nhac-viec', {
    item: items.map(({ id }) => String(id)),
    _ve: '/nhiem-vu',
  });
  expect(told.status).toBe(303);
  expect(told.headers.get('location')).toBe('/nhiem-vu');
  const away = await standing.post('/nhac-viec', { item: String(items[0]?.id), _ve: 'https://example.com' });
  expect(away.headers.get('location')).toBe('/viec-cua-toi');
  expect((await seen(await standing.post('/nhac-viec', {}))).text).toContain('đánh dấu ít nhất một việc');
});

it('shows the outbox to administrators of the whole programme only', async () => {
  const standing = await there.as(there.world.standing);
  expect([403, 404]).toContain((await open(standing, '/thong-bao/thu')).status);
});

it('marks a single notice as read, and counts on every page what is left', async () => {
  const { db } = there.world;
  const accountId = (there.world.lead as { accountId: number }).accountId;
  const notice = { account_id: accountId, kind: 'arrived', href: '/bao-cao/1', on_day: '2018-11-15' };
  await db
    .insertInto('notice')
    .values([
      { ...notice, sentence: 'Một' },
      { ...notice, sentence: 'Hai' },
    ])
    .execute();
  const lead = await there.as(there.world.lead);
  const page = await open(lead, '/thong-bao');
  expect(page.html).toMatch(/class="top-unread">2</);
  const [first] = [...page.html.matchAll(/name="mot" value="(\d+)"/g)].map((match) => match[1] ?? '');
  expect((await lead.post('/thong-bao/da-doc', { mot: first ?? '' })).status).toBe(303);
  expect((await open(lead, '/thong-bao')).html).toMatch(/class="top-unread">1</);
  expect((await open(lead, '/thong-bao?tat_ca=1')).text).toContain('Một');
  await lead.post('/thong-bao/da-doc', {});
  expect((await open(lead, '/thong-bao')).html).toMatch(/class="top-unread">1</);
});

it('folds what many offices below are late with into one row of the day', async () => {
  const { db } = there.world;
  const accountId = (there.world.leader as { accountId: number }).accountId;
  const rows = Array.from({ length: 9 }, (_, n) => ({
    account_id: accountId,
    kind: 'overdue_below',
    sentence: `Xã ${n}: quá hạn`,
    href: '/nhiem-vu',
    on_day: '2018-11-15',
  }));
  await db.insertInto('notice').values(rows).execute();
  const { text, html } = await open(await there.as(there.world.leader), '/thong-bao');
  expect(text).toContain('9 việc của các đơn vị cấp dưới quá hạn');
  expect(html.match(/<details class="fold"/g)).toHaveLength(1);
});

it('shows an administrator which letters failed and why, and lets them send one again', async () => {
  const { db, place, unit } = there.world;
  const admin = await makeActor(db, [['admin', place.province, 'all']]);
  const { id } = await db
    .insertInto('mail')
    .values({
      account_id: (unit as { accountId: number }).accountId,
      on_day: '2018-11-14',
      to_address: 'a@b.vn',
      subject: 'Gương Sáng: 2 việc',
      body: 'Riêng tư',
      state: 'failed',
      attempts: 1,
      last_error: '550 Mailbox says no',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const browser = await there.as(admin);
  const page = await open(browser, '/thong-bao/thu');
  expect(page.text).toContain('gửi hỏng 1 lần thử – 550 Mailbox says no');
  expect(page.html).not.toContain('Riêng tư');
  expect((await browser.post(`/thong-bao/thu/${id}/gui-lai`)).status).toBe(303);
  expect((await open(browser, '/thong-bao/thu')).text).toContain('chờ gửi');
});
