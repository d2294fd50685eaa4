import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

export type PublicAct = 'propose' | 'look_up' | 'write';

/** Times that one address may do each within an hour; a whole office or school may share an address. */
export const MOST_PER_HOUR: Record<PublicAct, number> = { propose: 10, look_up: 30, write: 20 };

/**
 * Takes note that an address does something in public, and answers whether it may. Noted before it is counted, so that
 * a hundred at one moment are a hundred. The address itself is not kept, only its hash with the salt of the day.
 *
 * @param ip null is one address of its own: the many of whom none is known
 */
export async function mayGoOn(db: Db, what: PublicAct, ip: string | null): Promise<boolean> {
  const hash = createHmac('sha256', await saltOfToday(db))
    .update(netOf(ip))
    .digest();
  await db
    .insertInto('public_attempt')
    .values({ what, address_hash: hash, at: sql`clock_timestamp()` })
    .execute();
  const { count } = await db
    .selectFrom('public_attempt')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('address_hash', '=', hash)
    .where('what', '=', what)
    .where('at', '>', sql<Date>`clock_timestamp() - interval '1 hour'`)
    .executeTakeFirstOrThrow();
  return Number(count) <= MOST_PER_HOUR[what];
}

/** Of an IPv6 address the part that one connection gets: it has more addresses of its own than anybody can count. */
export function netOf(ip: string | null): string {
  if (!ip?.includes(':')) return ip ?? 'unknown';
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = ip.includes('::') ? tail.split(':').filter(Boolean) : [];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return groups.slice(0, 4).join(':');
}

/** The real day, whatever day the office has set: a salt lives one day. */
const REAL_DAY = sql<string>`(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

async function saltOfToday(db: Db): Promise<Buffer> {
  const kept = await db
    .selectFrom('public_salt')
    .select('salt')
    .where('on_day', '=', REAL_DAY)
    .executeTakeFirst();
  if (kept) return kept.salt;
  await db
    .insertInto('public_salt')
    .values({ on_day: REAL_DAY, salt: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await db
    .selectFrom('public_salt')
    .select('salt')
    .where('on_day', '=', REAL_DAY)
    .executeTakeFirstOrThrow();
  return made.salt;
}

/** Forgets what addresses did, after a day at the most. */
export async function forgetAttempts(db: Db): Promise<void> {
  await db.deleteFrom('public_attempt').where('at', '<', sql<Date>`now() - interval '1 day'`).execute();
  await db.deleteFrom('public_salt').where('on_day', '<', REAL_DAY).execute();
}
