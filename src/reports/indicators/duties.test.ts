import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts';
import { makeActor, makePlan, makeProvince, type Province } from '../../../test/factories.ts';
import { type OpenDb, openDb } from '../../platform/db.ts';
import { behindFigure } from '../behind.ts';
import { figuresOf, indicator } from './registry.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let planId: number;
let formId: number;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  places = await makeProvince(open.db);
  planId = (await makePlan(open.db, places.lead)).planId;
  formId = (
    await open.db.selectFrom('report_form').select('id').where('key', '=', 'nam').executeTakeFirstOrThrow()
  ).id;
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const YEAR = { period_from: '2017-01-01', period_to: '2017-12-31' };

async function makeDuty(what: 'report' | 'unit_plan', ord: number): Promise<number> {
  const { id } = await open.db
    .insertInto('duty')
    .values({
      plan_id: planId,
      ord,
      name: what === 'report' ? 'Báo cáo năm' : 'Kế hoạch đơn vị',
      what,
      report_form_key: what === 'report' ? 'nam' : null,
      who_by: 'branch',
      who_office_id: places.province.id,
      cycle: 'yearly',
      from_on: '2017-01-01',
      to_on: '2017-12-31',
      due_rule: JSON.stringify({ kind: 'fixed', monthsAfter: 0, day: 15 }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const makeItem = (dutyId: number, officeId: number, excusedOn: string | null = null) =>
  open.db
    .insertInto('duty_item')
    .values({
      duty_id: dutyId,
      office_id: officeId,
      ...YEAR,
      due_on: '2017-06-15',
      excused_on: excusedOn,
      excuse: excusedOn ? 'Mới thành lập' : null,
    })
    .execute();

const makeReport = (officeId: number, firstOn: string) =>
  open.db
    .insertInto('report')
    .values({
      plan_id: planId,
      office_id: officeId,
      form_id: formId,
      form_key: 'nam',
      year: 2017,
      ...YEAR,
      closing_on: '2017-06-01',
      state: 'submitted',
      figures: '{}',
      submitted_on: firstOn,
      first_submitted_on: firstOn,
    })
    .execute();

describe('the figures of duties', () => {
  it('hold what was due against what was submitted by the closing day, the excused left out', async () => {
    const { db } = open;
    const reports = await makeDuty('report', 1);
    const plans = await makeDuty('unit_plan', 2);
    const { lead, district, commune, otherCommune, standing } = places;
    for (const office of [lead, district, commune, otherCommune]) await makeItem(reports, office.id);
    await makeItem(reports, standing.id, '2017-06-20');
    await makeReport(lead.id, '2017-06-10');
    await makeReport(district.id, '2017-06-25');
    await makeReport(commune.id, '2017-12-01');
    for (const office of [district, commune]) await makeItem(plans, office.id);
    await db
      .insertInto('unit_plan')
      .values({
        plan_id: planId,
        office_id: district.id,
        period_from: '2016-01-01',
        period_to: '2020-12-31',
        state: 'submitted',
        receiver_office_id: places.standing.id,
        submitted_on: '2017-06-15',
        first_submitted_on: '2017-06-15',
        approved_on: '2017-09-01',
      })
      .execute();
    const scope = {
      planId,
      officeId: places.province.id,
      reach: 'branch' as const,
      from: '2017-01-01',
      to: '2017-07-01',
    };
    const keys = [
      ...['bc_phai', 'bc_da_nop', 'bc_dung_han', 'bc_ty_le_nop', 'bc_ty_le_dung_han', 'bc_cham_max'],
      ...['kh_phai', 'kh_da_nop', 'kh_dung_han', 'kh_da_duyet', 'kh_ty_le_nop'],
    ];
    const figures = async (to: string) => [...(await figuresOf(db, keys, { ...scope, to })).values()];
    expect(await figures('2017-07-01')).toEqual([4, 2, 1, 50, 25, 16, 2, 1, 1, 0, 50]);
    // before the word was given, the excused office was still expected
    expect(await figures('2017-06-16')).toEqual([5, 1, 1, 20, 20, 1, 2, 1, 1, 0, 50]);
    expect(await figures('2017-12-31')).toEqual([4, 3, 1, 75, 25, 199, 2, 1, 1, 1, 50]);

    const viewer = await makeActor(db, [['viewer', places.province, 'all']]);
    const [late, due] = [indicator('bc_cham_max'), indicator('bc_phai')];
    if (!late || !due) throw new Error('known indicators');
    const behind = await behindFigure(db, viewer, late, scope, 1);
    expect(behind.rows.map(({ title, detail }) => [title, detail])).toEqual([
      [district.name, 'Báo cáo năm, nộp ngày 25/06/2017'],
      ...[commune.name, otherCommune.name].sort().map((name) => [name, 'Báo cáo năm, chưa nộp']),
    ]);
    const own = await makeActor(db, [['unit', commune, 'own']]);
    const seen = await behindFigure(db, own, due, scope, 1);
    expect([seen.total, seen.seen, seen.rows.length]).toEqual([4, 1, 1]);
  });
});
