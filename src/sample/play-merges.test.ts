import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { PROGRAM } from '../identity/actor.ts';
import { SettableClock } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { loadPeople } from './load-people.ts';
import { loadPhuTho } from './phu-tho.ts';
import { playMerges } from './play-merges.ts';

let db: Db;
let done: () => Promise<void>;
let played: number;
beforeAll(async () => {
  const fresh = await freshDatabase();
  const open = openDb(fresh.url);
  db = open.db;
  done = async () => {
    await open.close();
    await fresh.drop();
  };
  await db.transaction().execute(async (tx) => {
    const clock = new SettableClock('2016-05-10');
    const acting = { db: tx, clock, actor: PROGRAM, ip: null, requestKey: null };
    const { offices } = await loadPhuTho(tx, acting);
    const people = await loadPeople(tx, acting, offices);
    const started = performance.now();
    await playMerges(tx, { offices, people });
    played = performance.now() - started;
  });
}, 120_000);
afterAll(() => done());

it('the sample has a pair that is open, one that was merged, and one that was merged and parted', async () => {
  const merges = await db
    .selectFrom('subject_merge')
    .select(['undone_on', 'merged_by_name'])
    .orderBy('id')
    .execute();
  expect(merges.map(({ undone_on }) => undone_on)).toEqual([null, '2018-10-23']);
  const { rows } = await sql<{ one: string; other: string; decided: boolean; sample: boolean }>`
    SELECT a.full_name AS one, b.full_name AS other, p.decided_on IS NOT NULL AS decided, a.is_sample AS sample
    FROM subject_pair p JOIN subject a ON a.id = p.one_id JOIN subject b ON b.id = p.other_id
    WHERE b.merged_into_id IS NULL ORDER BY p.one_id`.execute(db);
  expect(rows).toContainEqual({
    one: 'Đinh Công Khoát',
    other: 'KHOÁT ĐINH CÔNG',
    decided: false,
    sample: true,
  });
  expect(rows).toContainEqual({ one: 'Trần Văn Bình', other: 'Trần Văn Bình', decided: true, sample: true });

  expect(played).toBeLessThan(5_000);
});
