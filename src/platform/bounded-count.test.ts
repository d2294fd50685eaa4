import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { COUNT_LIMIT, countUpToLimit } from './bounded-count.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite([]);
});
afterAll(() => site.close());

describe('counting a list', () => {
  it.each([
    [0, 0],
    [COUNT_LIMIT, COUNT_LIMIT],
    [COUNT_LIMIT + 1, null],
    [COUNT_LIMIT * 3, null],
  ])('of %i rows answers %s', async (rows, told) => {
    const numbers = sql<{ n: number }>`(SELECT n FROM generate_series(1, ${rows}::int) AS n)`.as('numbers');
    expect(await countUpToLimit(site.db, site.db.selectFrom(numbers).select('numbers.n'))).toBe(told);
  });
});
