import { record } from '../audit/record.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome } from '../platform/outcome.ts';
import type { Acting } from './actor.ts';
import { hashPassword, isPassword, passwordProblem } from './passwords.ts';
import { endSession, endSessionsOf, type OpenSession } from './sessions.ts';
import { waitingSentence } from './sign-in.ts';
import { forgive, secondsToWait } from './throttle.ts';

export interface NewPassword {
  /** Field `matKhauCu`. */
  current: string;
  /** Field `matKhauMoi`. */
  next: string;
  /** Field `matKhauNhacLai`. */
  again: string;
}

/**
 * Changes one's own password and ends one's other sessions: whoever had the old password is out. Guessing the current
 * one is slowed down like guessing at the door.
 */
export async function changeOwnPassword(
  acting: Acting,
  session: OpenSession,
  typed: NewPassword,
): Promise<Outcome<null>> {
  const wait = await secondsToWait(acting.db, session.username, acting.ip);
  if (wait > 0) return invalid({ matKhauCu: waitingSentence(wait) });
  const { accountId } = session.actor;
  const outcome = await act(acting.db, acting.requestKey, accountId, (tx) =>
    change(tx, acting, session, typed),
  );
  const guessedWrong =
    !outcome.ok && outcome.refusal.kind === 'invalid' && 'matKhauCu' in outcome.refusal.fields;
  if (!guessedWrong) await forgive(acting.db, session.username);
  return outcome;
}

async function change(
  tx: Tx,
  acting: Acting,
  session: OpenSession,
  typed: NewPassword,
): Promise<Outcome<null>> {
  const { accountId } = session.actor;
  const account = await tx
    .selectFrom('account')
    .select(['password_hash', 'version'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!account) return notFound();
  const isCurrent = await isPassword(account.password_hash, typed.current);
  if (!isCurrent) return invalid({ matKhauCu: 'Mật khẩu hiện tại không đúng.' });
  const problem = problemOf(typed, session.username);
  if (problem) return invalid(problem);
  const version = account.version + 1;
  await tx
    .updateTable('account')
    .set({ password_hash: await hashPassword(typed.next), must_change_password: false, version })
    .where('id', '=', accountId)
    .execute();
  await endSessionsOf(tx, accountId, session.tokenHash);
  await record(tx, acting, { kind: 'account.password_changed', thingId: accountId, thingVersion: version });
  return done(null);
}

function problemOf({ current, next, again }: NewPassword, username: string): Record<string, string> | null {
  const problem = passwordProblem(next, username);
  if (problem) return { matKhauMoi: problem };
  if (next === current) return { matKhauMoi: 'Mật khẩu mới phải khác mật khẩu hiện tại.' };
  return next === again ? null : { matKhauNhacLai: 'Hai lần nhập mật khẩu mới không giống nhau.' };
}

export function signOut(acting: Acting, session: OpenSession): Promise<Outcome<null>> {
  return act(acting.db, null, session.actor.accountId, async (tx) => {
    await endSession(tx, session.tokenHash);
    await record(tx, acting, { kind: 'session.ended', thingId: session.actor.accountId });
    return done(null);
  });
}
