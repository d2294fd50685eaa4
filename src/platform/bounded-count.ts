import type { SelectQueryBuilder } from 'kysely';
import type { Reader } from './db.ts';

/** Beyond this many, a number is told as "hơn 1.000": counting on would cost more than it tells. */
export const COUNT_LIMIT = 1_000;

/**
 * How many rows a query finds: exact up to the limit, null beyond it.
 *
 * @param rows the query with any one column of the rows, without an order
 */
export async function countUpToLimit<Source, Tables extends keyof Source, Row>(
  db: Reader,
  rows: SelectQueryBuilder<Source, Tables, Row>,
): Promise<number | null> {
  const { count } = await db
    .selectFrom(rows.limit(COUNT_LIMIT + 1).as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count > COUNT_LIMIT ? null : count;
}
