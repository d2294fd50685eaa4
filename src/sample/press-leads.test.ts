import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { PROGRAM } from '../identity/actor.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { loadPhuTho } from './phu-tho.ts';
import { loadPressLeads } from './press-leads.ts';
import { readSeed } from './seed-files.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  await open.db.transaction().execute(async (tx) => {
    const acting = {
      db: tx,
      clock: new SettableClock('2018-11-15'),
      actor: PROGRAM,
      ip: null,
      requestKey: null,
    };
    const { offices } = await loadPhuTho(tx, acting);
    await loadPressLeads(tx, acting, offices);
  });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const leads = () =>
  open.db
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .selectAll('e')
    .select(['s.full_name as name', 's.place', 'o.name as office'])
    .orderBy('e.id')
    .execute();

test('the 17 exemplars of the press come in as leads: found, unjudged, with their sources, and not as a sample', async () => {
  const rows = await leads();
  expect(rows).toHaveLength(17);
  for (const row of rows) {
    expect(row).toMatchObject({
      state: 'found',
      origin: 'press',
      plan_id: null,
      field_id: null,
      found_on: null,
    });
    expect(row).toMatchObject({ is_sample: false, statement: null, proposed_by: null, level: null });
    expect(row.sources.every((source) => source.startsWith('http'))).toBe(true);
    expect(row.sources.length).toBeGreaterThan(0);
    expect(row.field_hint).toMatch(/\S/);
  }
});

test('nothing is added to what the pages say: every figure with its hedging word, self-declared', async () => {
  const { leads: written } = await readSeed('phu-tho-2016/press-leads.json');
  const kept = await open.db
    .selectFrom('achievement')
    .select(['statement', 'measure', 'value', 'unit', 'year', 'trust'])
    .orderBy('id')
    .execute();
  const expected = written.flatMap((lead) => [
    ...lead.achievements.map((statement) => ({ statement, measure: null, value: null, unit: null })),
    ...lead.figures.map(({ what, value, unit }) => ({ statement: what, measure: what, value, unit })),
  ]);
  expect(kept).toEqual(expected.map((one) => ({ ...one, year: null, trust: 'self_declared' })));
  expect(kept.find((one) => one.value === 20)?.measure).toBe('doanh thu mỗi năm (trên)');
});

test('a lead lies with its commune where commune and district match exactly, else with the standing body', async () => {
  const where = Object.fromEntries((await leads()).map((row) => [row.name, row.office]));
  expect(where['Đỗ Quốc Thuận']).toBe('Xã Thạch Khoán');
  expect(where['Huyện Tam Nông']).toBe('Huyện Tam Nông');
  // the page says huyện Phù Ninh, the list of 2016 thị xã Phú Thọ: not for a program to decide
  expect(where['Gia đình Nguyễn Ngọc Đô - Cấn Thị Thìn']).toBe('Ban Thi đua - Khen thưởng');
  // another province
  expect(where['Trịnh Văn Lực']).toBe('Ban Thi đua - Khen thưởng');
});
