import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesOf } from '../../test/oracles/exemplar-world.ts';
import {
  accepted,
  allWritten,
  inView,
  mustBe,
  opened,
  PAPER,
  REPORT_PARTS,
  submitted,
} from '../../test/report-desk.ts';
import { type ReportWorld, reportWorld } from '../../test/report-world.ts';
import { deskOf, staysOf } from '../desks/stay.ts';
import { keptFigures } from './freeze.ts';
import { acceptReport, reopenReport, returnReport, submitReport } from './step.ts';
import { writeReport } from './write.ts';

let there: ReportWorld;
beforeAll(async () => {
  there = await reportWorld();
});
afterAll(() => there.close());

describe('a report on its way', () => {
  it('is submitted only when every part is written and its closing day has come, with every reason at once', async () => {
    const report = await opened(there.db, there.commune, await there.inFreshPlan());
    const early = await submitReport(there.at(there.commune, '2017-12-20'), {
      id: report.id,
      version: null,
    });
    expect(rulesOf(early)).toEqual([...REPORT_PARTS.map((key) => `missing_${key}`), 'closing_reached']);
  });

  it('goes to the desk of the office above, freezes its figures and is locked while it is read', async () => {
    const report = await submitted(there.db, there.commune, await there.inFreshPlan());
    expect(report).toMatchObject({ state: 'submitted', firstSubmittedOn: '2018-01-05' });
    expect(report.figures).toMatchObject({ closingOn: '2017-12-31' });
    expect(await deskOf(there.db, 'report', report.id)).toMatchObject({
      officeId: there.place.district.id,
      waitsFor: 'nhận hoặc trả lại báo cáo',
    });
    const kept = await keptFigures(there.db, report.id);
    expect([...kept.keys()].sort()).toEqual([...report.figureKeys].sort());
    const write = {
      id: report.id,
      version: null,
      closingOn: report.closingOn,
      words: allWritten('Sửa lén'),
      paper: PAPER,
    };
    expect(rulesOf(await writeReport(there.at(there.commune), write))).toEqual(['locked']);
    expect(rulesOf(await submitReport(there.at(there.commune), { id: report.id, version: null }))).toEqual([
      'wrong_state',
    ]);
  });

  it('is accepted by the desk on which it lies, not by its author and not by whoever submitted it', async () => {
    const asked = await there.inFreshPlan();
    const report = await submitted(there.db, there.commune, asked);
    const target = { id: report.id, version: null };
    for (const actor of [there.commune, there.viewer])
      expect(rulesOf(await acceptReport(there.at(actor), target))).toEqual(['wrong_role']);
    // an officer of the branch wrote it for the commune
    const own = await submitted(there.db, there.district, { ...asked, year: 2016 });
    expect(rulesOf(await acceptReport(there.at(there.district), { id: own.id, version: null }))).toEqual([
      'not_own_submission',
    ]);
    await accepted(there.db, there.otherDistrict, own.id);
    expect(await inView(there.db, there.commune, own.id)).toMatchObject({
      state: 'accepted',
      acceptedOn: '2018-01-20',
      stay: null,
    });
  });

  it('comes back once with reasons at its parts, and is counted anew when it is submitted again', async () => {
    const report = await submitted(there.db, there.commune, await there.inFreshPlan());
    const reasons = [{ field: 'result', label: 'Kết quả', reason: 'Nêu cụ thể một mô hình.' }];
    const target = { id: report.id, version: null };
    expect(await returnReport(there.at(there.district), { ...target, reasons: [] })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid' },
    });
    mustBe(await returnReport(there.at(there.district), { ...target, reasons }));
    expect(await inView(there.db, there.commune, report.id)).toMatchObject({
      state: 'returned',
      figures: null,
      stay: { officeId: there.place.commune.id },
    });
    expect((await keptFigures(there.db, report.id)).size).toBe(0);
    mustBe(await submitReport(there.at(there.commune, '2018-02-01'), target));
    expect(await inView(there.db, there.commune, report.id)).toMatchObject({
      submittedOn: '2018-02-01',
      firstSubmittedOn: '2018-01-05',
    });
    expect(rulesOf(await returnReport(there.at(there.district), { ...target, reasons }))).toEqual([
      'returned_before',
    ]);
    expect((await staysOf(there.db, 'report', report.id)).map((stay) => stay.officeId)).toEqual([
      there.place.commune.id,
      there.place.district.id,
      there.place.commune.id,
      there.place.district.id,
    ]);
  });

  it('that was accepted is opened again by the level above, with the reason', async () => {
    const report = await submitted(there.db, there.commune, await there.inFreshPlan());
    await accepted(there.db, there.district, report.id);
    const input = { id: report.id, version: null, reason: 'Sửa số liệu hộ gia đình' };
    expect(rulesOf(await reopenReport(there.at(there.commune), input))).toEqual(['wrong_role']);
    mustBe(await reopenReport(there.at(there.district), input));
    expect(await inView(there.db, there.commune, report.id)).toMatchObject({
      state: 'returned',
      acceptedOn: null,
    });
  });

  it('of an office above waits for those that it owes: each is accepted, excused or named', async () => {
    const asked = await there.inFreshPlan();
    const below = await submitted(there.db, there.commune, asked);
    const above = await opened(there.db, there.district, { ...asked, office: there.place.district });
    const write = {
      id: above.id,
      version: null,
      closingOn: above.closingOn,
      words: allWritten(),
      paper: PAPER,
    };
    mustBe(await writeReport(there.at(there.district), write));
    const target = { id: above.id, version: null };
    expect(rulesOf(await submitReport(there.at(there.district), target))).toEqual(['below_decided']);
    await accepted(there.db, there.district, below.id);
    mustBe(await submitReport(there.at(there.district), target));
    expect(await deskOf(there.db, 'report', above.id)).toMatchObject({ officeId: there.place.standing.id });
  });

  it('of the standing body counts the whole programme and goes to the leaders of the root', async () => {
    const report = await submitted(there.db, there.standing, {
      ...(await there.inFreshPlan()),
      office: there.place.standing,
    });
    expect(report).toMatchObject({ isStandingBody: true, receiverId: there.place.province.id });
    expect((await keptFigures(there.db, report.id)).get('dv_chua_co_dh')?.value).toBe(6);
    expect(
      rulesOf(await acceptReport(there.at(there.secondStanding), { id: report.id, version: null })),
    ).toEqual(['wrong_role']);
    await accepted(there.db, there.leader, report.id);
  });

  it('has every change of it in the audit', async () => {
    const kinds = await there.db
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
