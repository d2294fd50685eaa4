import { sql } from 'kysely';
import { type ManyExemplars, manyExemplars } from './many-exemplars.ts';

export type ManyStays = ManyExemplars;

/** 100,000 stays of the many exemplars: four that are over for each that lies on a desk now. */
export async function manyStays(): Promise<ManyStays> {
  const many = await manyExemplars();
  const { db, place } = many;
  await sql`
    INSERT INTO desk_stay (paper, paper_id, office_id, since, until, due_on, waits_for)
    SELECT 'exemplar', e.id, e.office_id, DATE '2016-01-01' + (n * 30 + e.id % 20)::int,
      DATE '2016-01-01' + (n * 30 + 30)::int, DATE '2016-01-01' + (n * 30 + 20)::int, 'quyết định'
    FROM exemplar e, generate_series(1, 4) AS n`.execute(db);
  await sql`
    INSERT INTO desk_stay (paper, paper_id, office_id, since, due_on, waits_for)
    SELECT 'exemplar', e.id, CASE WHEN e.id % 3 = 0 THEN ${place.lead.id}::bigint ELSE e.office_id END,
      DATE '2017-01-01' + (e.id % 700)::int, DATE '2017-01-20' + (e.id % 700)::int, 'quyết định'
    FROM exemplar e`.execute(db);
  await sql`ANALYZE`.execute(db);
  return many;
}
