import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, giveDuty, makeReport, on, yearlyReport } from '../../test/duty-world.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf } from '../../test/oracles/exemplar-world.ts';
import { changeDuty } from './commands.ts';
import { excuseItem } from './excuse.ts';
import { dutyItems } from './queries.ts';
import { refreshAllDuties, refreshItems } from './refresh-items.ts';

const TODAY = '2018-11-15';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.deleteFrom('report').execute();
  await world.db.deleteFrom('duty').execute();
  await world.db.updateTable('office').set({ valid_to: null }).execute();
});

const items = async () =>
  (await dutyItems(world.db, { planId: world.plan.planId }, TODAY)).map((item) => [
    item.officeId === world.place.commune.id ? 'A' : 'B',
    item.dueOn,
    item.state,
  ]);
const refresh = (day = TODAY) =>
  world.db.transaction().execute((tx) => refreshItems(tx, world.plan.planId, day));

describe('the items of a duty', () => {
  it('are made when the duty is given, those of past years late, and the office above receives', async () => {
    await giveDuty(world, yearlyReport(world, { fromOn: '2017-01-01', toOn: '2018-12-31' }));
    expect((await items()).toSorted()).toEqual([
      ['A', '2017-12-10', 'late'],
      ['A', '2018-12-10', 'open'],
      ['B', '2017-12-10', 'late'],
      ['B', '2018-12-10', 'open'],
    ]);
    const [item] = await dutyItems(world.db, {}, TODAY, { limit: 1 });
    expect(item?.receiverId).toBe(world.place.district.id);
  });

  it('are the same after a second refresh', async () => {
    await giveDuty(world, yearlyReport(world));
    const before = await items();
    expect(await refresh()).toEqual({ added: 0, moved: 0, removed: 0 });
    expect(await items()).toEqual(before);
  });

  it('go when the office ends before their day, but never with an excuse or a report begun', async () => {
    await giveDuty(world, yearlyReport(world));
    const { commune, otherCommune } = world.place;
    const [excused] = await dutyItems(world.db, { officeIds: [commune.id], periodFrom: '2019-01-01' }, TODAY);
    const acting = on(world, world.districtOfficer);
    answerOf(await excuseItem(acting, { id: excused?.id ?? 0, reason: 'Sáp nhập' }));
    await makeReport(world, commune, 2018, null);
    await world.db
      .updateTable('office')
      .set({ valid_to: '2018-11-30' })
      .where('id', 'in', [commune.id, otherCommune.id])
      .execute();
    expect(await refresh()).toEqual({ added: 0, moved: 0, removed: 4 });
    expect((await items()).filter(([who, due]) => who === 'A' && (due ?? '') > TODAY)).toEqual([
      ['A', '2018-12-10', 'open'],
      ['A', '2019-12-10', 'excused'],
    ]);
  });

  it('come when an office comes, and move with their rule while they are not yet due', async () => {
    const id = await giveDuty(world, yearlyReport(world, { fromOn: '2017-01-01', toOn: '2018-12-31' }));
    const rule = { kind: 'fixed' as const, monthsAfter: 0, day: 20 };
    const change = {
      ...yearlyReport(world, { fromOn: '2017-01-01', toOn: '2018-12-31', dueRule: rule }),
      id,
    };
    answerOf(await changeDuty(on(world, world.standing), { ...change, version: 1 }));
    expect((await items()).map(([, due]) => due).toSorted()).toEqual([
      '2017-12-10',
      '2017-12-10',
      '2018-12-20',
      '2018-12-20',
    ]);
    const moved = await world.db.selectFrom('duty_item').select(['due_on', 'revision']).execute();
    expect(moved.every(({ due_on, revision }) => revision === (due_on > TODAY ? 1 : 0))).toBe(true);
    await makeOffice(world.db, world.place.district, { validFrom: '2018-12-01', validTo: '2018-12-25' });
    expect(await refreshAllDuties(world.db, TODAY)).toEqual({ added: 1, moved: 0, removed: 0 });
  });

  it('are none for a plan that is not in force', async () => {
    await world.db.updateTable('plan').set({ state: 'draft' }).execute();
    await giveDuty(world, yearlyReport(world));
    expect(await items()).toEqual([]);
    await world.db.updateTable('plan').set({ state: 'in_force' }).execute();
    // the two communes in five years, and the one of the test before in three
    expect((await refresh()).added).toBe(13);
  });
});
