import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesOf } from '../../test/oracles/exemplar-world.ts';
import { opened } from '../../test/report-desk.ts';
import { type ReportWorld, reportWorld } from '../../test/report-world.ts';
import { deskOf } from '../desks/stay.ts';
import { openReport } from './open.ts';
import { findReport } from './queries.ts';
import { submitReport } from './step.ts';

let there: ReportWorld;
beforeAll(async () => {
  there = await reportWorld();
});
afterAll(() => there.close());

const freshInput = async () => {
  const { planId, office } = await there.inFreshPlan();
  return { planId, officeId: office.id, formKey: 'nam' };
};

describe('opening a report', () => {
  it('is opened once for a plan, office, form and period: opening it again answers the same one', async () => {
    const asked = await there.inFreshPlan();
    const first = await opened(there.db, there.commune, asked);
    const second = await opened(there.db, there.commune, asked);
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({ state: 'draft', closingOn: '2017-12-31', mayWrite: true, dueOn: null });
    expect(await deskOf(there.db, 'report', first.id)).toMatchObject({ officeId: there.place.commune.id });
  });

  it.each([
    ['2015-01-01', '2015-12-31', 'outside_period'],
    ['2021-01-01', '2021-12-31', 'outside_period'],
    ['2019-01-01', '2019-12-31', 'future_period'],
  ])('from %s to %s is refused: %s', async (from, to, rule) => {
    const input = { ...(await freshInput()), from, to };
    expect(rulesOf(await openReport(there.at(there.commune), input))).toEqual([rule]);
  });

  it('is opened for an office by those who write for it, and by a form that is in use', async () => {
    const input = await freshInput();
    const period = { from: '2017-01-01', to: '2017-12-31' };
    for (const actor of [there.stranger, there.viewer, there.leader])
      expect(rulesOf(await openReport(there.at(actor), { ...input, ...period }))).toEqual(['wrong_role']);
    expect(
      await openReport(there.at(there.commune), { ...input, ...period, formKey: 'khong-co' }),
    ).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { formKey: expect.any(String) } },
    });
    expect(await openReport(there.at(there.commune), { ...input, ...period, officeId: 0 })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_found' },
    });
  });

  it('is seen by its office, by those above, and by nobody beside it', async () => {
    const report = await opened(there.db, there.commune, await there.inFreshPlan());
    for (const actor of [there.district, there.standing, there.viewer, there.leader])
      expect(await findReport(there.db, actor, report.id)).not.toBeNull();
    expect(await findReport(there.db, there.stranger, report.id)).toBeNull();
    expect(await submitReport(there.at(there.stranger), { id: report.id, version: null })).toMatchObject({
      ok: false,
      refusal: { kind: 'not_found' },
    });
  });
});
