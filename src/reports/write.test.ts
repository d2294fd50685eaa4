import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, type MadePlan, makePlan, makeProvince, type Province } from '../../test/factories.ts';
import {
  allWritten,
  inView,
  makeReportPeople,
  opened,
  PAPER,
  type ReportPeople,
} from '../../test/report-desk.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { writeReport } from './write.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let people: ReportPeople;
let plan: MadePlan;

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

const freshPlan = async () => {
  plan = await makePlan(open.db, places.lead);
  return plan.planId;
};
const of = (planId: number) => ({ planId, office: places.commune });
const at = (actor: ReportPeople[keyof ReportPeople], day = '2018-01-10') => actingAs(open.db, actor, { day });
describe('writing a report', () => {
  it('refuses a closing day outside of its period and a stale form, and then keeps what it had', async () => {
    const report = await opened(open.db, people.commune, of(await freshPlan()));
    const input = { id: report.id, version: null, words: allWritten(), paper: PAPER };
    for (const closingOn of ['2016-12-31', '2018-01-01'])
      expect(await writeReport(at(people.commune), { ...input, closingOn })).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid', fields: { closingOn: expect.any(String) } },
      });
    const stale = { ...input, closingOn: '2017-11-30', version: report.version + 7 };
    expect(await writeReport(at(people.commune), stale)).toMatchObject({
      ok: false,
      refusal: { kind: 'stale' },
    });
    expect(await inView(open.db, people.commune, report.id)).toMatchObject({ words: {}, version: 1 });
  });

  it('refuses a sentence with a figure that its form does not have, at that part', async () => {
    const report = await opened(open.db, people.commune, of(await freshPlan()));
    const words = { ...allWritten(), effect: 'Có {{khong_co}} và {{dh_tong}}', cause: 'Dở {{dh tong' };
    const outcome = await writeReport(at(people.commune), {
      id: report.id,
      version: null,
      closingOn: report.closingOn,
      words,
      paper: PAPER,
    });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { w_effect: expect.stringContaining('{{khong_co}}') } },
    });
    expect(await open.db.selectFrom('report_figure_use').selectAll().execute()).toEqual([]);
  });
});
