import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOffice } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { makeSubject, mergeSeen, undoMerge } from '../../test/subject-world.ts';
import { SettableClock } from '../platform/clock.ts';
import { askForPairs } from './pairs-ask.ts';
import { tellApart } from './pairs-decide.ts';
import { pairSearchState, pairsPage } from './pairs-queries.ts';
import { pairsAreDue, searchPairs, searchSome } from './pairs-search.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.deleteFrom('subject_pair').execute();
});

const DAY = '2018-11-15';
const clock = new SettableClock(DAY);
const search = () => searchPairs(world.db, clock);
const open = async () => {
  const { pairs } = await pairsPage(world.db, { decided: false, strength: null, after: null });
  return pairs;
};
const numbers = async () => (await open()).map(({ one, other }) => [one.id, other.id]);

/** Two who are almost surely one, under a name that nobody else has. */
async function alike(fullName: string): Promise<[number, number]> {
  const facts = { birthYear: 1961, place: 'khu 2, xã Sai Nga' };
  return [
    await makeSubject(world.db, { fullName, ...facts }),
    await makeSubject(world.db, { fullName, ...facts }),
  ];
}

describe('the search over the whole set', () => {
  it('keeps each pair once with why, through the succession of communes', async () => {
    const { db } = world;
    const named = async (name: string) => {
      const office = await makeOffice(db, world.place.district);
      await db.updateTable('office').set({ name }).where('id', '=', office.id).execute();
      return office.id;
    };
    const [from, to] = [await named('Xã Thu Phong'), await named('Xã Cao Phong')];
    const step = { from_office_id: from, to_office_id: to, on_date: '2025-07-01' };
    await db.insertInto('office_succession').values(step).execute();
    const one = await makeSubject(db, { fullName: 'Bùi Thị Ngần', birthYear: 1949, place: 'xã Thu Phong' });
    const other = await makeSubject(db, { fullName: 'BÙI THỊ NGẦN', birthYear: 1949, place: 'xã Cao Phong' });
    expect(await search()).toMatchObject({ complete: true });
    const [pair] = await open();
    expect(pair).toMatchObject({ one: { id: one }, other: { id: other }, strength: 'strong', foundOn: DAY });
    expect(pair?.reasons.map(({ sentence }) => sentence).join('; ')).toContain(
      'xã cũ Thu Phong nay thuộc Cao Phong',
    );
    await search();
    expect(await numbers()).toEqual([[one, other]]);
    await db.updateTable('subject').set({ birth_year: 1980, place: null }).where('id', '=', one).execute();
  });

  it('forgets what is no longer alike, and one that was merged; asks again once that is undone', async () => {
    const [one, other] = await alike('Khổng Văn Quýnh');
    await search();
    expect(await numbers()).toContainEqual([one, other]);
    const { mergeId } = answerOf(await mergeSeen(world, world.standing, one, other));
    expect(await numbers()).not.toContainEqual([one, other]);
    await search();
    answerOf(await undoMerge(world, mergeId));
    await search();
    expect(await numbers()).toContainEqual([one, other]);
    await world.db
      .updateTable('subject')
      .set({ full_name: 'Lục Thị Khác' })
      .where('id', '=', other)
      .execute();
    await search();
    expect(await numbers()).not.toContainEqual([one, other]);
  });

  it('never asks again about two that somebody told apart, whatever is found', async () => {
    const [one, other] = await alike('Tạ Đình Nhưỡng');
    await search();
    const reason = 'Hai người, ở khu 2 và khu 9';
    for (const id of [one, other]) await makeExemplar(world, { state: 'found', subjectId: id, plan: null });
    answerOf(await tellApart(as(world, world.unit), { oneId: other, otherId: one, reason }));
    await search();
    expect(await numbers()).not.toContainEqual([one, other]);
    const { pairs } = await pairsPage(world.db, { decided: true, strength: null, after: null });
    expect(pairs).toMatchObject([{ one: { id: one }, decidedReason: reason }]);
  });

  it('goes on where it was interrupted, and begins anew at the end', async () => {
    const { db } = world;
    const all = await db
      .selectFrom('subject')
      .select('id')
      .where('merged_into_id', 'is', null)
      .orderBy('id')
      .execute();
    await db.transaction().execute((tx) => searchSome(tx, DAY, 2));
    const at = () =>
      db.selectFrom('subject_pair_search').select(['upto_id', 'searched_so_far']).executeTakeFirst();
    expect(await at()).toEqual({ upto_id: all[1]?.id, searched_so_far: 2 });
    expect(await searchPairs(db, clock, { most: 1 })).toEqual({ searched: 1, complete: false });
    expect(await at()).toEqual({ upto_id: all[2]?.id, searched_so_far: 3 });
    await search();
    expect(await at()).toEqual({ upto_id: 0, searched_so_far: 0 });
    expect((await pairSearchState(db)).searched).toBe(all.length);
  });

  it('rests after each few, so that pages are answered meanwhile, and is still due where it is broken off', async () => {
    const { db } = world;
    for (let n = 0; n < 60; n++) await makeSubject(db, { fullName: `Ông Văn Nghỉ ${n}` });
    await search();
    const tomorrow = new SettableClock('2018-11-16');
    const ending = new AbortController();
    const rests: number[] = [];
    const rest = async (workedMs: number) => {
      rests.push(workedMs);
      if (rests.length === 2) ending.abort();
    };
    expect(await searchPairs(db, tomorrow, { rest, signal: ending.signal })).toEqual({
      searched: 50,
      complete: false,
    });
    expect(rests.every((workedMs) => workedMs > 0)).toBe(true);
    expect(await pairsAreDue(db, '2018-11-16')).toBe(true);
    expect(await searchPairs(db, tomorrow)).toMatchObject({ complete: true });
    expect(await pairsAreDue(db, '2018-11-16')).toBe(false);
    await search();
  });

  it('made by two at once does the work together and keeps every pair once', async () => {
    const [one, other] = await alike('Ngọ Thị Thiêm');
    await Promise.all([search(), search()]);
    expect((await numbers()).filter(([a, b]) => a === one && b === other)).toHaveLength(1);
  });

  it('is due once a day, and when somebody asks', async () => {
    const { db } = world;
    await search();
    expect(await pairsAreDue(db, DAY)).toBe(false);
    expect(await pairsAreDue(db, '2018-11-16')).toBe(true);
    answerOf(await askForPairs(as(world, world.standing)));
    expect(await pairsAreDue(db, DAY)).toBe(true);
    expect(await pairSearchState(db)).toMatchObject({ askedOn: '2018-11-15' });
    await search();
    expect(await pairsAreDue(db, DAY)).toBe(false);
  });
});
