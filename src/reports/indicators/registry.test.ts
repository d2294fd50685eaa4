import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts';
import {
  type MadeOffice,
  makeActor,
  makePlan,
  makeProvince,
  type Province,
} from '../../../test/factories.ts';
import { slowFigures } from '../../../test/oracles/indicators.ts';
import { type Life, lives, writeLife } from '../../../test/report-life.ts';
import type { Actor } from '../../identity/actor.ts';
import { type OpenDb, openDb } from '../../platform/db.ts';
import { behindFigure } from '../behind.ts';
import type { IndicatorScope } from './kinds.ts';
import { figuresOf, figuresQuery, INDICATORS, indicator } from './registry.ts';

let database: FreshDatabase;
let open: OpenDb;
let places: Province;
let offices: MadeOffice[];
let viewer: Actor;
let awardFormId: number;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  places = await makeProvince(open.db);
  offices = [places.province, places.lead, places.district, places.commune, places.otherCommune];
  viewer = await makeActor(open.db, [['viewer', places.province, 'all']]);
  const form = await open.db
    .insertInto('award_form')
    .values({ name: 'Bằng khen', rank: 1, level: 'province' })
    .returning('id')
    .executeTakeFirstOrThrow();
  awardFormId = form.id;
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const keys = INDICATORS.map((one) => one.key);

/** A plan of its own with one pilot field and one that is none. */
async function makeGround() {
  const plan = await makePlan(open.db, places.lead, { kind: 'at_least', number: 2 });
  const other = await open.db
    .insertInto('pilot_field')
    .values({
      plan_id: plan.planId,
      ord: 2,
      name: 'Ngoài điểm',
      lead_office_id: places.lead.id,
      subject_kinds: ['individual'],
      is_pilot: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { planId: plan.planId, fieldIds: [plan.fieldId, other.id], offices, awardFormId };
}

/** Which offices (by number) each scope of the test holds; the standing body has no exemplars. */
const SCOPES = [
  { office: 0, reach: 'branch', holds: [0, 1, 2, 3, 4] },
  { office: 2, reach: 'branch', holds: [2, 3, 4] },
  { office: 2, reach: 'own', holds: [2] },
  { office: 3, reach: 'branch', holds: [3] },
] as const;

/** One more office without exemplars, in the figures of offices. */
function withMore(key: string, value: number | null, more: number): number | null {
  return key === 'dv_tong' || key === 'dv_chua_co_dh' ? (value ?? 0) + more : value;
}

async function expectLists(scope: IndicatorScope, figures: ReadonlyMap<string, number | null>) {
  for (const one of INDICATORS.filter(({ isCount }) => isCount)) {
    const list = await behindFigure(open.db, viewer, one, scope, 1);
    expect(list.total, one.key).toBe(figures.get(one.key));
    expect([list.seen, list.rows.length], one.key).toEqual([list.total, Math.min(list.total, 100)]);
  }
}

describe('the registry', () => {
  it('holds at least forty indicators, each with a key of its own, a definition of one sentence and a way to add up', () => {
    expect(keys.length).toBeGreaterThanOrEqual(40);
    expect(new Set(keys).size).toBe(keys.length);
    for (const one of INDICATORS) {
      expect(one.key).toMatch(/^[a-z0-9_]{1,60}$/);
      expect(one.definition, one.key).toMatch(/^\p{Lu}.*\.$/u);
      expect(one.definition.length, one.key).toBeLessThan(250);
      expect(one.unit, one.key).not.toBe('');
      // a share of a share means nothing
      if (one.unit === '%') expect(one.add, one.key).toBe('none');
      if (one.isCount) expect(one.add, one.key).not.toBe('mean');
    }
  });

  it('answers null for a key that does not exist', async () => {
    const scope: IndicatorScope = {
      planId: 0,
      officeId: places.province.id,
      reach: 'branch',
      from: '2018-01-01',
      to: '2018-12-31',
    };
    expect(await figuresOf(open.db, ['khong_co'], scope)).toEqual(new Map([['khong_co', null]]));
    expect(indicator('khong_co')).toBeNull();
  });
});

describe('figures of any records, offices and days', () => {
  const period = fc.constantFrom(
    { from: '2017-01-01', to: '2017-12-31' },
    { from: '2017-01-01', to: '2017-06-30' },
    { from: '2018-07-01', to: '2018-09-15' },
  );

  it('are those that a slow count finds, and each list is as long as its figure says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lives, { maxLength: 14 }),
        period,
        fc.constantFrom(...SCOPES),
        async (all: Life[], { from, to }, { office, reach, holds }) => {
          const ground = await makeGround();
          for (const life of all) await writeLife(open.db, life, ground);
          const officeId = offices[office]?.id ?? 0;
          const scope: IndicatorScope = { planId: ground.planId, officeId, reach, from, to };
          const figures = await figuresOf(open.db, keys, scope);
          const slow = slowFigures(all, { offices: new Set(holds), from, to });
          // the standing body of the small province is an office too, without exemplars
          const more = office === 0 ? 1 : 0;
          const expected = new Map([...slow].map(([key, value]) => [key, withMore(key, value, more)]));
          expect(new Map([...figures].filter(([key]) => slow.has(key)))).toEqual(expected);
          await expectLists(scope, figures);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('the query of all figures', () => {
  it('is one, however many figures are asked for, and reads each kind of record once', () => {
    const scope: IndicatorScope = {
      planId: 1,
      officeId: 1,
      reach: 'branch',
      from: '2018-01-01',
      to: '2018-12-31',
    };
    const { sql: text } = figuresQuery(INDICATORS, scope).compile(open.db);
    expect(text.match(/FROM honour h\s+JOIN/g)).toHaveLength(1);
    expect(text.match(/standing AS MATERIALIZED/g)).toHaveLength(1);
  });

  it('finds the plan, its exemplars and their steps by indexes when there are many others', async () => {
    const ground = await makeGround();
    await sql`
      INSERT INTO subject (kind, full_name) SELECT 'individual', 'Người ' || n FROM generate_series(1, 6000) n`.execute(
      open.db,
    );
    await sql`
      INSERT INTO exemplar (plan_id, subject_id, office_id, state, origin)
      SELECT CASE WHEN s.id % 60 = 0 THEN ${ground.planId}::bigint END, s.id, ${places.commune.id}, 'found', 'office'
      FROM subject s WHERE s.full_name LIKE 'Người _%'`.execute(open.db);
    await sql`
      INSERT INTO exemplar_step (exemplar_id, action, to_state, on_day)
      SELECT e.id, 'record', 'found', '2018-02-01' FROM exemplar e, generate_series(1, 3)`.execute(open.db);
    await sql`ANALYZE subject, exemplar, exemplar_step`.execute(open.db);
    const scope: IndicatorScope = {
      planId: ground.planId,
      officeId: places.province.id,
      reach: 'branch',
      from: '2018-01-01',
      to: '2018-12-31',
    };
    const query = figuresQuery(INDICATORS, scope);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${query}`.execute(open.db);
    const text = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Cond: \(+plan_id = |exemplar_plan_state/);
    expect(text).toMatch(/exemplar_step_exemplar/);
    expect(text).not.toMatch(/Seq Scan on exemplar_step/);
  });
});
