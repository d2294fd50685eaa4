import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { type Acting, REACH_NAMES, type Reach, ROLE_NAMES, type Role } from './actor.ts';
import { type AccountChange, changingAccount, standingGrants } from './changing-account.ts';
import { NO_ADMIN_LEFT, refusalToGrant, refusalToRevoke } from './rules.ts';

export interface GrantInput {
  role: Role;
  officeId: number;
  reach: Reach;
  /** Null: from today. */
  validFrom: Day | null;
  validTo: Day | null;
}

/** Gives a role over an office to an account. Errors by the fields `donVi`, `denNgay`, `vaiTro`. */
export function grantRole(acting: Acting, input: AccountChange & GrantInput): Promise<Outcome<null>> {
  return changingAccount(acting, input, async (tx, account) => {
    const written = await writeGrant(tx, acting, account.id, input);
    if (!written.ok) return written;
    return done({ value: null, event: { kind: 'account.granted', after: { 'Vai trò': written.value } } });
  });
}

/** Writes the grant where the actor may give it. @returns the grant in words */
export async function writeGrant(
  tx: Tx,
  acting: Acting,
  accountId: number,
  { role, officeId, reach, validFrom, validTo }: GrantInput,
): Promise<Outcome<string>> {
  const office = await tx
    .selectFrom('office')
    .select(['name', 'path'])
    .where('id', '=', officeId)
    .executeTakeFirst();
  if (!office) return invalid({ donVi: 'Hãy chọn đơn vị trong danh sách.' });
  const refusal = refusalToGrant(acting.actor, { role, officePath: office.path, reach });
  if (refusal) return refused(refusal);
  const from = validFrom ?? acting.clock.today();
  if (validTo !== null && validTo < from)
    return invalid({ denNgay: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' });
  const twin = await tx
    .selectFrom('account_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('office_id', '=', officeId)
    .where('reach', '=', reach)
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${from}::date, ${validTo}::date, '[]')`,
    )
    .executeTakeFirst();
  if (twin) return invalid({ vaiTro: `Tài khoản đã giữ vai trò này tại ${office.name} trong thời gian đó.` });
  await tx
    .insertInto('account_grant')
    .values({ account_id: accountId, role, office_id: officeId, reach, valid_from: from, valid_to: validTo })
    .execute();
  return done(grantInWords({ role, reach, officeName: office.name }));
}

/** Takes a role back from today on. What was held before stays on record. */
export function revokeRole(
  acting: Acting,
  input: AccountChange & { grantId: number },
): Promise<Outcome<null>> {
  const today = acting.clock.today();
  return changingAccount(acting, input, async (tx, account) => {
    const standing = standingGrants(account.grants, today);
    const grant = standing.find((one) => one.id === input.grantId);
    if (!grant) return notFound();
    const admins = standing.filter((one) => one.role === 'admin');
    const isLastAdminGrant = grant.role === 'admin' && admins.length === 1;
    const refusal = refusalToRevoke(acting.actor, account.id, { role: grant.role, isLastAdminGrant });
    if (refusal) return refused(refusal);
    await endGrant(tx, grant.id, grant.validFrom, today);
    if (keepsTheDoor(grant) && (await isWithoutAdmin(tx, today))) return refused(NO_ADMIN_LEFT);
    return done({
      value: null,
      event: { kind: 'account.revoked', before: { 'Vai trò': grantInWords(grant) } },
    });
  });
}

/** A grant that has not held a whole day yet leaves no trace but the journal's. */
async function endGrant(tx: Tx, grantId: number, validFrom: Day | null, today: Day): Promise<void> {
  if (validFrom !== null && validFrom >= today) {
    await tx.deleteFrom('account_grant').where('id', '=', grantId).execute();
    return;
  }
  await tx
    .updateTable('account_grant')
    .set({ valid_to: sql<Day>`${today}::date - 1` })
    .where('id', '=', grantId)
    .execute();
}

/** Does this grant make somebody an administrator of everything? Of these the last must stay. */
export const keepsTheDoor = (grant: { role: Role; reach: Reach }): boolean =>
  grant.role === 'admin' && grant.reach === 'all';

/**
 * Is nobody left who administers everything without an end? Those who ask wait for one another, so that two
 * administrators cannot remove each other at the same moment.
 */
export async function isWithoutAdmin(tx: Tx, today: Day): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('last administrator'))`.execute(tx);
  const left = await tx
    .selectFrom('account_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .select('g.id')
    .where('a.active', '=', true)
    .where('g.role', '=', 'admin')
    .where('g.reach', '=', 'all')
    .where('g.valid_to', 'is', null)
    .where((eb) => eb.or([eb('g.valid_from', 'is', null), eb('g.valid_from', '<=', today)]))
    .limit(1)
    .executeTakeFirst();
  return left === undefined;
}

/** 'Cán bộ đơn vị · Ủy ban nhân dân xã Chân Mộng · chỉ đơn vị này' */
export const grantInWords = (grant: { role: Role; reach: Reach; officeName: string }): string =>
  `${ROLE_NAMES[grant.role]} · ${grant.officeName} · ${REACH_NAMES[grant.reach]}`;
