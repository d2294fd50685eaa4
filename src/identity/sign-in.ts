import { record } from '../audit/record.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { done, type Outcome, refused } from '../platform/outcome.ts';
import { isPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { forgive, secondsToWait } from './throttle.ts';

/** Somebody who is not signed in yet. */
export interface Arrival {
  db: Db;
  clock: Clock;
  ip: string | null;
  userAgent: string | null;
  /** Hours without a click after which the session ends. */
  sessionHours: number;
}

interface Account {
  id: number;
  display_name: string;
  password_hash: string | null;
}

/** User names are kept in small letters. */
export const canonicalUsername = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

/**
 * Signs in with user name and password. An unknown name, a closed account and a wrong password get the same answer
 * in the same time; too many failures get a waiting time, also for names that do not exist.
 *
 * @returns the token of the session
 */
export async function signIn(
  arrival: Arrival,
  typed: { username: string; password: string },
): Promise<Outcome<{ token: string }>> {
  const { db } = arrival;
  const username = canonicalUsername(typed.username);
  const wait = await secondsToWait(db, username, arrival.ip);
  if (wait > 0) return refused({ rule: 'too_many_failures', sentence: waitingSentence(wait) });
  const account = await db
    .selectFrom('account')
    .select(['id', 'display_name', 'password_hash'])
    .where('username', '=', username)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!(await isPassword(account?.password_hash ?? null, typed.password)) || !account) {
    return refused({
      rule: 'wrong_password',
      sentence:
        'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.',
    });
  }
  await forgive(db, username);
  return done({ token: await enter(arrival, account) });
}

/** One click in the demo: only accounts of the sample can be entered so, and only where the caller is the demo. */
export async function enterSample(arrival: Arrival, accountId: number): Promise<Outcome<{ token: string }>> {
  const account = await arrival.db
    .selectFrom('account')
    .select(['id', 'display_name', 'password_hash'])
    .where('id', '=', accountId)
    .where('is_sample', '=', true)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!account) return { ok: false, refusal: { kind: 'not_found' } };
  return done({ token: await enter(arrival, account) });
}

function enter({ db, clock, ip, userAgent, sessionHours }: Arrival, account: Account): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const token = await startSession(tx, account.id, sessionHours, { ip, userAgent });
    const actor = { accountId: account.id, displayName: account.display_name };
    await record(tx, { clock, actor, ip }, { kind: 'session.started', thingId: account.id });
    return token;
  });
}

/** 95 → 'Đã nhập sai nhiều lần. Hãy đợi 2 phút …' */
export function waitingSentence(seconds: number): string {
  const time = seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
  return `Đã nhập sai nhiều lần. Hãy đợi ${time} rồi thử lại, hoặc đề nghị quản trị viên cấp lại mật khẩu.`;
}
