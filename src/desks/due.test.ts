import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { deskDays, deskDue, FIRST_DESK_DAYS } from './due.ts';
import { deskDaysRoutes } from './due-routes.tsx';

const PATH = '/danh-muc/thoi-han-xu-ly';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(deskDaysRoutes);
});
afterAll(() => there.close());

const FIELDS = {
  exemplar_decide: '20',
  exemplar_complete: '7',
  unit_plan_decide: '10',
  unit_plan_complete: '5',
  report_decide: '5',
  report_complete: '3',
};

describe('the time that a desk is given', () => {
  it('is counted in working days, over weekends and days off', async () => {
    const { db } = there.world;
    // a Monday; 15 working days after it is a Monday three weeks later
    expect(await deskDue(db, 'exemplar', 'decide', '2018-06-04')).toBe('2018-06-25');
    await db.insertInto('holiday').values({ day: '2018-06-11', kind: 'off', name: 'Nghỉ thử' }).execute();
    expect(await deskDue(db, 'exemplar', 'decide', '2018-06-04')).toBe('2018-06-26');
    expect(await deskDue(db, 'report', 'complete', '2018-06-08')).toBe('2018-06-14');
  });

  it('is read by everybody, and set by the standing body or the administrator only', async () => {
    const { world } = there;
    expect((await open(await there.as(world.unit), PATH)).text).toContain(
      'Hồ sơ điển hình: quyết định lựa chọn 15',
    );
    const unit = await there.as(world.unit);
    expect((await seen(await unit.post(PATH, FIELDS))).status).toBe(403);
    expect(await deskDays(world.db)).toEqual(FIRST_DESK_DAYS);
    const admin = await there.as(await makeActor(world.db, [['admin', world.place.province, 'all']]));
    expect((await send(admin, PATH, FIELDS)).status).toBe(303);
    expect((await deskDays(world.db)).exemplar).toEqual({ decide: 20, complete: 7 });
    const event = await world.db
      .selectFrom('audit_event')
      .select(['before', 'after'])
      .where('kind', '=', 'desk_days.set')
      .executeTakeFirstOrThrow();
    expect(event.before).toMatchObject({ 'hồ sơ điển hình, quyết định (ngày làm việc)': 15 });
    expect(event.after).toMatchObject({ 'hồ sơ điển hình, quyết định (ngày làm việc)': 20 });
  });

  it.each(['', '0', '-3', '2,5', '126', 'mười', '1e3', '9'.repeat(40)])('is not “%s”', async (typed) => {
    const standing = await there.as(there.world.standing);
    const before = await deskDays(there.world.db);
    const again = await send(standing, PATH, { ...FIELDS, report_decide: typed });
    expect(again.status).toBe(422);
    expect(errorAt(again, 'report_decide')).not.toBe('');
    expect(await deskDays(there.world.db)).toEqual(before);
  });

  it('falls back to the first days where somebody spoilt the setting by hand', async () => {
    const { db } = there.world;
    await db
      .updateTable('setting')
      .set({ value: JSON.stringify({ exemplar: 'x' }) })
      .where('key', '=', 'desk_days')
      .execute();
    expect(await deskDays(db)).toEqual(FIRST_DESK_DAYS);
  });
});
