import { record } from '../audit/record.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import type { Acting } from './actor.ts';
import { type AccountChange, changingAccount } from './changing-account.ts';
import { type GrantInput, isWithoutAdmin, keepsTheDoor, writeGrant } from './grant-commands.ts';
import { hashPassword, RUN } from './passwords.ts';
import { NO_ADMIN_LEFT, refusalToDeactivate, refusalToResetPassword } from './rules.ts';
import { endSessionsOf } from './sessions.ts';
import { canonicalUsername } from './sign-in.ts';

export interface NewAccount extends GrantInput {
  username: string;
  displayName: string;
}

/**
 * What a form that gave out a one-time password answers. The password itself is kept nowhere; `run` is the run of the
 * program that made it, and only that one can show it again when the same form comes twice.
 */
export interface GivenPassword {
  id: number;
  run: string;
}

/** Makes an account with its first role and a one-time password. Errors by the fields of the form. */
export async function createAccount(
  acting: Acting,
  input: NewAccount,
  oneTimePassword: string,
): Promise<Outcome<GivenPassword>> {
  const passwordHash = await hashPassword(oneTimePassword);
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const id = await insertAccount(tx, acting, input, passwordHash);
    if (id === null)
      return invalid({ tenDangNhap: 'Tên đăng nhập này đã có người dùng; hãy chọn tên khác.' });
    const granted = await writeGrant(tx, acting, id, input);
    if (!granted.ok) return granted;
    await record(tx, acting, {
      kind: 'account.created',
      thingId: id,
      thingVersion: 1,
      after: { 'Họ tên': input.displayName, 'Tên đăng nhập': input.username, 'Vai trò': granted.value },
    });
    return done({ id, run: RUN });
  });
}

async function insertAccount(
  tx: Tx,
  acting: Acting,
  input: NewAccount,
  passwordHash: string,
): Promise<number | null> {
  const made = await tx
    .insertInto('account')
    .values({
      username: canonicalUsername(input.username),
      display_name: input.displayName,
      password_hash: passwordHash,
      must_change_password: true,
      created_at: acting.clock.now(),
    })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

export function renameAccount(
  acting: Acting,
  input: AccountChange & { displayName: string },
): Promise<Outcome<null>> {
  return changingAccount(acting, input, async (tx, account) => {
    await tx
      .updateTable('account')
      .set({ display_name: input.displayName })
      .where('id', '=', account.id)
      .execute();
    return done({
      value: null,
      event: {
        kind: 'account.changed',
        before: { 'Họ tên': account.displayName },
        after: { 'Họ tên': input.displayName },
      },
    });
  });
}

/** Closes an account: its sessions end at once, and nobody can sign in with it. */
export function deactivateAccount(
  acting: Acting,
  input: AccountChange & { reason: string },
): Promise<Outcome<null>> {
  return changingAccount(acting, input, async (tx, account) => {
    const refusal = refusalToDeactivate(acting.actor, account.id);
    if (refusal) return refused(refusal);
    if (!account.active) return refused({ rule: 'not_active', sentence: 'Tài khoản này đã khóa rồi.' });
    await tx.updateTable('account').set({ active: false }).where('id', '=', account.id).execute();
    await endSessionsOf(tx, account.id);
    if (account.grants.some(keepsTheDoor) && (await isWithoutAdmin(tx, acting.clock.today())))
      return refused(NO_ADMIN_LEFT);
    return done({ value: null, event: { kind: 'account.deactivated', reason: input.reason } });
  });
}

export function reactivateAccount(acting: Acting, input: AccountChange): Promise<Outcome<null>> {
  return changingAccount(acting, input, async (tx, account) => {
    if (account.active) return refused({ rule: 'active', sentence: 'Tài khoản này đang hoạt động.' });
    await tx.updateTable('account').set({ active: true }).where('id', '=', account.id).execute();
    return done({ value: null, event: { kind: 'account.reactivated' } });
  });
}

/** Gives out a one-time password and ends every session of the account. */
export async function resetPassword(
  acting: Acting,
  input: AccountChange,
  oneTimePassword: string,
): Promise<Outcome<GivenPassword>> {
  const passwordHash = await hashPassword(oneTimePassword);
  return changingAccount(acting, input, async (tx, account) => {
    const refusal = refusalToResetPassword(acting.actor, account.id);
    if (refusal) return refused(refusal);
    await tx
      .updateTable('account')
      .set({ password_hash: passwordHash, must_change_password: true })
      .where('id', '=', account.id)
      .execute();
    await endSessionsOf(tx, account.id);
    await tx.deleteFrom('sign_in_failure').where('username', '=', account.username).execute();
    return done({ value: { id: account.id, run: RUN }, event: { kind: 'account.password_reset' } });
  });
}
