import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makePlan, makeProvince, type Province } from '../../test/factories.ts';
import { makeReportPeople, opened, type ReportPeople, submitted } from '../../test/report-desk.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { figureGroups } from './figures-view.ts';
import { targetsOf } from './targets.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let people: ReportPeople;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  places = await makeProvince(open.db);
  people = await makeReportPeople(open.db, places);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const makeUnitPlan = async (planId: number): Promise<number> => {
  const { id } = await open.db
    .insertInto('unit_plan')
    .values({
      plan_id: planId,
      office_id: places.commune.id,
      period_from: '2016-01-01',
      period_to: '2020-12-31',
      state: 'submitted',
      receiver_office_id: places.district.id,
      submitted_on: '2016-06-01',
      first_submitted_on: '2016-06-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Keeps one submission as it was sent; answers its id. */
const send = async (unitPlanId: number, content: object): Promise<number> => {
  const { id } = await open.db
    .insertInto('unit_plan_submission')
    .values({
      unit_plan_id: unitPlanId,
      edition: 1,
      submitted_on: '2016-06-01',
      content: JSON.stringify(content),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

const change = (id: number, to: { state: string; edition?: number; in_force_submission_id?: number }) =>
  open.db.updateTable('unit_plan').set(to).where('id', '=', id).execute();

describe('what a figure is held against', () => {
  it('is what the office set itself in its plan, where it is called like the figure; nothing is guessed', async () => {
    const { planId } = await makePlan(open.db, places.lead, { kind: 'exactly', number: 5 });
    const id = await makeUnitPlan(planId);
    const first = await send(id, {
      targets: [
        { what: 'ĐIỂN HÌNH LÀ CÁ NHÂN', number: 4, unit: 'người' },
        { what: 'Hộ thoát nghèo', number: 30, unit: 'hộ' },
        { what: 'Điển hình toàn diện', number: null, unit: null },
      ],
      exemplars: [1, 2, 3].map((n) => ({ name: `Hộ ${n}` })),
    });
    const report = await opened(open.db, people.commune, { planId, office: places.commune });
    const firstSaid = new Map([
      ['dh_cham_lo', { value: 3, from: 'unit_plan' }],
      ['dh_ca_nhan', { value: 4, from: 'unit_plan' }],
    ]);
    expect(await targetsOf(open.db, report)).toEqual(firstSaid);

    // sent back before it was ever approved, it promises nothing yet
    await change(id, { state: 'returned' });
    expect(await targetsOf(open.db, report)).toEqual(new Map());

    // what is in force holds while the next edition is written, and while it is read
    await change(id, { state: 'approved', in_force_submission_id: first });
    await change(id, { state: 'draft', edition: 2 });
    expect(await targetsOf(open.db, report)).toEqual(firstSaid);
    const second = await send(id, { targets: [{ what: 'Điển hình là cá nhân', number: 9 }], exemplars: [] });
    await change(id, { state: 'submitted' });
    expect(await targetsOf(open.db, report)).toEqual(firstSaid);
    await change(id, { state: 'approved', in_force_submission_id: second });
    expect(await targetsOf(open.db, report)).toEqual(
      new Map([['dh_ca_nhan', { value: 9, from: 'unit_plan' }]]),
    );
  });

  it('is the frozen figure of the same report a year before, and unknown where there was none', async () => {
    const { planId } = await makePlan(open.db, places.lead);
    const before = await submitted(open.db, people.commune, {
      planId,
      office: places.commune,
      year: 2016,
    });
    const report = await opened(open.db, people.commune, { planId, office: places.commune });
    const lastYears = async (of: typeof report) =>
      new Set((await figureGroups(open.db, of)).flatMap((group) => group.figures.map((one) => one.lastYear)));
    expect(await lastYears(before)).toEqual(new Set([undefined]));
    expect(await lastYears(report)).toContain(0);
  });
});
