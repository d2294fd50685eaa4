// long: everything that can happen to what is counted, side by side
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, giveDuty, walk, yearlyReport } from '../../test/duty-world.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import {
  keptStretches,
  keptTallies,
  reckonStretches,
  reckonTallies,
} from '../../test/oracles/kept-for-duties.ts';
import { addDays } from '../calendar/days.ts';
import type { Db } from '../platform/db.ts';
import { openDb } from '../platform/db.ts';
import { dutyItems } from './queries.ts';

const TODAY = '2018-11-15';

let world: DutyWorld;
let exemplars: number[];
let offices: number[];
beforeAll(async () => {
  world = await dutyWorld();
  const { place } = world;
  offices = [place.commune.id, place.otherCommune.id, place.district.id, place.lead.id];
});
afterAll(() => world.close());

beforeEach(async () => {
  const { db } = world;
  for (const table of ['exemplar_check', 'exemplar_care', 'exemplar_step', 'duty'] as const)
    await db.deleteFrom(table).execute();
  exemplars = [];
  for (let n = 0; n < 5; n++)
    exemplars.push(await makeExemplar(world, { state: 'nurtured', officeId: offices[n % 2] ?? 0 }));
  await db.deleteFrom('exemplar_step').execute();
  for (const what of ['check', 'proposal'] as const)
    await giveDuty(
      world,
      yearlyReport(world, {
        name: what,
        what,
        reportFormKey: null,
        who: { by: 'branch', belowId: world.place.province.id },
      }),
      '2016-01-02',
    );
});

type Happening =
  | { kind: 'steps'; steps: { who: number; state: string; day: string }[] }
  | { kind: 'check'; checks: { who: number; day: string }[] }
  | { kind: 'correct'; who: number; day: string }
  | { kind: 'uncheck'; who: number }
  | { kind: 'handOver'; who: number; from: number }
  | { kind: 'move'; who: number; office: number }
  | { kind: 'redate'; nth: number; days: number }
  | { kind: 'drop'; nth: number }
  | { kind: 'turn' };

const who = fc.nat(4);
const day = fc.integer({ min: 0, max: 1000 }).map((n) => addDays('2016-01-10', n));
const state = fc.constantFrom('found', 'nurtured', 'recognised', 'held', 'withdrawn');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('steps' as const),
      steps: fc.array(fc.record({ who, state, day }), { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('check' as const),
      checks: fc.array(fc.record({ who, day }), { minLength: 1, maxLength: 5 }),
    }),
  },
  fc.record({ kind: fc.constant('correct' as const), who, day }),
  fc.record({ kind: fc.constant('uncheck' as const), who }),
  fc.record({ kind: fc.constant('handOver' as const), who, from: who }),
  fc.record({ kind: fc.constant('move' as const), who, office: fc.nat(3) }),
  fc.record({
    kind: fc.constant('redate' as const),
    nth: fc.nat(30),
    days: fc.integer({ min: -60, max: 400 }),
  }),
  fc.record({ kind: fc.constant('drop' as const), nth: fc.nat(30) }),
  fc.record({ kind: fc.constant('turn' as const) }),
);

const idOf = (one: number): number => exemplars[one] ?? 0;
const WORDS = sql`4, 'Tốt', 4, 'Tốt', 4, 'Tốt', 4, 'Tốt', 'keep'`;

/** All of the steps, or checks, in one statement. */
async function happen(db: Db, what: Happening): Promise<unknown> {
  switch (what.kind) {
    case 'steps':
      return db
        .insertInto('exemplar_step')
        .values(
          what.steps.map((one) => ({
            exemplar_id: idOf(one.who),
            action: one.state === 'found' ? 'propose' : 'step',
            to_state: one.state,
            on_day: one.day,
          })),
        )
        .execute();
    case 'check':
      return checkAll(db, what.checks);
    case 'correct':
      return sql`UPDATE exemplar_check SET checked_on = ${what.day}::date
        WHERE exemplar_id = ${idOf(what.who)}`.execute(db);
    case 'uncheck':
      return db.deleteFrom('exemplar_check').where('exemplar_id', '=', idOf(what.who)).execute();
    case 'handOver':
      return sql`UPDATE exemplar_check SET exemplar_id = ${idOf(what.who)} WHERE exemplar_id = ${idOf(what.from)}
        AND year NOT IN (SELECT year FROM exemplar_check WHERE exemplar_id = ${idOf(what.who)})`.execute(db);
    case 'move':
      return sql`UPDATE exemplar SET office_id = ${offices[what.office] ?? 0} WHERE id = ${idOf(what.who)}`.execute(
        db,
      );
    default:
      return happenToDuties(db, what);
  }
}

