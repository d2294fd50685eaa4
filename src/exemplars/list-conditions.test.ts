import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_DAY } from '../../test/factories.ts';
import { MANY, type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import { type ExemplarFilter, type ListPlace, readFilter } from './list-filter.ts';
import { sortedQuery } from './list-query.ts';

const START: ListPlace = { kind: 'start' };
const at = (filter: Partial<ExemplarFilter>): ExemplarFilter => ({ ...readFilter({}), ...filter });

let many: ManyExemplars;
beforeAll(async () => {
  many = await manyExemplars();
});
afterAll(() => many.close());

describe('a filter', () => {
  const cases: [name: string, filter: () => Partial<ExemplarFilter>, where: string][] = [
    ['text without marks, words in any order', () => ({ text: 'hoang le' }), "full_name LIKE 'Lê Hoàng%'"],
    ['several states', () => ({ states: ['found', 'honoured'] }), "state IN ('found', 'honoured')"],
    ['field', () => ({ fieldId: many.fieldId }), 'field_id IS NOT NULL'],
    ['kind', () => ({ kind: 'household' }), "subject_kind = 'household'"],
    ['district', () => ({ districtId: many.place.district.id }), 'true'],
    ['office', () => ({ officeId: many.place.commune.id }), 'id % 100 = 0'],
    ['year found', () => ({ foundYear: 2017 }), 'extract(year FROM found_on) = 2017'],
    ['level', () => ({ level: 'province' }), "level = 'province'"],
    [
      'missing check: under care and not checked this year',
      () => ({ checkMissing: true }),
      "state = 'nurtured'",
    ],
    ['signs alone: no name', () => ({ text: '%%' }), 'false'],
  ];
  it.each(cases)('by %s lets through exactly those', async (_name, filter, where) => {
    const found = await sortedQuery(
      many.db,
      many.standing,
      at(filter()),
      START,
      TEST_DAY,
      MANY + 1,
    ).execute();
    const expected = await sql<{ id: number }>`SELECT id FROM exemplar WHERE ${sql.raw(where)}`.execute(
      many.db,
    );
    expect(found.map((row) => row.id).toSorted()).toEqual(expected.rows.map((row) => row.id).toSorted());
  });
});
