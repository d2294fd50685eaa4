import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import {
  FREE_FAILURES,
  FREE_FAILURES_OF_ADDRESS,
  failuresOf,
  forgive,
  secondsToWait,
  waitAfter,
} from './throttle.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url, { max: 20 });
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

beforeEach(() => sql`DELETE FROM sign_in_failure`.execute(open.db));

const tries = async (count: number, username: string, ip: string | null = null) => {
  const waits: number[] = [];
  for (let n = 0; n < count; n++) waits.push(await secondsToWait(open.db, username, ip));
  return waits;
};
/** Whole seconds go by while the tests run. */
const about = (seconds: number) => expect.toSatisfy((wait: number) => wait > seconds - 10 && wait <= seconds);
const later = (time: string) => sql`UPDATE sign_in_failure SET at = at - ${time}::interval`.execute(open.db);

it('lets people mistype, then makes them wait, longer each time', async () => {
  expect(await tries(FREE_FAILURES, 'hoa')).toEqual([0, 0, 0, 0, 0]);
  expect(await tries(1, 'hoa')).toEqual([about(30)]);
  await later('31 seconds');
  expect(await tries(2, 'hoa')).toEqual([0, about(60)]);
});

it('counts no try that had to wait: pressing again makes nothing worse', async () => {
  await tries(FREE_FAILURES + 20, 'hoa');
  expect(await failuresOf(open.db, 'hoa')).toBe(FREE_FAILURES);
});

it('never lets one wait for less after more failures, nor for more than a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.nat(1000), (failures) => {
      expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
      expect(waitAfter(failures)).toBeLessThanOrEqual(900);
    }),
  );
});

it('does not hold the failures of one name against another', async () => {
  await tries(20, 'hoa');
  expect(await tries(1, 'an')).toEqual([0]);
});

it('slows down an address that tries many names, for a minute at most', async () => {
  const ip = '203.0.113.9';
  for (let n = 0; n < FREE_FAILURES_OF_ADDRESS; n++) expect(await tries(1, `ten${n}`, ip)).toEqual([0]);
  expect(await tries(1, 'ten-khac', ip)).toEqual([about(30)]);
  expect(await tries(1, 'ten-khac', '203.0.113.10')).toEqual([0]);
  await later('31 seconds');
  expect(await tries(2, 'ten-khac-nua', ip)).toEqual([0, about(60)]);
  await later('61 seconds');
  expect(await tries(2, 'ten-khac-nua', ip)).toEqual([0, about(60)]);
});

it('counts a hundred guesses at the same moment as a hundred', async () => {
  const waits = await Promise.all(
    Array.from({ length: 100 }, () => secondsToWait(open.db, 'hoa', '203.0.113.9')),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(FREE_FAILURES);
});

it('holds nobody up who does the same at the same moment, under one name or behind one address', async () => {
  for (let round = 0; round < 30; round++) {
    const names = [`ten${round}`, `ten${round}`, `khac${round}`];
    const waits = await Promise.all(names.map((name) => secondsToWait(open.db, name, `10.0.0.${round}`)));
    expect(waits).toEqual([0, 0, 0]);
  }
});

it('forgets after an hour, and at once after the right password', async () => {
  await tries(10, 'hoa');
  await later('61 minutes');
  expect(await tries(1, 'hoa')).toEqual([0]);
  await tries(10, 'an');
  await forgive(open.db, 'an');
  expect([await failuresOf(open.db, 'an'), await failuresOf(open.db, 'hoa')]).toEqual([0, 1]);
  const { rows } = await sql`SELECT FROM sign_in_failure`.execute(open.db);
  expect(rows).toHaveLength(1);
});
