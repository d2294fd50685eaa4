import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs } from '../../test/factories.ts';
import { dutyCopying } from '../duties/copy-duties.ts';
import { dutiesOf } from '../duties/duty-queries.ts';
import { type Actor, PROGRAM } from '../identity/actor.ts';
import { selectedOffices } from '../offices/selection.ts';
import { decide } from '../plans/copy-decide.ts';
import { decisionsOf, openDecisions } from '../plans/copy-decisions.ts';
import { copyPlan } from '../plans/copy-plan.ts';
import { loadDraft } from '../plans/load-draft.ts';
import { planFacts } from '../plans/plan-facts.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { idOf } from './load-offices.ts';
import { loadPeople, personOf } from './load-people.ts';
import { loadPhuTho } from './phu-tho.ts';
import { playDuties } from './play-duties.ts';

let database: FreshDatabase;
let open: OpenDb;
let province: number;
let oldPlan: number;
let planId: number;
let officer: Actor;
const acting = () => actingAs(open.db, officer);

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  await open.db.transaction().execute(async (tx) => {
    const first = {
      db: tx,
      clock: new SettableClock('2016-05-10'),
      actor: PROGRAM,
      ip: null,
      requestKey: null,
    };
    const loaded = await loadPhuTho(tx, first);
    const people = await loadPeople(tx, first, loaded.offices);
    await playDuties(tx, { planId: loaded.plan.planId, offices: loaded.offices, people });
    province = idOf(loaded.offices, '25');
    officer = personOf(people, 'tdkt.huyen');
    oldPlan = loaded.plan.planId;
  });
  const copied = await copyPlan(acting(), { id: oldPlan, fromYear: 2026 }, dutyCopying);
  if (!copied.ok) throw new Error(JSON.stringify(copied.refusal));
  planId = copied.value.planId;
}, 120_000);
afterAll(async () => {
  await open.close();
  await database.drop();
});

const draft = async () => {
  const found = await loadDraft(open.db, planId);
  if (!found) throw new Error('no draft');
  return found;
};
const below = (kindId: string) =>
  selectedOffices(open.db, { by: 'kind', kindId, belowId: province }, '2026-01-01');

