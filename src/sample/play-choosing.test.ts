import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FreshDatabase } from '../../test/database.ts';
import { sampleDatabase } from '../../test/sample-database.ts';
import { askedOffices, hasAnswered } from '../choosing/offices-asked.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { SAMPLE_TODAY } from './days.ts';

let database: FreshDatabase;
let open: OpenDb;
beforeAll(async () => {
  database = await sampleDatabase();
  open = openDb(database.url);
}, 120_000);
afterAll(async () => {
  await open.close();
  await database.drop();
});

describe('the household field of the sample', () => {
  test('has decisions of all three kinds being prepared, and a list applied with its paper', async () => {
    const { rows } = await sql<{ state: string; actions: string[]; number: string | null }>`
      SELECT l.state, array_agg(d.action ORDER BY d.action) AS actions, max(l.paper ->> 'number') AS number
      FROM decision_list l JOIN pilot_field f ON f.id = l.field_id JOIN prepared_decision d ON d.list_id = l.id
      WHERE f.quota_number = 5 GROUP BY l.id ORDER BY l.id`.execute(open.db);
    expect(rows).toEqual([
      { state: 'applied', actions: ['decline', 'wait'], number: '57' },
      { state: 'open', actions: ['choose', 'decline', 'wait', 'wait'], number: null },
    ]);
  });

  test('has offices that said that they have nobody, and two that are silent', async () => {
    const field = await open.db
      .selectFrom('pilot_field')
      .select('id')
      .where('quota_number', '=', 5)
      .executeTakeFirstOrThrow();
    const asked = await askedOffices(open.db, field.id, SAMPLE_TODAY);
    expect(asked).toHaveLength(13);
    expect(asked.filter((office) => !hasAnswered(office))).toHaveLength(2);
  });
});