function checkAll(db: Db, checks: { who: number; day: string }[]): Promise<unknown> {
  const given = new Map(checks.map((one) => [`${one.who} ${one.day.slice(0, 4)}`, one]));
  const rows = [...given.values()].map(
    (one) => sql`(${idOf(one.who)}, extract(year FROM ${one.day}::date)::int, ${one.day}::date, ${WORDS})`,
  );
  return sql`INSERT INTO exemplar_check (exemplar_id, year, checked_on, effect, effect_words, efficiency,
      efficiency_words, potential, potential_words, influence, influence_words, conclusion)
    VALUES ${sql.join(rows)}
    ON CONFLICT (exemplar_id, year) DO UPDATE SET checked_on = excluded.checked_on`.execute(db);
}

async function happenToDuties(db: Db, what: Happening): Promise<unknown> {
  if (what.kind === 'turn')
    return sql`UPDATE duty SET what = CASE what WHEN 'check' THEN 'proposal' ELSE 'check' END`.execute(db);
  if (what.kind !== 'redate' && what.kind !== 'drop') throw new Error(what.kind);
  const nth = sql`(SELECT id FROM duty_item ORDER BY id OFFSET ${what.nth} LIMIT 1)`;
  return what.kind === 'drop'
    ? sql`DELETE FROM duty_item WHERE id = ${nth}`.execute(db)
    : sql`UPDATE duty_item SET due_on = due_on + ${what.days}::int, period_to = period_to + ${what.days}::int
        WHERE id = ${nth} AND period_to + ${what.days}::int >= period_from`.execute(db);
}

describe('what the database keeps so that done is known at once', () => {
  it('is what follows from the steps, checks and items themselves, whatever happened to them', async () => {
    const { db } = world;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 12 }), async (happenings) => {
        for (const one of happenings) await happen(db, one);
        expect(await keptStretches(db)).toEqual(await reckonStretches(db));
        expect(await keptTallies(db)).toEqual(await reckonTallies(db));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps no due day without an item, and none when a duty of checks is taken off', async () => {
    const { db } = world;
    await walk(db, idOf(0), [['choose', 'nurtured', '2016-02-01']]);
    expect(await keptTallies(db)).toHaveLength(5);
    await db.deleteFrom('duty').where('what', '=', 'check').execute();
    expect(await keptTallies(db)).toEqual([]);
    expect(await db.selectFrom('check_day').selectAll().execute()).toEqual([]);
  });

  it('comes to the same for steps written at once and one after the other', async () => {
    const { db } = world;
    const step = fc.record({ who, state, day });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const results = [];
        for (const batches of [[steps], steps.map((one) => [one])]) {
          await db.deleteFrom('exemplar_care').execute();
          await db.deleteFrom('exemplar_proposed').execute();
          await db.deleteFrom('exemplar_step').execute();
          for (const batch of batches) await happen(db, { kind: 'steps', steps: batch });
          const proposed = db
            .selectFrom('exemplar_proposed')
            .selectAll()
            .orderBy('office_id')
            .orderBy('on_day');
          results.push([await keptStretches(db), await proposed.execute(), await keptTallies(db)]);
        }
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('two people who act at the same time', () => {
  it('are both counted, whoever is done first', async () => {
    const { db } = world;
    const other = openDb(world.url, { max: 1 });
    const mine = [idOf(0), idOf(2)];
    for (const id of mine) await walk(db, id, [['choose', 'nurtured', '2016-02-01']]);
    let second: Promise<unknown> = Promise.resolve();
    await db.transaction().execute(async (tx) => {
      await checkAll(tx, [{ who: 0, day: '2016-10-01' }]);
      second = checkAll(other.db, [{ who: 2, day: '2016-11-01' }]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await second;
    expect(await keptTallies(db)).toEqual(await reckonTallies(db));
    const [item] = await dutyItems(
      db,
      { what: 'check', officeIds: [world.place.commune.id], periodFrom: '2016-01-01' },
      TODAY,
    );
    expect(item?.doneOn).toBe('2016-11-01');
    await other.close();
  });

  it('are both counted when one sets a duty while the other checks', async () => {
    const { db } = world;
    const other = openDb(world.url, { max: 1 });
    await walk(db, idOf(0), [['choose', 'nurtured', '2016-02-01']]);
    let second: Promise<unknown> = Promise.resolve();
    await db.transaction().execute(async (tx) => {
      await checkAll(tx, [{ who: 0, day: '2016-10-01' }]);
      second = sql`UPDATE duty_item SET due_on = due_on + 9`.execute(other.db);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await second;
    expect(await keptTallies(db)).toEqual(await reckonTallies(db));
    await other.close();
  });
});