describe('Kế hoạch 1711/KH-UBND copied to 2026–2030', () => {
  test('is a draft without number, day and signer, ten years later to the day and as exact as before', async () => {
    const { number, signer, issuedOn, title, periodFrom, periodTo, stages, copiedFromId } = await draft();
    expect({ number, signer, issuedOn, copiedFromId }).toEqual({
      number: '',
      signer: null,
      issuedOn: null,
      copiedFromId: oldPlan,
    });
    expect(title).toBe('Xây dựng điển hình tiên tiến tỉnh Phú Thọ, giai đoạn 2026 - 2030');
    expect([periodFrom, periodTo]).toEqual(['2026-01-01', '2030-12-31']);
    expect(stages.map(({ precision, fromOn, toOn }) => [precision, fromOn, toOn])).toEqual([
      ['quarter', '2026-04-01', '2026-06-30'],
      ['year', '2027-01-01', '2029-12-31'],
      ['year', '2030-01-01', '2030-12-31'],
    ]);
    expect(stages[2]?.duties[1]).toBe('gắn với tổng kết phong trào thi đua 2026 - 2030');
  });

  test('stands in a province of 148 communes and no districts', async () => {
    expect(await below('commune')).toHaveLength(148);
    expect(await below('district')).toHaveLength(0);
    const decisions = await decisionsOf(open.db, planId);
    const kinds = decisions.filter(({ about }) => about.kind === 'coordination');
    expect(kinds).toHaveLength(2);
    for (const { question, options, suggested } of kinds) {
      expect(question).toMatch(
        /loại “Huyện, thành phố, thị xã” thuộc UBND tỉnh Phú Thọ không còn đơn vị nào vào 01\/01\/2026/,
      );
      expect(suggested).toBe(`kind:commune:${province}`);
      expect(options.find(({ value }) => value === suggested)?.label).toMatch(/\(148 đơn vị\)$/);
    }
    expect((await draft()).fields.map(({ coordination }) => coordination)).toEqual([[], [], [], [], [], []]);
  });

  test('keeps what has one successor and carries the quota over, asking whether it still fits', async () => {
    const before = await loadDraft(open.db, oldPlan);
    const { fields, issuerOfficeId } = await draft();
    expect(issuerOfficeId).toBe(province);
    expect(fields.map(({ leadOfficeId }) => leadOfficeId)).toEqual(
      before?.fields.map(({ leadOfficeId }) => leadOfficeId),
    );
    expect(fields[1]).toMatchObject({
      quotaKind: 'exactly',
      quotaNumber: 5,
      quotaCounts: ['household', 'individual'],
    });
  });

  test('lists everything that a person must decide, and is not issued before', async () => {
    const decisions = await decisionsOf(open.db, planId);
    const count = (kind: string) => decisions.filter(({ about }) => about.kind === kind).length;
    expect({
      basis: count('basis'),
      coordination: count('coordination'),
      words: count('coordinating_words'),
      quota: count('quota'),
      sets: count('criteria_set'),
      congress: count('stage_words'),
      lead: count('lead'),
      issuer: count('issuer'),
    }).toEqual({ basis: 2, coordination: 2, words: 2, quota: 1, sets: 3, congress: 1, lead: 0, issuer: 0 });
    const districts = (await dutiesOf(open.db, oldPlan)).filter(
      ({ who }) => who.by === 'kind' && who.kindId === 'district',
    );
    expect(count('duty')).toBe(districts.length);
    expect((await planFacts(open.db, planId)).openDecisions).toBe(decisions.length);
  });

  test('copies the duties that still mean somebody', async () => {
    const [before, after] = [await dutiesOf(open.db, oldPlan), await dutiesOf(open.db, planId)];
    const open_ = (await decisionsOf(open.db, planId)).filter(({ about }) => about.kind === 'duty').length;
    expect(after.length).toBe(before.length - open_);
    for (const duty of after)
      expect(duty.fromOn.slice(0, 4) >= '2026' && duty.toOn.slice(0, 4) <= '2030').toBe(true);
  });

  test('becomes whole when everything has been decided', async () => {
    for (const { id, about, options, suggested } of await decisionsOf(open.db, planId)) {
      const choice =
        suggested ??
        (about.kind === 'quota' || about.kind === 'stage_words' || about.kind === 'coordinating_words'
          ? 'other'
          : (options[0]?.value ?? ''));
      const typed = {
        quota: '12',
        stage_words: 'chuẩn bị Đại hội Thi đua yêu nước của tỉnh lần thứ VIII',
        coordinating_words: 'UBND các xã, phường',
      };
      const other = typed[about.kind as keyof typeof typed] ?? null;
      const outcome = await decide(acting(), { planId, decisionId: id, choice, other }, dutyCopying);
      expect(outcome, JSON.stringify({ about, outcome })).toMatchObject({ ok: true });
    }
    expect(await openDecisions(open.db, planId)).toEqual([]);
    const { fields, stages, basis } = await draft();
    expect(basis).toHaveLength(2);
    expect(fields.slice(0, 2).map(({ coordination, coordinating }) => [coordination, coordinating])).toEqual(
      Array.from({ length: 2 }, () => [
        [{ by: 'kind', kindId: 'commune', belowId: province }],
        'UBND các xã, phường',
      ]),
    );
    expect(fields[1]?.quotaNumber).toBe(12);
    expect(stages[2]?.duties.at(-1)).toBe('chuẩn bị Đại hội Thi đua yêu nước của tỉnh lần thứ VIII');
    const facts = await planFacts(open.db, planId);
    expect(facts).toMatchObject({ openDecisions: 0, errors: {} });
    const communes = (await dutiesOf(open.db, planId)).filter(
      ({ who }) => who.by === 'kind' && who.kindId === 'commune',
    );
    expect(communes.length).toBeGreaterThan(0);
  });
});
