import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { TEST_DAY } from '../../test/factories.ts';
import { type ManyStays, manyStays } from '../../test/many-stays.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import {
  countOnDesks,
  type DeskFilter,
  longestFirst,
  officesWithPapers,
  papersOnDesks,
} from './list-query.ts';

const ALL: DeskFilter = { paper: null, late: false, officeId: null, after: null };

let many: ManyStays;
beforeAll(async () => {
  many = await manyStays();
}, 60_000);
afterAll(() => many.close());

describe('the list of papers on desks, over 100,000 stays', () => {
  it('is read from the index of the longest for those who see all, and from the desks and the offices for others', async () => {
    const forAll = await scansOf(longestFirst(many.db, many.standing, ALL, TEST_DAY));
    expect(forAll).toContain('Index Scan desk_stay desk_stay_longest');
    for (const who of [many.standing, many.officer, many.lead]) {
      for (const filter of [ALL, { ...ALL, late: true }, { ...ALL, paper: 'exemplar' as const }]) {
        const scans = await scansOf(longestFirst(many.db, who, filter, TEST_DAY));
        expect(scans.filter((scan) => scan.startsWith('Seq Scan desk_stay'))).toEqual([]);
      }
    }
    const forOfficer = (await scansOf(longestFirst(many.db, many.officer, ALL, TEST_DAY))).join('\n');
    expect(forOfficer).toContain('desk_stay_office_now');
    expect(forOfficer).toContain('desk_stay_author_now');
  });

  it('begins with the longest and goes on where the page before ended', async () => {
    const first = await papersOnDesks(many.db, many.standing, [exemplarPaper], ALL, TEST_DAY);
    expect(first).toMatchObject({ more: true });
    expect(first.rows).toHaveLength(50);
    const last = first.rows.at(-1)?.stay;
    const after = last ? { since: last.since, id: last.id } : null;
    const second = await papersOnDesks(many.db, many.standing, [exemplarPaper], { ...ALL, after }, TEST_DAY);
    const days = [...first.rows, ...second.rows].map(({ stay }) => stay.since);
    expect(days).toEqual(days.toSorted());
    expect(new Set([...first.rows, ...second.rows].map(({ stay }) => stay.id)).size).toBe(100);
  });

  it('names what one may read, counts up to its limit, and is the same number of queries for one row as for fifty', async () => {
    const { rows } = await papersOnDesks(many.db, many.officer, [exemplarPaper], ALL, TEST_DAY);
    expect(rows.every(({ paper }) => paper !== null)).toBe(true);
    expect(await countOnDesks(many.db, many.standing, ALL, TEST_DAY)).toBeNull();
    const late = await countOnDesks(many.db, many.officer, { ...ALL, late: true }, TEST_DAY);
    expect(late).toBeGreaterThan(0);
    let queries = 0;
    const counted = many.db.withPlugin({
      transformQuery: ({ node }) => {
        queries++;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const costs: number[] = [];
    for (const filter of [ALL, { ...ALL, officeId: many.place.commune.id }]) {
      queries = 0;
      await papersOnDesks(counted, many.standing, [exemplarPaper], filter, TEST_DAY);
      costs.push(queries);
    }
    expect(costs).toEqual([2, 2]);
  });

  it('offers as filters the offices on whose desks something lies that one may see', async () => {
    const offices = await officesWithPapers(many.db, many.officer);
    const { rows } = await sql<{
      id: number;
    }>`SELECT DISTINCT office_id AS id FROM desk_stay WHERE until IS NULL
      AND (office_id = ${many.place.commune.id} OR author_office_id = ${many.place.commune.id})`.execute(
      many.db,
    );
    expect(offices.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });
});
