import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { createSubjects } from './create-many.ts';
import type { SubjectFacts } from './facts.ts';

let fresh: FreshDatabase;
let open: OpenDb;
beforeAll(async () => {
  fresh = await freshDatabase();
  open = openDb(fresh.url);
});
afterAll(async () => {
  await open.close();
  await fresh.drop();
});

const people = (count: number): SubjectFacts[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'individual',
    fullName: `Nguyễn Văn Thứ ${n}`,
    birthYear: 1950 + (n % 50),
    place: `Khu ${n % 9}`,
    position: null,
    representative: null,
  }));

describe('many subjects are written at once', () => {
  it.each([[3], [2_500]])(
    '%i of them: each with its number, in their order, found by name',
    async (count) => {
      const all = people(count);
      const ids = await open.db.transaction().execute((tx) => createSubjects(tx, all, true));
      expect(new Set(ids).size).toBe(count);
      const rows = await open.db
        .selectFrom('subject')
        .select(['id', 'full_name', 'birth_year', 'place', 'is_sample'])
        .where('id', 'in', ids)
        .orderBy('id')
        .execute();
      const expected = all.map((one, n) => ({
        id: ids[n],
        full_name: one.fullName,
        birth_year: one.birthYear,
        place: one.place,
        is_sample: true,
      }));
      expect(rows).toEqual(expected.toSorted((one, other) => Number(one.id) - Number(other.id)));
    },
  );

  it('none at all', async () => {
    expect(await open.db.transaction().execute((tx) => createSubjects(tx, [], false))).toEqual([]);
  });
});
