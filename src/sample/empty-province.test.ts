import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { PROGRAM } from '../identity/actor.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { emptyProvince } from './empty-province.ts';

const NAME = 'Ủy ban nhân dân tỉnh Thử Nghiệm';

let database: FreshDatabase;
let open: OpenDb;
let officeId: number;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  const clock = new SettableClock('2026-01-05');
  const made = await open.db
    .transaction()
    .execute((tx) => emptyProvince(tx, { db: tx, clock, actor: PROGRAM, ip: null, requestKey: null }, NAME));
  officeId = made.officeId;
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

test('an empty province has its one office, on record, and no sample', async () => {
  const offices = await open.db.selectFrom('office').selectAll().execute();
  expect(offices).toMatchObject([{ id: officeId, name: NAME, parent_id: null, is_sample: false }]);
  const events = await open.db.selectFrom('audit_event').select(['kind', 'thing_id']).execute();
  expect(events).toEqual([{ kind: 'office.created', thing_id: officeId }]);
  expect(await open.db.selectFrom('exemplar').select('id').execute()).toEqual([]);
});

test('an empty province can build its tree: it has the kinds of office and the forms of award', async () => {
  const kinds = await open.db.selectFrom('office_kind').select('id').orderBy('ord').execute();
  expect(kinds.map((kind) => kind.id)).toContain('commune');
  const forms = await open.db.selectFrom('award_form').select('name').execute();
  expect(forms.length).toBeGreaterThan(0);
});
