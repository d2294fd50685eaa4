import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import { act } from '../platform/act.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader, Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import type { Acting } from './actor.ts';
import { hashPassword } from './passwords.ts';
import { hashOfToken } from './sessions.ts';
import { canonicalUsername } from './sign-in.ts';

const LINK_HOURS = 24;

/**
 * The one-time link that makes the first account, or null when there is an account. Every start makes a new one; the
 * ones before are void. Only its hash is stored.
 */
export async function firstStartLink(db: Db, publicUrl: string): Promise<string | null> {
  if (await hasAccount(db)) return null;
  const token = randomBytes(32).toString('base64url');
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('setup_link').where('used_at', 'is', null).execute();
    await tx
      .insertInto('setup_link')
      .values({
        token_hash: hashOfToken(token),
        expires_at: sql<Date>`now() + make_interval(hours => ${LINK_HOURS})`,
      })
      .execute();
  });
  return `${publicUrl}/khoi-tao/${token}`;
}

async function hasAccount(db: Reader): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Can this link still be used? */
export async function isFirstStartOpen(db: Reader, token: string): Promise<boolean> {
  const link = await db
    .selectFrom('setup_link')
    .select('token_hash')
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return link !== undefined && !(await hasAccount(db));
}

export interface FirstStart {
  username: string;
  displayName: string;
  password: string;
}

/** Fills the database in the given transaction and answers the office at the root, which the first account administers. */
export type FillDatabase = (tx: Tx, acting: Acting) => Promise<{ officeId: number }>;

/**
 * Uses the link: the first account, what it begins with, its administration of everything, in one transaction. Of two
 * who use the link at the same moment one is told that it is used.
 */
export async function completeFirstStart(
  on: { db: Db; clock: Clock; ip: string | null; requestKey: string | null },
  token: string,
  input: FirstStart,
  fill: FillDatabase,
): Promise<Outcome<{ accountId: number }>> {
  const passwordHash = await hashPassword(input.password);
  const outcome = act(on.db, on.requestKey, null, async (tx) => {
    if (!(await useLink(tx, token))) return refused(LINK_USED);
    const { id: accountId } = await tx
      .insertInto('account')
      .values({
        username: canonicalUsername(input.username),
        display_name: input.displayName,
        password_hash: passwordHash,
        created_at: on.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const actor = { accountId, displayName: input.displayName, grants: [] };
    const acting: Acting = { db: tx, clock: on.clock, actor, ip: on.ip, requestKey: null };
    const { officeId } = await fill(tx, acting);
    await tx
      .insertInto('account_grant')
      .values({ account_id: accountId, role: 'admin', office_id: officeId, reach: 'all' })
      .execute();
    await record(tx, acting, { kind: 'setup.completed', thingId: accountId, thingVersion: 1 });
    return done({ accountId });
  });
  return outcome.catch(nameTaken);
}

/** The sample brings accounts of its own, whose names the first account cannot have. */
function nameTaken(error: unknown): Outcome<never> {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (code !== '23505' || constraint !== 'account_username_key') throw error;
  return invalid({ tenDangNhap: 'Tên này trùng với một tài khoản của dữ liệu mẫu; hãy chọn tên khác.' });
}

export const LINK_USED = {
  rule: 'link_used',
  sentence: 'Liên kết khởi tạo này đã được dùng, đã hết hạn hoặc đã được thay bằng liên kết mới.',
};

/** Whoever comes second waits for the first, then finds the link used. */
async function useLink(tx: Tx, token: string): Promise<boolean> {
  const used = await tx
    .updateTable('setup_link')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('token_hash')
    .executeTakeFirst();
  return used !== undefined && !(await hasAccount(tx));
}
