import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { candidatesQuery } from './candidates.ts';
import { SORTS } from './list-filter.ts';

let many: ManyExemplars;
beforeAll(async () => {
  many = await manyExemplars();
  // of the field's two hundred some are proposed, and some of these wait
  await sql`UPDATE exemplar SET state = CASE WHEN id % 300 = 0 THEN 'waiting' ELSE 'proposed' END
    WHERE field_id = ${many.fieldId} AND id % 500 <> 0`.execute(many.db);
  await sql`ANALYZE exemplar`.execute(many.db);
});
afterAll(() => many.close());

async function planOf(query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${query}`.execute(many.db);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it.each(SORTS)('finds the candidates of a field among 20,000 by its index, sorted by %s', async (sort) => {
  const filter = { tab: 'ung-vien' as const, kind: null, officeId: null, sort };
  for (const actor of [many.lead, many.standing]) {
    const plan = await planOf(candidatesQuery(actor, many.fieldId, filter));
    expect(plan).toMatch(/exemplar_field/);
    expect(plan).not.toMatch(/Seq Scan on exemplar /);
    expect((await candidatesQuery(actor, many.fieldId, filter).execute(many.db)).rows.length).toBeGreaterThan(
      0,
    );
  }
});
