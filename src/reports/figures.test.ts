import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import {
  type MadeOffice,
  type MadePlan,
  makePlan,
  makeProvince,
  type Province,
} from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { tableFigures } from './figures.ts';
import { countIn, sum } from './tables.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let plan: MadePlan;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  places = await makeProvince(open.db);
  plan = await makePlan(open.db, places.lead, { kind: 'exactly', number: 2 });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

type StepOf = [toState: string, onDay: string];

/** An exemplar with the steps of its life; its state now is that of the last. */
async function lifeOf(kind: string, office: MadeOffice, steps: StepOf[]): Promise<number> {
  const { db } = open;
  const subject = await db
    .insertInto('subject')
    .values({ kind, full_name: 'Người Thử' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const exemplar = await db
    .insertInto('exemplar')
    .values({
      plan_id: plan.planId,
      field_id: plan.fieldId,
      subject_id: subject.id,
      office_id: office.id,
      state: steps.at(-1)?.[0] ?? 'found',
      origin: 'office',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [toState, onDay] of steps) {
    await db
      .insertInto('exemplar_step')
      .values({ exemplar_id: exemplar.id, action: 'thử', to_state: toState, on_day: onDay })
      .execute();
  }
  return exemplar.id;
}

/** Of the whole province for one year, as of a closing day. */
const figuresOn = (planId: number, year: number, to: string, office: MadeOffice = places.province) =>
  tableFigures(open.db, { planId, officeId: office.id, reach: 'branch', from: `${year}-01-01`, to });

const checkOf = (exemplarId: number, checkedOn: string, score: number) => ({
  exemplar_id: exemplarId,
  year: Number(checkedOn.slice(0, 4)),
  checked_on: checkedOn,
  effect: score,
  effect_words: '.',
  efficiency: score,
  efficiency_words: '.',
  potential: score,
  potential_words: '.',
  influence: score,
  influence_words: '.',
  conclusion: 'keep',
});

describe('the figures of a year', () => {
  it('count what stood on the closing day, whatever has happened since', async () => {
    const chosen = await lifeOf('household', places.commune, [
      ['found', '2017-03-01'],
      ['proposed', '2017-04-01'],
      ['nurtured', '2017-06-01'],
      ['honoured', '2018-12-20'],
    ]);
    await lifeOf('individual', places.otherCommune, [
      ['found', '2018-01-05'],
      ['proposed', '2018-12-01'],
    ]);
    await lifeOf('collective', places.lead, [['found', '2019-01-05']]);
    await open.db
      .insertInto('exemplar_check')
      .values(checkOf(chosen, '2018-11-30', 4))
      .execute();

    const before = await figuresOn(plan.planId, 2018, '2018-11-15');
    expect(countIn(before.standing, ['nurtured'])).toBe(1);
    expect(countIn(before.standing, ['found'])).toBe(1);
    expect(countIn(before.standing, ['proposed', 'honoured'])).toBe(0);
    expect(before.checks).toMatchObject({ due: 1, done: 0, effect: null });
    expect(before.missingChecks).toEqual([{ branch: places.district.name, due: 1, missing: 1 }]);

    const after = await figuresOn(plan.planId, 2018, '2018-12-31');
    expect(countIn(after.standing, ['honoured'])).toBe(1);
    expect(countIn(after.standing, ['proposed'])).toBe(1);
    expect(sum(after.standing.map((cell) => cell.count))).toBe(2);
    expect(after.checks).toMatchObject({ due: 1, done: 1, effect: 4, keep: 1 });
    expect(after.missingChecks).toEqual([]);
    expect(after.flow).toContainEqual({ state: 'honoured', count: 1 });
    expect(after.flow.find((flow) => flow.state === 'nurtured')).toBeUndefined();
  });

  it('name the branch right below the root, for a commune as for an office of the province', async () => {
    const figures = await figuresOn(plan.planId, 2019, '2019-12-31');
    const branches = new Set(figures.standing.map((cell) => cell.branch));
    expect(branches).toEqual(new Set([places.district.name, places.lead.name]));
  });

  it('are those of the branch of the office that reports, and name the offices right below it', async () => {
    const district = await figuresOn(plan.planId, 2019, '2019-12-31', places.district);
    expect(new Set(district.standing.map((cell) => cell.branch))).toEqual(
      new Set([places.commune.name, places.otherCommune.name]),
    );
    const commune = await figuresOn(plan.planId, 2019, '2019-12-31', places.commune);
    expect(sum(commune.standing.map((cell) => cell.count))).toBe(1);
  });

  it('count against the quota only the kinds of subject that it names', async () => {
    await lifeOf('collective', places.commune, [['nurtured', '2016-06-01']]);
    await lifeOf('individual', places.commune, [['nurtured', '2016-06-01']]);
    const figures = await figuresOn(plan.planId, 2016, '2016-12-31');
    expect(figures.fields).toMatchObject([{ quotaKind: 'exactly', quota: 2, taken: 1 }]);
  });

  it('count honours of the year by form, level and kind of subject', async () => {
    const id = await lifeOf('household', places.commune, [['honoured', '2017-11-01']]);
    await open.db
      .insertInto('honour')
      .values([
        { exemplar_id: id, honoured_on: '2017-11-01', occasion: 'Hội nghị', level: 'province' },
        { exemplar_id: id, honoured_on: '2018-01-01', occasion: 'Hội nghị', level: 'province' },
      ])
      .execute();
    const figures = await figuresOn(plan.planId, 2017, '2017-12-31');
    expect(figures.awards).toMatchObject([{ level: 'province', household: 1, individual: 0, collective: 0 }]);
  });

  it('hold what was promised for the year against what was done by the closing day', async () => {
    const id = await lifeOf('household', places.commune, [['nurtured', '2020-01-01']]);
    await open.db
      .insertInto('support_action')
      .values([
        {
          exemplar_id: id,
          kind: 'skill',
          what: 'A',
          due_on: '2020-03-01',
          done_on: '2020-04-01',
          result: 'xong',
          cost: 5_000_000,
        },
        {
          exemplar_id: id,
          kind: 'skill',
          what: 'B',
          due_on: '2020-06-01',
          done_on: '2020-12-20',
          result: 'xong',
          cost: 1,
        },
        { exemplar_id: id, kind: 'skill', what: 'C', due_on: '2021-06-01' },
      ])
      .execute();
    const { help } = await figuresOn(plan.planId, 2020, '2020-11-30');
    expect(help).toMatchObject({ supportDue: 2, supportDone: 1, costOfDone: 5_000_000, helpDue: 0 });
  });

  it('of a plan without exemplars are zeros and unknowns, not errors', async () => {
    const empty = await makePlan(open.db, places.lead);
    const figures = await figuresOn(empty.planId, 2018, '2018-12-31');
    expect(figures.standing).toEqual([]);
    expect(figures.checks).toMatchObject({ due: 0, done: 0, effect: null });
  });
});
