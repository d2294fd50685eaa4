import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { stateSql } from './done.ts';
import { DUTY_STATES, type DutyFacts, isOpen, stateOf } from './state.ts';

let database: FreshDatabase;
let open: OpenDb;
beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const ITEM: DutyFacts = {
  periodFrom: '2018-01-01',
  dueOn: '2018-12-10',
  doneOn: null,
  excusedOn: null,
  nothingToDo: false,
};

it('is open until the end of its day, and late from the next one on', () => {
  expect(stateOf(ITEM, '2018-12-10')).toBe('open');
  expect(stateOf(ITEM, '2018-12-11')).toBe('late');
});

it('is done in time on its day, late after it, and not yet done before it was', () => {
  expect(stateOf({ ...ITEM, doneOn: '2018-12-10' }, '2019-01-01')).toBe('done');
  expect(stateOf({ ...ITEM, doneOn: '2018-12-11' }, '2019-01-01')).toBe('done_late');
  expect(stateOf({ ...ITEM, doneOn: '2018-12-20' }, '2018-12-15')).toBe('late');
});

it('stays done when it was excused as well, and is never late once excused', () => {
  expect(stateOf({ ...ITEM, excusedOn: '2018-11-01', doneOn: '2018-12-01' }, '2019-01-01')).toBe('done');
  expect(stateOf({ ...ITEM, excusedOn: '2018-11-01' }, '2019-01-01')).toBe('excused');
});

it('is nothing to be done only once its period has begun: who knows what a later year brings', () => {
  expect(stateOf({ ...ITEM, nothingToDo: true }, '2018-01-01')).toBe('void');
  expect(stateOf({ ...ITEM, nothingToDo: true }, '2017-12-31')).toBe('open');
});

it('counts as still to be done while open or late', () => {
  expect(DUTY_STATES.filter(isOpen)).toEqual(['late', 'open']);
});

it('is the same rule in SQL, for every mixture of days', async () => {
  const days = [null, '2017-06-01', '2018-12-10', '2018-12-11', '2019-02-01'];
  const facts = days.flatMap((doneOn) =>
    days.flatMap((excusedOn) =>
      [true, false].map((nothingToDo) => ({ ...ITEM, doneOn, excusedOn, nothingToDo })),
    ),
  );
  for (const day of ['2017-12-31', '2018-12-10', '2018-12-11', '2019-03-01']) {
    const { rows } = await sql<{ state: string }>`
      SELECT ${stateSql(day)} AS state
      FROM jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) AS f("periodFrom" date, "dueOn" date, "doneOn" date,
        "excusedOn" date, "nothingToDo" boolean),
      LATERAL (SELECT "periodFrom" AS period_from, "dueOn" AS due_on, "excusedOn" AS excused_on) AS i,
      LATERAL (SELECT "doneOn" AS done_on, "nothingToDo" AS nothing_to_do) AS s`.execute(open.db);
    expect(rows.map(({ state }) => state)).toEqual(facts.map((item) => stateOf(item, day)));
  }
});
