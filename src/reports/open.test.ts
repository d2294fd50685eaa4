import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, type MadePlan, makePlan, makeProvince, type Province } from '../../test/factories.ts';
import { makeReportPeople, opened, type ReportPeople } from '../../test/report-desk.ts';
import { deskOf } from '../desks/stay.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { openReport } from './open.ts';
import { findReport } from './queries.ts';
import { submitReport } from './step.ts';

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
const rulesOf = (outcome: Awaited<ReturnType<typeof submitReport>>): string[] =>
  !outcome.ok && outcome.refusal.kind === 'refused' ? outcome.refusal.reasons.map(({ rule }) => rule) : [];

describe('opening a report', () => {
  it('is opened once for a plan, office, form and period: opening it again answers the same one', async () => {
    const planId = await freshPlan();
    const first = await opened(open.db, people.commune, of(planId));
    const second = await opened(open.db, people.commune, of(planId));
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({ state: 'draft', closingOn: '2017-12-31', mayWrite: true, dueOn: null });
    expect(await deskOf(open.db, 'report', first.id)).toMatchObject({ officeId: places.commune.id });
  });

  it.each([
    ['2015-01-01', '2015-12-31', 'outside_period'],
    ['2021-01-01', '2021-12-31', 'outside_period'],
    ['2019-01-01', '2019-12-31', 'future_period'],
  ])('from %s to %s is refused: %s', async (from, to, rule) => {
    const input = { planId: await freshPlan(), officeId: places.commune.id, formKey: 'nam', from, to };
    expect(rulesOf(await openReport(at(people.commune), input))).toEqual([rule]);
  });

  it('is opened for an office by those who write for it, and by a form that is in use', async () => {
    const input = { planId: await freshPlan(), officeId: places.commune.id, formKey: 'nam' };
    const period = { from: '2017-01-01', to: '2017-12-31' };
    for (const actor of [people.stranger, people.viewer, people.leader])
      expect(rulesOf(await openReport(at(actor), { ...input, ...period }))).toEqual(['wrong_role']);
    expect(await openReport(at(people.commune), { ...input, ...period, formKey: 'khong-co' })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { formKey: expect.any(String) } },
    });
    expect(await openReport(at(people.commune), { ...input, ...period, officeId: 0 })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_found' },
    });
  });

  it('is seen by its office, by those above, and by nobody beside it', async () => {
    const report = await opened(open.db, people.commune, of(await freshPlan()));
    for (const actor of [people.district, people.standing, people.viewer, people.leader])
      expect(await findReport(open.db, actor, report.id)).not.toBeNull();
    expect(await findReport(open.db, people.stranger, report.id)).toBeNull();
    expect(await submitReport(at(people.stranger), { id: report.id, version: null })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_found' },
    });
  });
});
