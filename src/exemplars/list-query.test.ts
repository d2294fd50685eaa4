import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, TEST_DAY } from '../../test/factories.ts';
import { MANY, type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import type { Actor } from '../identity/actor.ts';
import { type ExemplarFilter, type ListPlace, readFilter, SORTS } from './list-filter.ts';
import { countMatching, listPage, PAGE_SIZE } from './list-query.ts';

const PLAIN = readFilter({});
const START: ListPlace = { kind: 'start' };

let many: ManyExemplars;
beforeAll(async () => {
  many = await manyExemplars();
});
afterAll(() => many.close());

const at = (filter: Partial<ExemplarFilter>): ExemplarFilter => ({ ...PLAIN, ...filter });
const pageOf = (actor: Actor, filter: Partial<ExemplarFilter>, from: ListPlace = START) =>
  listPage(many.db, actor, at(filter), from, TEST_DAY);

/** Walks the whole list page by page; answers ids in the order shown. */
async function walk(actor: Actor, filter: Partial<ExemplarFilter>): Promise<number[]> {
  const seen: number[] = [];
  let next: ListPlace | null = START;
  while (next) {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(actor, filter, next);
    seen.push(...page.rows.map((row) => row.id));
    next = page.next;
  }
  return seen;
}

describe('the list of exemplars', () => {
  it('is sorted as Vietnamese lists are: by given name, then by whole name', async () => {
    const { rows } = await pageOf(many.standing, {});
    expect(new Set(rows.map((row) => row.fullName))).toEqual(new Set(['Đỗ An']));
    const officers = await walk(many.officer, {});
    const names = await many.db.selectFrom('exemplar').select(['id', 'full_name']).execute();
    const nameOf = new Map(names.map((row) => [row.id, row.full_name]));
    const shown = [...new Set(officers.map((id) => nameOf.get(id)))];
    expect(shown).toEqual([
      'Nguyễn An',
      'Nguyễn Ánh',
      'Nguyễn Ân',
      'Nguyễn Đào',
      'Nguyễn Hòa',
      'Nguyễn Hoàng',
      'Nguyễn Yến',
    ]);
  });

  it('shows every row exactly once, whatever the order and the direction', async () => {
    const mine = await many.db
      .selectFrom('exemplar')
      .select('id')
      .where('office_id', '=', many.place.commune.id)
      .execute();
    for (const sort of SORTS) {
      for (const descending of [false, true]) {
        const seen = await walk(many.officer, { sort, descending });
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.toSorted((a, b) => a - b)).toEqual(mine.map((row) => row.id).toSorted((a, b) => a - b));
      }
    }
  });

  it('comes back to the same page when one goes on and returns', async () => {
    for (const sort of SORTS) {
      const first = await pageOf(many.standing, { sort });
      const second = await pageOf(many.standing, { sort }, first.next ?? START);
      const third = await pageOf(many.standing, { sort }, second.next ?? START);
      const back = await pageOf(many.standing, { sort }, third.previous ?? START);
      expect(back.rows).toEqual(second.rows);
      expect(first.previous).toBeNull();
      expect((await pageOf(many.standing, { sort }, back.previous ?? START)).rows).toEqual(first.rows);
    }
  });

  it('has no next page when the last one is exactly full', async () => {
    const some = await many.db.selectFrom('exemplar').select('subject_id').limit(PAGE_SIZE).execute();
    await sql`UPDATE subject SET full_name = full_name || ' Đủtrang' WHERE id = ANY (${some.map((row) => row.subject_id)}::bigint[])`.execute(
      many.db,
    );
    const page = await pageOf(many.standing, { text: 'dutrang' });
    expect(page.rows).toHaveLength(PAGE_SIZE);
    expect(page.next).toBeNull();
  });
});

describe('what one sees', () => {
  it('is one’s own office for an many.officer, and the field everywhere for its lead office', async () => {
    expect(await walk(many.officer, {})).toHaveLength(MANY / 100);
    expect(await walk(many.lead, {})).toHaveLength(MANY / 100);
    expect((await pageOf(many.lead, { officeId: many.place.otherCommune.id })).rows).toEqual([]);
    const nobody = await makeActor(many.db, []);
    expect((await pageOf(nobody, {})).rows).toEqual([]);
  });

  it('is counted exactly up to a thousand, and not beyond', async () => {
    expect(await countMatching(many.db, many.officer, PLAIN, TEST_DAY)).toBe(MANY / 100);
    expect(await countMatching(many.db, many.standing, PLAIN, TEST_DAY)).toBeNull();
    expect(await countMatching(many.db, many.standing, at({ text: 'không có ai' }), TEST_DAY)).toBe(0);
  });
});
