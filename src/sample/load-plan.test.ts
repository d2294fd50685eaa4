import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { PROGRAM } from '../identity/actor.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { loadReference } from './catalogue-seeds.ts';
import { loadPhuTho } from './phu-tho.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  const clock = new SettableClock('2016-05-10');
  await open.db
    .transaction()
    .execute((tx) => loadPhuTho(tx, { db: tx, clock, actor: PROGRAM, ip: null, requestKey: null }));
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

describe('Kế hoạch 1711/KH-UBND', () => {
  test('is in force with its period, its issuer and the documents it rests on', async () => {
    const plan = await open.db.selectFrom('plan').selectAll().executeTakeFirstOrThrow();
    expect(plan).toMatchObject({ number: '1711/KH-UBND', issued_on: '2016-05-10', state: 'in_force' });
    expect(plan).toMatchObject({ period_from: '2016-01-01', period_to: '2020-12-31', is_sample: false });
    const basis = await open.db.selectFrom('plan_basis').select('number').orderBy('ord').execute();
    expect(basis.map((one) => one.number)).toEqual(['34-CT/TW', '23-CT/TU']);
  });

  test('has three stages, each as exact as the text and no more', async () => {
    const stages = await open.db
      .selectFrom('stage')
      .select(['precision', 'from_on', 'to_on'])
      .orderBy('ord')
      .execute();
    expect(stages).toEqual([
      { precision: 'quarter', from_on: '2016-04-01', to_on: '2016-06-30' },
      { precision: 'year', from_on: '2017-01-01', to_on: '2019-12-31' },
      { precision: 'year', from_on: '2020-01-01', to_on: '2020-12-31' },
    ]);
  });

  test('has the two pilot fields of the known text, and four areas of merit beside them without a quota', async () => {
    const fields = await open.db
      .selectFrom('pilot_field as f')
      .innerJoin('office as o', 'o.id', 'f.lead_office_id')
      .select(['f.is_pilot', 'f.quota_kind', 'f.quota_number', 'f.quota_counts', 'o.name as lead'])
      .orderBy('f.ord')
      .execute();
    expect(fields.filter((field) => field.is_pilot)).toEqual([
      {
        ...{ is_pilot: true, quota_kind: 'none', quota_number: null, quota_counts: [] },
        lead: 'Sở Nông nghiệp và Phát triển nông thôn',
      },
      {
        ...{
          is_pilot: true,
          quota_kind: 'exactly',
          quota_number: 5,
          quota_counts: ['household', 'individual'],
        },
        lead: 'Hội Nông dân tỉnh',
      },
    ]);
    const areas = fields.filter((field) => !field.is_pilot);
    expect(areas).toHaveLength(4);
    expect(new Set(areas.map((field) => `${field.quota_kind} ${field.lead}`))).toEqual(
      new Set(['none Ban Thi đua - Khen thưởng']),
    );
  });
});

describe('the reference data', () => {
  test('has every form of award under the law of before and of after 01/01/2024, and no article that nobody read', async () => {
    const forms = await open.db
      .selectFrom('award_form')
      .select(['name', 'legal_basis', 'valid_from', 'valid_to'])
      .orderBy('id')
      .execute();
    expect(forms).toHaveLength(12);
    expect(forms.filter((form) => form.valid_to === '2023-12-31')).toHaveLength(6);
    expect(forms.filter((form) => form.valid_from === '2024-01-01')).toHaveLength(6);
    expect(forms.filter((form) => /[Đđ]iều \d/.test(form.legal_basis ?? ''))).toEqual([]);
  });

  test('is loaded once', async () => {
    await open.db.transaction().execute(loadReference);
    const { count } = await open.db
      .selectFrom('award_form')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(12);
  });
});
