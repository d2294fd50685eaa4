import { createHash, randomBytes } from 'node:crypto';
import { record } from '../audit/record.ts';
import type { Acting, Grant, Role } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';

const TOKEN_BYTES = 24;
/** 24 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Makes the secret address of one's own calendar, in the place of the one before, which dies with it. The token is
 * told once and only its hash is kept; so a request key must not be given (its outcome would be kept).
 */
export function makeFeed(acting: Acting): Promise<Outcome<{ token: string }>> {
  const { accountId } = acting.actor;
  return act(acting.db, null, accountId, async (tx) => {
    if (accountId === null) return notFound();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const row = { token_hash: hashOf(token), created_at: acting.clock.now() };
    await tx
      .insertInto('calendar_feed')
      .values({ account_id: accountId, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute();
    await record(tx, acting, { kind: 'calendar_feed.made', thingId: accountId });
    return done({ token });
  });
}

/** Removes the address: whoever subscribed to it sees nothing any more. */
export function removeFeed(acting: Acting): Promise<Outcome<null>> {
  const { accountId } = acting.actor;
  return act(acting.db, acting.requestKey, accountId, async (tx) => {
    if (accountId === null) return notFound();
    const gone = await tx
      .deleteFrom('calendar_feed')
      .where('account_id', '=', accountId)
      .returning('account_id')
      .executeTakeFirst();
    if (!gone) return refused({ rule: 'no_feed', sentence: 'Chưa có địa chỉ lịch nào để bỏ.' });
    await record(tx, acting, { kind: 'calendar_feed.removed', thingId: accountId });
    return done(null);
  });
}

/** Since when an account has an address; null when it has none. */
export async function feedSince(db: Reader, accountId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('created_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.created_at ?? null;
}

export interface FeedOwner {
  accountId: number;
  displayName: string;
  grants: Grant[];
  /** Days before the day on which they want to be reminded. */
  daysBefore: number;
}

/** Whose calendar a token opens, with the roles of the day; null for a wrong token, and for an account that was locked. */
export async function ownerOfFeed(db: Reader, token: string, today: Day): Promise<FeedOwner | null> {
  if (!TOKEN.test(token)) return null;
  const owner = await db
    .selectFrom('calendar_feed as f')
    .innerJoin('account as a', 'a.id', 'f.account_id')
    .leftJoin('notice_preference as n', 'n.account_id', 'a.id')
    .select(['a.id as accountId', 'a.display_name as displayName', 'n.days_before as daysBefore'])
    .where('f.token_hash', '=', hashOf(token))
    .where('a.active', '=', true)
    .executeTakeFirst();
  if (!owner) return null;
  const grants = await db
    .selectFrom('account_grant as g')
    .innerJoin('office as o', 'o.id', 'g.office_id')
    .select(['g.role', 'g.office_id as officeId', 'o.name as officeName', 'g.reach'])
    .where('g.account_id', '=', owner.accountId)
    .where((eb) => eb.or([eb('g.valid_from', 'is', null), eb('g.valid_from', '<=', today)]))
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>=', today)]))
    .orderBy('g.id')
    .execute();
  return {
    ...owner,
    daysBefore: owner.daysBefore ?? DAYS_BEFORE,
    grants: grants.map((grant) => ({
      ...grant,
      role: grant.role as Role,
      reach: grant.reach as Grant['reach'],
    })),
  };
}

/** The default of `notice_preference.days_before`. */
const DAYS_BEFORE = 3;
