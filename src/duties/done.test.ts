import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkOn,
  type DutyWorld,
  dutyWorld,
  giveDuty,
  makeReport,
  walk,
  yearlyReport,
} from '../../test/duty-world.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { countItems, dutyItems, openItemFor } from './queries.ts';

const TODAY = '2018-11-15';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
});
afterAll(() => world.close());

/** The item of one office and year of a duty, as it stands on a day. */
async function itemOf(dutyId: number, officeId: number, year: number, day = TODAY) {
  const items = await dutyItems(world.db, { dutyId, officeIds: [officeId] }, day);
  const item = items.find(({ periodTo }) => periodTo.startsWith(String(year)));
  return item && { doneOn: item.doneOn, state: item.state };
}

const ofDistrict = (change: Parameters<typeof yearlyReport>[1]) =>
  yearlyReport(world, {
    who: { by: 'office', officeId: world.place.district.id },
    reportFormKey: null,
    ...change,
  });

describe('a report that is due', () => {
  it('is done by its first submission, whatever comes after, and only for its own year and office', async () => {
    const { commune, otherCommune } = world.place;
    const duty = await giveDuty(world, yearlyReport(world));
    await makeReport(world, commune, 2016, '2016-12-09');
    const late = await makeReport(world, commune, 2017, '2017-12-12');
    await world.db
      .updateTable('report')
      .set({ state: 'returned', submitted_on: '2018-01-20' })
      .where('id', '=', late)
      .execute();
    await makeReport(world, commune, 2018, null);
    expect(await itemOf(duty, commune.id, 2016)).toEqual({ doneOn: '2016-12-09', state: 'done' });
    expect(await itemOf(duty, commune.id, 2017)).toEqual({ doneOn: '2017-12-12', state: 'done_late' });
    expect(await itemOf(duty, commune.id, 2018)).toEqual({ doneOn: null, state: 'open' });
    expect(await itemOf(duty, otherCommune.id, 2016)).toEqual({ doneOn: null, state: 'late' });
  });

  it('is found for the paper of an office: by its period, or the first that is not yet done', async () => {
    const { planId } = world.plan;
    const of = { planId, officeId: world.place.commune.id, what: 'report' as const, formKey: 'nam' };
    expect((await openItemFor(world.db, of, TODAY))?.dueOn).toBe('2018-12-10');
    expect((await openItemFor(world.db, { ...of, periodFrom: '2016-01-01' }, TODAY))?.state).toBe('done');
    expect(await openItemFor(world.db, { ...of, formKey: 'quy' }, TODAY)).toBeNull();
  });
});

describe('a plan of one’s own', () => {
  it('is done by a plan of any period that overlaps', async () => {
    const { db, place, plan } = world;
    const duty = await giveDuty(
      world,
      ofDistrict({
        name: 'Kế hoạch của đơn vị',
        what: 'unit_plan',
        cycle: 'once',
        fromOn: '2016-04-01',
        toOn: '2016-06-30',
        dueRule: { kind: 'on', day: '2016-06-30' },
      }),
    );
    expect((await itemOf(duty, place.district.id, 2016))?.state).toBe('late');
    await db
      .insertInto('unit_plan')
      .values({
        plan_id: plan.planId,
        office_id: place.district.id,
        period_from: '2016-01-01',
        period_to: '2020-12-31',
        state: 'submitted',
        submitted_on: '2016-06-30',
        first_submitted_on: '2016-06-30',
        receiver_office_id: place.standing.id,
      })
      .execute();
    expect(await itemOf(duty, place.district.id, 2016)).toEqual({ doneOn: '2016-06-30', state: 'done' });
  });
});

describe('a check that is due', () => {
  it('is done by the last check of all under care in the branch on the due day, and never counts where there is none', async () => {
    const { db, place } = world;
    const duty = await giveDuty(world, ofDistrict({ name: 'Kiểm tra', what: 'check' }));
    const state = async (year: number, day = TODAY) => itemOf(duty, place.district.id, year, day);
    expect((await state(2017))?.state).toBe('void');
    const [first, second, left] = [
      await makeExemplar(world, { state: 'nurtured' }),
      await makeExemplar(world, { state: 'honoured', officeId: place.otherCommune.id }),
      await makeExemplar(world, { state: 'withdrawn' }),
    ];
    await walk(db, first, [['choose', 'nurtured', '2017-03-01']]);
    await walk(db, second, [
      ['choose', 'nurtured', '2017-05-01'],
      ['recognise', 'recognised', '2017-09-01'],
      ['honour', 'honoured', '2018-06-01'],
    ]);
    await walk(db, left, [
      ['choose', 'nurtured', '2017-05-01'],
      ['withdraw', 'withdrawn', '2017-12-10'],
    ]);
    expect((await state(2017))?.state).toBe('late');
    await checkOn(db, first, '2017-11-01');
    expect((await state(2017))?.state).toBe('late');
    await checkOn(db, second, '2017-12-01');
    // the one that was withdrawn on the due day is not under care any more
    expect(await state(2017)).toEqual({ doneOn: '2017-12-01', state: 'done' });
    expect((await state(2017, '2017-11-15'))?.state).toBe('open');
    expect((await state(2018))?.state).toBe('open');
    expect((await countItems(db, { dutyId: duty }, TODAY)).void).toBe(1);
  });

  it('follows an exemplar to the office to which it moves', async () => {
    const { db, place } = world;
    const duty = await giveDuty(
      world,
      ofDistrict({ name: 'Kiểm tra sở', what: 'check', who: { by: 'office', officeId: place.lead.id } }),
    );
    const id = await makeExemplar(world, { state: 'nurtured' });
    await walk(db, id, [['choose', 'nurtured', '2017-03-01']]);
    expect((await itemOf(duty, place.lead.id, 2017))?.state).toBe('void');
    await db.updateTable('exemplar').set({ office_id: place.lead.id }).where('id', '=', id).execute();
    expect((await itemOf(duty, place.lead.id, 2017))?.state).toBe('late');
  });
});

describe('a proposal that is due', () => {
  it('is done by the first exemplar of the branch proposed in the period', async () => {
    const { db, place } = world;
    const duty = await giveDuty(world, ofDistrict({ name: 'Đề nghị', what: 'proposal' }));
    const id = await makeExemplar(world, { state: 'proposed' });
    await walk(db, id, [
      ['propose', 'proposed', '2017-12-12'],
      ['return', 'returned', '2017-12-20'],
      ['propose', 'proposed', '2018-01-05'],
    ]);
    expect(await itemOf(duty, place.district.id, 2017)).toEqual({ doneOn: '2017-12-12', state: 'done_late' });
    expect(await itemOf(duty, place.district.id, 2018)).toEqual({ doneOn: '2018-01-05', state: 'done' });
    expect((await itemOf(duty, place.district.id, 2016))?.state).toBe('late');
  });
});
