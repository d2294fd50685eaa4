import { type RawBuilder, sql } from 'kysely';
import type { Db, Reader } from '../platform/db.ts';

/** Failures of one user name that cost nothing: people mistype. */
export const FREE_FAILURES = 5;
/** Failures from one address that cost nothing: an office of many people may share one. */
export const FREE_FAILURES_OF_ADDRESS = 40;
/** Older failures are forgotten. */
const MEMORY_MINUTES = 60;
const LONGEST_WAIT_S = 15 * 60;
/** One person at a shared address must not keep the whole office out. */
const LONGEST_WAIT_OF_ADDRESS_S = 60;

/** Seconds to wait from the last failure on: 30 s after the free ones, then double each time, up to the longest. */
export function waitAfter(failures: number, free = FREE_FAILURES, longest = LONGEST_WAIT_S): number {
  return failures < free ? 0 : Math.min(longest, 30 * 2 ** Math.min(failures - free, 10));
}

const waitOfAddressAfter = (failures: number): number =>
  waitAfter(failures, FREE_FAILURES_OF_ADDRESS, LONGEST_WAIT_OF_ADDRESS_S);

/**
 * Takes note that a password is about to be tried, as if it failed; `forgive` takes it back when it was right. Counting
 * before trying means that a hundred guesses at the same moment are a hundred, not one.
 *
 * @returns seconds to wait before another try; 0 when this one may go on
 */
export async function secondsToWait(db: Db, username: string, ip: string | null): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // always in this order, so that no two wait for each other
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${username}, 1))`.execute(tx);
    if (ip) await sql`SELECT pg_advisory_xact_lock(hashtextextended(${ip}, 2))`.execute(tx);
    const left = Math.max(
      await remaining(tx, sql`username = ${username}`, waitAfter),
      ip ? await remaining(tx, sql`ip = ${ip}`, waitOfAddressAfter) : 0,
    );
    // the moment after the locks were got, not that at which the transaction began to wait for them
    const at = sql<Date>`clock_timestamp()`;
    if (left === 0) await tx.insertInto('sign_in_failure').values({ username, ip, at }).execute();
    return left;
  });
}

/** Seconds that are left of the wait that the failures so far have earned. */
async function remaining(
  db: Reader,
  whose: RawBuilder<unknown>,
  waitFor: (failures: number) => number,
): Promise<number> {
  const { rows } = await sql<{ failures: number; ago: number | null }>`
    SELECT count(*)::int AS failures, extract(epoch FROM clock_timestamp() - max(at))::float8 AS ago
    FROM sign_in_failure
    WHERE ${whose} AND at > now() - make_interval(mins => ${MEMORY_MINUTES})`.execute(db);
  const { failures = 0, ago = null } = rows[0] ?? {};
  const wait = waitFor(failures);
  return wait === 0 ? 0 : Math.max(0, Math.ceil(wait - (ago ?? 0)));
}

/** After a right password nothing is held against the name, nor against the address for that name. */
export async function forgive(db: Reader, username: string): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('username', '=', username).execute();
  await db
    .deleteFrom('sign_in_failure')
    .where('at', '<', sql<Date>`now() - make_interval(mins => ${MEMORY_MINUTES})`)
    .execute();
}

/** Failures of a user name that still count. */
export async function failuresOf(db: Reader, username: string): Promise<number> {
  const row = await db
    .selectFrom('sign_in_failure')
    .select(({ fn }) => fn.countAll<number>().as('failures'))
    .where('username', '=', username)
    .where('at', '>', sql<Date>`now() - make_interval(mins => ${MEMORY_MINUTES})`)
    .executeTakeFirstOrThrow();
  return row.failures;
}
