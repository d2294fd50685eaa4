import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, type MadePlan, makePlan, makeProvince, type Province } from '../../test/factories.ts';
import {
  accepted,
  allWritten,
  inView,
  makeReportPeople,
  mustBe,
  opened,
  PAPER,
  REPORT_PARTS,
  type ReportPeople,
  submitted,
} from '../../test/report-desk.ts';
import { deskOf, staysOf } from '../desks/stay.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { keptFigures } from './freeze.ts';
import { acceptReport, reopenReport, returnReport, submitReport } from './step.ts';
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
const rulesOf = (outcome: Awaited<ReturnType<typeof submitReport>>): string[] =>
  !outcome.ok && outcome.refusal.kind === 'refused' ? outcome.refusal.reasons.map(({ rule }) => rule) : [];

describe('a report on its way', () => {
  it('is submitted only when every part is written and its closing day has come, with every reason at once', async () => {
    const report = await opened(open.db, people.commune, of(await freshPlan()));
    const early = await submitReport(at(people.commune, '2017-12-20'), { id: report.id, version: null });
    expect(rulesOf(early)).toEqual([...REPORT_PARTS.map((key) => `missing_${key}`), 'closing_reached']);
  });

  it('goes to the desk of the office above, freezes its figures and is locked while it is read', async () => {
    const report = await submitted(open.db, people.commune, of(await freshPlan()));
    expect(report).toMatchObject({ state: 'submitted', firstSubmittedOn: '2018-01-05' });
    expect(report.figures).toMatchObject({ closingOn: '2017-12-31' });
    expect(await deskOf(open.db, 'report', report.id)).toMatchObject({
      officeId: places.district.id,
      waitsFor: 'nhận hoặc trả lại báo cáo',
    });
    const kept = await keptFigures(open.db, report.id);
    expect([...kept.keys()].sort()).toEqual([...report.figureKeys].sort());
    const write = {
      id: report.id,
      version: null,
      closingOn: report.closingOn,
      words: allWritten('Sửa lén'),
      paper: PAPER,
    };
    expect(rulesOf(await writeReport(at(people.commune), write))).toEqual(['locked']);
    expect(rulesOf(await submitReport(at(people.commune), { id: report.id, version: null }))).toEqual([
      'wrong_state',
    ]);
  });

  it('is accepted by the desk on which it lies, not by its author and not by whoever submitted it', async () => {
    const report = await submitted(open.db, people.commune, of(await freshPlan()));
    const target = { id: report.id, version: null };
    for (const actor of [people.commune, people.viewer])
      expect(rulesOf(await acceptReport(at(actor), target))).toEqual(['wrong_role']);
    // an officer of the branch wrote it for the commune
    const own = await submitted(open.db, people.district, { ...of(plan.planId), year: 2016 });
    expect(rulesOf(await acceptReport(at(people.district), { id: own.id, version: null }))).toEqual([
      'not_own_submission',
    ]);
    await accepted(open.db, people.otherDistrict, own.id);
    expect(await inView(open.db, people.commune, own.id)).toMatchObject({
      state: 'accepted',
      acceptedOn: '2018-01-20',
      stay: null,
    });
  });

  it('comes back once with reasons at its parts, and is counted anew when it is submitted again', async () => {
    const report = await submitted(open.db, people.commune, of(await freshPlan()));
    const reasons = [{ field: 'result', label: 'Kết quả', reason: 'Nêu cụ thể một mô hình.' }];
    const target = { id: report.id, version: null };
    expect(await returnReport(at(people.district), { ...target, reasons: [] })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid' },
    });
    mustBe(await returnReport(at(people.district), { ...target, reasons }));
    expect(await inView(open.db, people.commune, report.id)).toMatchObject({
      state: 'returned',
      figures: null,
      stay: { officeId: places.commune.id },
    });
    expect((await keptFigures(open.db, report.id)).size).toBe(0);
    mustBe(await submitReport(at(people.commune, '2018-02-01'), target));
    expect(await inView(open.db, people.commune, report.id)).toMatchObject({
      submittedOn: '2018-02-01',
      firstSubmittedOn: '2018-01-05',
    });
    expect(rulesOf(await returnReport(at(people.district), { ...target, reasons }))).toEqual([
      'returned_before',
    ]);
    expect((await staysOf(open.db, 'report', report.id)).map((stay) => stay.officeId)).toEqual([
      places.commune.id,
      places.district.id,
      places.commune.id,
      places.district.id,
    ]);
  });

  it('that was accepted is opened again by the level above, with the reason', async () => {
    const report = await submitted(open.db, people.commune, of(await freshPlan()));
    await accepted(open.db, people.district, report.id);
    const input = { id: report.id, version: null, reason: 'Sửa số liệu hộ gia đình' };
    expect(rulesOf(await reopenReport(at(people.commune), input))).toEqual(['wrong_role']);
    mustBe(await reopenReport(at(people.district), input));
    expect(await inView(open.db, people.commune, report.id)).toMatchObject({
      state: 'returned',
      acceptedOn: null,
    });
  });

  it('of an office above waits for those that it owes: each is accepted, excused or named', async () => {
    const planId = await freshPlan();
    const below = await submitted(open.db, people.commune, of(planId));
    const above = await opened(open.db, people.district, { planId, office: places.district });
    const write = {
      id: above.id,
      version: null,
      closingOn: above.closingOn,
      words: allWritten(),
      paper: PAPER,
    };
    mustBe(await writeReport(at(people.district), write));
    const target = { id: above.id, version: null };
    expect(rulesOf(await submitReport(at(people.district), target))).toEqual(['below_decided']);
    await accepted(open.db, people.district, below.id);
    mustBe(await submitReport(at(people.district), target));
    expect(await deskOf(open.db, 'report', above.id)).toMatchObject({ officeId: places.standing.id });
  });

  it('of the standing body counts the whole programme and goes to the leaders of the root', async () => {
    const planId = await freshPlan();
    const report = await submitted(open.db, people.standing, { planId, office: places.standing });
    expect(report).toMatchObject({ isStandingBody: true, receiverId: places.province.id });
    expect((await keptFigures(open.db, report.id)).get('dv_chua_co_dh')?.value).toBe(6);
    expect(rulesOf(await acceptReport(at(people.secondStanding), { id: report.id, version: null }))).toEqual([
      'wrong_role',
    ]);
    await accepted(open.db, people.leader, report.id);
  });

  it('has every change of it in the audit', async () => {
    const kinds = await open.db
      .selectFrom('audit_event')
      .select('kind')
      .where('thing', '=', 'report')
      .execute();
    expect(new Set(kinds.map((row) => row.kind))).toEqual(
      new Set([
        ...['report.opened', 'report.words_changed', 'report.submitted', 'report.accepted'],
        ...['report.returned', 'report.reopened'],
      ]),
    );
  });
});
