import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import {
  actingAs,
  type MadePlan,
  makeActor,
  makePlan,
  makeProvince,
  type Province,
} from '../../test/factories.ts';
import type { Actor } from '../identity/actor.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { finishReport, openReport, reopenReport, writeReport } from './commands.ts';
import { findReport, type PaperFields } from './queries.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let plan: MadePlan;
let standing: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  places = await makeProvince(open.db);
  plan = await makePlan(open.db, places.lead);
  standing = await makeActor(open.db, [['standing', places.standing, 'all']]);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const PARTS = ['result', 'effect', 'shortcoming', 'limitation', 'cause', 'lesson', 'proposal'];
const words = Object.fromEntries(PARTS.map((key) => [key, `Lời văn ${key}`]));
const paper: PaperFields = {
  number: null,
  symbol: 'BC-BTĐKT',
  place: 'Phú Thọ',
  date: null,
  authority: null,
  signerTitle: 'TRƯỞNG BAN',
  signerName: null,
  recipients: ['UBND tỉnh'],
};

async function opened(year: number) {
  const outcome = await openReport(actingAs(open.db, standing), { planId: plan.planId, year });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const report = await findReport(open.db, standing, outcome.value.id);
  if (!report) throw new Error('just opened');
  return report;
}

describe('the yearly report', () => {
  it('is opened once for a plan and year: opening it again answers the same one', async () => {
    const [first, second] = [await opened(2016), await opened(2016)];
    expect(second.id).toBe(first.id);
    expect(first.closingOn).toBe('2016-12-31');
  });

  it('of this year closes on the day it is opened', async () => {
    expect((await opened(2018)).closingOn).toBe('2018-11-15');
  });

  it.each([
    [2015, 'outside_period'],
    [2021, 'outside_period'],
    [2019, 'future_year'],
  ])('of %s is refused: %s', async (year, rule) => {
    const outcome = await openReport(actingAs(open.db, standing), { planId: plan.planId, year });
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'refused', reasons: [{ rule }] } });
  });

  it('is opened only by the standing body, and seen only within reach', async () => {
    const unit = await makeActor(open.db, [['unit', places.commune, 'own']]);
    const outcome = await openReport(actingAs(open.db, unit), { planId: plan.planId, year: 2017 });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: 'refused', reasons: [{ rule: 'wrong_role' }] },
    });
    const report = await opened(2017);
    expect(await findReport(open.db, unit, report.id)).toBeNull();
    const viewer = await makeActor(open.db, [['viewer', places.province, 'all']]);
    expect(await findReport(open.db, viewer, report.id)).toMatchObject({ mayWrite: false });
    expect(await finishReport(actingAs(open.db, viewer), { id: report.id, version: null })).toMatchObject({
      ok: false,
      refusal: { kind: 'refused' },
    });
  });

  it('is finished only when every part is written, freezes its figures, and opens again with a reason', async () => {
    const report = await opened(2017);
    const acting = actingAs(open.db, standing);
    const refusal = await finishReport(acting, { id: report.id, version: report.version });
    expect(refusal).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
    if (!refusal.ok && refusal.refusal.kind === 'refused')
      expect(refusal.refusal.reasons).toHaveLength(PARTS.length);

    await writeReport(acting, {
      id: report.id,
      version: report.version,
      closingOn: '2017-11-30',
      words,
      paper,
    });
    expect(await finishReport(acting, { id: report.id, version: report.version + 1 })).toMatchObject({
      ok: true,
    });
    const finished = await findReport(open.db, standing, report.id);
    expect(finished).toMatchObject({ state: 'finished', figures: { year: 2017, closingOn: '2017-11-30' } });

    const late = await writeReport(acting, {
      id: report.id,
      version: null,
      closingOn: '2017-11-30',
      words: {},
      paper,
    });
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'refused', reasons: [{ rule: 'finished' }] } });
    expect(await reopenReport(acting, { id: report.id, version: null, reason: 'Sửa số liệu' })).toMatchObject(
      { ok: true },
    );
    expect(await findReport(open.db, standing, report.id)).toMatchObject({
      state: 'draft',
      figures: null,
      words,
    });
  });

  it('refuses a closing day outside its year or in the future, and a stale form, and then keeps what it had', async () => {
    const report = await opened(2018);
    const acting = actingAs(open.db, standing);
    for (const closingOn of ['2017-12-31', '2018-11-16']) {
      const outcome = await writeReport(acting, { id: report.id, version: null, closingOn, words, paper });
      expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    }
    const staleForm = { id: report.id, version: report.version + 7, closingOn: '2018-11-01', words, paper };
    expect(await writeReport(acting, staleForm)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect(await findReport(open.db, standing, report.id)).toMatchObject({
      words: {},
      version: report.version,
    });
  });

  it('has every change of it in the audit', async () => {
    const kinds = await open.db
      .selectFrom('audit_event')
      .select('kind')
      .where('thing', '=', 'report')
      .execute();
    expect(new Set(kinds.map((row) => row.kind))).toEqual(
      new Set(['report.opened', 'report.words_changed', 'report.finished', 'report.reopened']),
    );
  });
});
