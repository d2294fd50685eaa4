import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { TEST_DAY } from '../../test/factories.ts';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { type ExemplarFilter, type ListPlace, readFilter, SORTS } from './list-filter.ts';
import { countMatching, listPage, PAGE_SIZE, sortedQuery } from './list-query.ts';

const START: ListPlace = { kind: 'start' };
const at = (filter: Partial<ExemplarFilter>): ExemplarFilter => ({ ...readFilter({}), ...filter });

let many: ManyExemplars;
beforeAll(async () => {
  many = await manyExemplars();
});
afterAll(() => many.close());

describe('the cost of a page', () => {
  const scansOfPage = (filter: Partial<ExemplarFilter>, from: ListPlace): Promise<string[]> =>
    scansOf(sortedQuery(many.db, many.standing, at(filter), from, TEST_DAY, PAGE_SIZE + 1));

  it('does not grow with the list: each order is read from an index, on the first page and on later ones', async () => {
    const expected = {
      ten: ['Index Scan exemplar exemplar_sorted'],
      sua: ['Index Scan exemplar exemplar_changed'],
      don_vi: ['Index Only Scan office office_sorted', 'Index Scan exemplar exemplar_office'],
    };
    for (const sort of SORTS) {
      const first = await listPage(many.db, many.standing, at({ sort }), START, TEST_DAY);
      for (const from of [START, first.next ?? START]) {
        const scans = await scansOfPage({ sort }, from);
        expect(scans).toEqual(expect.arrayContaining(expected[sort]));
        expect(scans.filter((scan) => scan.startsWith('Seq Scan exemplar'))).toEqual([]);
      }
    }
  });

  it('is two queries, with one row as with a full page', async () => {
    let count = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        count++;
        return result;
      },
    };
    const db = many.db.withPlugin(counting);
    const costs = [];
    for (const filter of [at({}), at({ text: 'không có ai' }), at({ officeId: many.place.commune.id })]) {
      count = 0;
      await listPage(db, many.standing, filter, START, TEST_DAY);
      await countMatching(db, many.standing, filter, TEST_DAY);
      costs.push(count);
    }
    expect(costs).toEqual([2, 2, 2]);
  });
});
