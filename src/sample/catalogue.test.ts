import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeActor } from '../../test/factories.ts';
import { PROGRAM } from '../identity/actor.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import type { CatalogueSeed } from './catalogue.ts';
import { extendCatalogue } from './catalogue-later.ts';
import { emptyProvince } from './empty-province.ts';
import { loadCriteriaSeed } from './load-criteria.ts';
import { readSeed } from './seed-files.ts';

const clock = new SettableClock('2026-01-05');
let database: FreshDatabase;
let open: OpenDb;
beforeEach(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

/** An installation after its first start; answers its province. */
async function started(): Promise<number> {
  const { officeId } = await open.db
    .transaction()
    .execute((tx) =>
      emptyProvince(tx, { db: tx, clock, actor: PROGRAM, ip: null, requestKey: null }, 'Tỉnh Thử'),
    );
  await makeActor(open.db, []);
  return officeId;
}

/** As the program before issue 4 left it: nothing remembered, and nothing of what came with it. */
async function ofBefore(): Promise<number> {
  const officeId = await started();
  const { db } = open;
  await db.deleteFrom('criterion').execute();
  for (const table of [
    'criteria_set',
    'norm',
    'consent_law',
    'measure_range',
    'measure',
    'seed_given',
  ] as const)
    await db.deleteFrom(table).execute();
  return officeId;
}

const extend = () => extendCatalogue(open.db, clock);
const countOf = async (
  table: 'measure' | 'consent_law' | 'criteria_set' | 'holiday' | 'seed_given' | 'norm',
) =>
  (
    await open.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;
const told = () =>
  open.db.selectFrom('audit_event').selectAll().where('kind', '=', 'catalogue.extended').execute();

describe('the catalogue of law', () => {
  it('is left to the first start where there has been none', async () => {
    expect(await extend()).toEqual({});
    expect([await countOf('measure'), await countOf('seed_given'), (await told()).length]).toEqual([0, 0, 0]);
  });

  it('is given by the first start, which remembers it: a later start adds nothing', async () => {
    await started();
    const counts = [await countOf('measure'), await countOf('consent_law'), await countOf('criteria_set')];
    expect(await extend()).toEqual({});
    expect([await countOf('measure'), await countOf('consent_law'), await countOf('criteria_set')]).toEqual(
      counts,
    );
    expect(await told()).toEqual([]);
  });

  it('comes once to an installation of before, told as done by the program', async () => {
    await ofBefore();
    const { measures } = await readSeed('measures.json');
    const { laws } = await readSeed('consent-law.json');
    const { norms, sets } = await readSeed('criteria-sets.json');
    expect(await extend()).toEqual({
      'chỉ số': measures.length,
      'căn cứ pháp luật của phiếu đồng ý': laws.length,
      'định mức': norms.length,
      'bộ tiêu chí': sets.filter((set) => set.for === 'everywhere').length,
    });
    expect(await told()).toMatchObject([
      { actor_id: null, thing: 'setting', after: { 'chỉ số': measures.map(({ name }) => name).join('; ') } },
    ]);
    expect(await extend()).toEqual({});
    expect(await told()).toHaveLength(1);
  });

  it('brings the sets of Phú Thọ to Phú Thọ alone', async () => {
    const officeId = await ofBefore();
    await open.db.updateTable('office').set({ code: '25' }).where('id', '=', officeId).execute();
    const { sets } = await readSeed('criteria-sets.json');
    expect((await extend())['bộ tiêu chí']).toBe(sets.length);
  });

  it('never brings back or overwrites what people changed or took away', async () => {
    await started();
    const { db } = open;
    const measure = await db.selectFrom('measure').selectAll().orderBy('id').executeTakeFirstOrThrow();
    await db.updateTable('measure').set({ name: 'Tên của tỉnh' }).where('id', '=', measure.id).execute();
    await db.deleteFrom('consent_law').execute();
    const holidays = await countOf('holiday');
    await db.deleteFrom('holiday').where('day', '=', '2018-09-02').execute();
    expect(await extend()).toEqual({});
    expect(await countOf('consent_law')).toBe(0);
    expect(await countOf('holiday')).toBe(holidays - 1);
    const now = await db.selectFrom('measure').select('name').where('id', '=', measure.id).execute();
    expect(now).toEqual([{ name: 'Tên của tỉnh' }]);
  });

  it('takes it that what is missing from a part given before anything was remembered was taken away', async () => {
    await ofBefore();
    const holidays = await countOf('holiday');
    await open.db.deleteFrom('holiday').where('day', '=', '2018-09-02').execute();
    expect((await extend())['ngày nghỉ']).toBeUndefined();
    expect(await countOf('holiday')).toBe(holidays - 1);
    expect(await extend()).toEqual({});
  });

  it('comes once when two programs start at the same moment', async () => {
    await ofBefore();
    const other = openDb(database.url);
    const answers = await Promise.all([extend(), extendCatalogue(other.db, clock), extend()]);
    await other.close();
    expect(answers.filter((answer) => Object.keys(answer).length > 0)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect(await countOf('measure')).toBe((await readSeed('measures.json')).measures.length);
  });

  it('of a new version adds only what is new', async () => {
    await started();
    const holding = (items: Record<string, string>): CatalogueSeed => ({
      name: 'thu',
      title: 'mục thử',
      items: async () => Object.entries(items).map(([key, content]) => ({ key, name: key, content })),
      present: async (tx) =>
        (await tx.selectFrom('movement').select('name').execute()).map(({ name }) => name),
      add: async (tx, keys) => {
        const rows = [...keys].map((name) => ({ name }));
        await tx.insertInto('movement').values(rows).execute();
      },
    });
    const give = (items: Record<string, string>) => extendCatalogue(open.db, clock, [holding(items)]);
    expect(await give({ a: '1', b: '1' })).toEqual({ 'mục thử': 2 });
    await open.db.deleteFrom('movement').where('name', '=', 'a').execute();
    expect(await give({ a: '2', b: '2', c: '1' })).toEqual({ 'mục thử': 1 });
    expect(await give({ a: '2', b: '2', c: '1' })).toEqual({});
    const names = await open.db.selectFrom('movement').select('name').orderBy('name').execute();
    expect(names.map(({ name }) => name)).toEqual(['b', 'c']);
    expect((await told()).map(({ after }) => after)).toEqual([{ 'mục thử': 'a; b' }, { 'mục thử': 'c' }]);
  });

  it('brings an edition against which one of the office stands as a draft after it', async () => {
    await started();
    const { db } = open;
    const { sets } = await readSeed('criteria-sets.json');
    const law = sets.find(({ key }) => key === 'ntm-2026');
    const last = await db
      .selectFrom('criteria_set')
      .selectAll()
      .where('seed_key', '=', 'ntm-2026')
      .executeTakeFirstOrThrow();
    await db.updateTable('criteria_set').set({ valid_to: '2027-12-31' }).where('id', '=', last.id).execute();
    await db
      .insertInto('criteria_set')
      .values({
        ...{ name: 'Bộ của tỉnh', subject_kinds: last.subject_kinds, legal_basis: last.legal_basis },
        ...{ valid_from: '2028-01-01', first_id: last.first_id, edition: last.edition + 1 },
      })
      .execute();
    if (!law) throw new Error('ntm-2026');
    const next = { ...law, key: 'ntm-2029', follows: 'ntm-2026', validFrom: '2029-01-01', validTo: null };
    await db.transaction().execute((tx) => loadCriteriaSeed(tx, { norms: [], sets: [next] }, false));
    const made = await db.selectFrom('criteria_set').selectAll().where('seed_key', '=', 'ntm-2029').execute();
    expect(made).toMatchObject([{ state: 'draft', edition: last.edition + 2, first_id: last.first_id }]);
  });
});
