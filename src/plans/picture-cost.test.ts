import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { settleTables } from '../../test/settled-tables.ts';
import { sharesQuery } from './allocations.ts';
import { branchQuery } from './branches.ts';
import { fieldsQuery } from './queries.ts';

let many: ManyExemplars;
let planId: number;
beforeAll(async () => {
  many = await manyExemplars();
  planId = (await many.db.selectFrom('plan').select('id').executeTakeFirstOrThrow()).id;
  const [field, province] = [many.fieldId, many.place.province.id];
  await sql`INSERT INTO quota_allocation (field_id, ord, kind_id, below_id, number)
    VALUES (${field}, 1, 'commune', ${province}, 2)`.execute(many.db);
  await settleTables(many.db, 'exemplar');
});
afterAll(() => many.close());

async function explained(query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${query}`.execute(many.db);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it('counts the exemplars of the offices, of the fields and of their shares from an index alone', async () => {
  expect(await explained(branchQuery(planId))).toContain('Index Only Scan using exemplar_plan_offices');
  expect(await explained(fieldsQuery(planId))).toContain('Index Only Scan using exemplar_field_counts');
  expect(await explained(sharesQuery(planId, '2018-01-01'))).toContain(
    'Index Only Scan using exemplar_field_counts',
  );
});
