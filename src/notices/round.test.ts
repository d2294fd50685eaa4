import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, giveDuty, makeReport, on, yearlyReport } from '../../test/duty-world.ts';
import { dutyItems } from '../duties/queries.ts';
import { SettableClock } from '../platform/clock.ts';
import { ADDRESS } from './digest.ts';
import { setPreferences } from './preferences.ts';
import { remindOf } from './remind.ts';
import { runRound } from './round.ts';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
  // due on 10/12 of each year: 2016 and 2017 are late, 2018 is near
  await giveDuty(world, yearlyReport(world), '2016-05-10');
  for (const year of [2016, 2017]) await makeReport(world, world.place.otherCommune, year, `${year}-12-01`);
});
afterAll(() => world.close());

const roundOn = (day: string, mail = true) => runRound(world.db, new SettableClock(day), { mail });
const noticesOn = async (day: string, accountId: number) =>
  (
    await world.db
      .selectFrom('notice')
      .select(['kind', 'sentence'])
      .where('on_day', '=', day)
      .where('account_id', '=', accountId)
      .orderBy('id')
      .execute()
  ).map(({ kind, sentence }) => `${kind}: ${sentence}`);
/** What is long overdue is reminded of every week as well. */
const of2018 = async (day: string, accountId: number) =>
  (await noticesOn(day, accountId)).filter((one) => one.includes('Năm 2018'));

describe('the round of a day', () => {
  it('reminds before the day, on the day, and after it the office above too, each once', async () => {
    const { unit, districtOfficer } = world;
    await roundOn('2018-12-04');
    expect(await of2018('2018-12-04', unit.accountId)).toEqual([]);
    await roundOn('2018-12-05');
    expect(await of2018('2018-12-05', unit.accountId)).toEqual([
      'due_soon: Còn 3 ngày làm việc: Báo cáo năm – Năm 2018, hạn 10/12/2018.',
    ]);
    await roundOn('2018-12-10');
    expect(await of2018('2018-12-10', unit.accountId)).toEqual([
      'due_today: Đến hạn hôm nay: Báo cáo năm – Năm 2018, hạn 10/12/2018.',
    ]);
    expect(await of2018('2018-12-10', districtOfficer.accountId)).toEqual([]);
    await roundOn('2018-12-11');
    expect(await of2018('2018-12-11', unit.accountId)).toContain(
      'overdue: Quá hạn 1 ngày: Báo cáo năm – Năm 2018, hạn 10/12/2018.',
    );
    const above = await of2018('2018-12-11', districtOfficer.accountId);
    expect(above.length).toBeGreaterThan(0);
    expect(above.every((one) => one.startsWith('overdue_below: '))).toBe(true);
    await roundOn('2018-12-12');
    expect(await of2018('2018-12-12', unit.accountId)).toEqual([]);
  });

  it('made a second time gives nothing new, and lays no second letter', async () => {
    const { unit, db } = world;
    const saved = await setPreferences(on(world, unit), {
      email: 'donvi@phutho.gov.vn',
      byEmail: true,
      kinds: ['due_today'],
      daysBefore: 3,
    });
    expect(saved.ok).toBe(true);
    await db.deleteFrom('notice').execute();
    await db.deleteFrom('setting').where('key', '=', 'notices.last_round').execute();
    const first = await roundOn('2018-12-10');
    const second = await roundOn('2018-12-10');
    expect(first.notices).toBeGreaterThan(0);
    expect(first.digests).toBe(1);
    expect(second).toEqual({ notices: 0, digests: 0 });
    const [mail, ...more] = await db.selectFrom('mail').selectAll().execute();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to_address: 'donvi@phutho.gov.vn',
      state: 'waiting',
      subject: 'Gương Sáng: 1 việc ngày 10/12/2018',
    });
    expect(mail?.body).toContain(`${ADDRESS}/`);
    expect(mail?.body).toContain('ĐẾN HẠN HÔM NAY (1)');
  });

  it('writes no letters where none can be sent, so that none goes out late', async () => {
    await world.db.deleteFrom('mail').execute();
    await roundOn('2018-12-31', false);
    expect(await world.db.selectFrom('mail').select('id').execute()).toEqual([]);
  });
});

describe('reminding with one action', () => {
  const itemsOf = async (states: ('late' | 'open' | 'done')[]) =>
    dutyItems(world.db, { states }, '2018-11-15');

  it('reaches the people of the offices that owe, and says where nobody can read it', async () => {
    const late = await itemsOf(['late']);
    const outcome = await remindOf(
      on(world, world.districtOfficer),
      late.map(({ id }) => id),
    );
    expect(outcome).toMatchObject({ ok: true, value: { people: 1, silent: [] } });
    const told = await noticesOn('2018-11-15', world.unit.accountId);
    expect(told.filter((one) => one.startsWith('reminder: Huyện Thử nhắc: Báo cáo năm'))).toHaveLength(
      late.length,
    );
  });

  it('is one event in the audit for one sending, with what it was about', async () => {
    const events = () =>
      world.db
        .selectFrom('audit_event')
        .select(['kind', 'after'])
        .where('kind', 'in', ['duty_item.reminded', 'duty_item.many_reminded'])
        .orderBy('id')
        .execute();
    const before = (await events()).length;
    const open = await itemsOf(['late', 'open']);
    expect(open.length).toBeGreaterThan(1);
    const sent = await remindOf(
      on(world, world.standing, '2018-11-16'),
      open.map(({ id }) => id),
    );
    expect(sent.ok).toBe(true);
    const [event, ...more] = (await events()).slice(before);
    expect([event?.kind, more]).toEqual(['duty_item.many_reminded', []]);
    expect(event?.after).toMatchObject({ 'Số việc': open.length });
    expect(JSON.stringify(event?.after)).toContain('Báo cáo năm – Năm');
    await remindOf(on(world, world.standing, '2018-11-17'), [open[0]?.id ?? 0]);
    expect((await events()).slice(before + 1).map(({ kind }) => kind)).toEqual(['duty_item.reminded']);
  });

  it('is refused to those who neither receive it nor stand above, and for nothing chosen', async () => {
    const ids = (await itemsOf(['late'])).map(({ id }) => id);
    expect(await remindOf(on(world, world.unit), ids)).toMatchObject({
      refusal: { reasons: [{ rule: 'not_below' }] },
    });
    expect(await remindOf(on(world, world.stranger), ids)).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(await remindOf(on(world, world.districtOfficer), [])).toMatchObject({
      refusal: { reasons: [{ rule: 'nothing_chosen' }] },
    });
  });
});

describe('what one wants', () => {
  it('is refused without a right address, and keeps the address out of the audit', async () => {
    const acting = on(world, world.lead);
    const wanted = { byEmail: true, kinds: ['overdue' as const], daysBefore: 5 };
    for (const email of ['không phải', 'a@b', 'a@b.c, d@e.f', null]) {
      expect(await setPreferences(acting, { ...wanted, email }), String(email)).toMatchObject({
        refusal: { kind: 'invalid' },
      });
    }
    await setPreferences(acting, { ...wanted, email: 'chutri@phutho.gov.vn' });
    const event = await world.db
      .selectFrom('audit_event')
      .select(['before', 'after'])
      .where('kind', '=', 'account.notices_changed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(event)).not.toContain('@');
  });
});
