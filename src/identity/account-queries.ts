import { type Expression, type SqlBool, sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Actor, Reach, Role } from './actor.ts';
import { withinReach } from './reach.ts';
import { administersAll, asAdmin } from './rules.ts';

export interface GrantInView {
  id: number;
  role: Role;
  officeId: number;
  officeName: string;
  officePath: number[];
  reach: Reach;
  validFrom: Day | null;
  validTo: Day | null;
}

export interface AccountInView {
  id: number;
  username: string;
  displayName: string;
  active: boolean;
  isSample: boolean;
  mustChangePassword: boolean;
  version: number;
  createdAt: Date;
  /** Of all times, the newest first. */
  grants: GrantInView[];
  openSessions: number;
  lastSeenAt: Date | null;
}

/** Those who hold something where the actor administers; who administers all also sees who holds nothing. */
export function visibleTo(actor: Actor): Expression<SqlBool> {
  if (administersAll(actor)) return sql<SqlBool>`true`;
  const reach = withinReach(asAdmin(actor), sql.ref<number>('g.office_id'), null);
  return sql<SqlBool>`EXISTS (SELECT FROM account_grant g WHERE g.account_id = account.id AND ${reach})`;
}

const grantsOf = sql<GrantInView[]>`(
  SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'officeId', g.office_id,
    'officeName', o.name, 'officePath', o.path, 'reach', g.reach, 'validFrom', g.valid_from,
    'validTo', g.valid_to) ORDER BY g.valid_from DESC NULLS LAST, g.id DESC), '[]')
  FROM account_grant g JOIN office o ON o.id = g.office_id WHERE g.account_id = account.id)`;

/** One account, or null when it does not exist or lies outside the actor's administration. */
export async function findAccount(db: Reader, actor: Actor, id: number): Promise<AccountInView | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'username', 'display_name as displayName', 'active', 'is_sample as isSample', 'version'])
    .select(['must_change_password as mustChangePassword', 'created_at as createdAt', grantsOf.as('grants')])
    .select((eb) => [
      eb
        .selectFrom('session')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .whereRef('account_id', '=', 'account.id')
        .where('expires_at', '>', sql<Date>`now()`)
        .as('openSessions'),
      eb
        .selectFrom('session')
        .select(({ fn }) => fn.max('last_seen_at').as('seen'))
        .whereRef('account_id', '=', 'account.id')
        .as('lastSeenAt'),
    ])
    .where('id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row ? { ...row, openSessions: row.openSessions ?? 0 } : null;
}

export interface AccountFilter {
  /** Part of the name or user name, with or without marks. */
  text: string;
  role: Role | null;
  /** Null: both. */
  active: boolean | null;
  /** From 1. */
  page: number;
}

export interface AccountRow {
  id: number;
  username: string;
  displayName: string;
  active: boolean;
  isSample: boolean;
  grants: GrantInView[];
}

export const ACCOUNTS_PER_PAGE = 50;

/** A page of the accounts that the actor administers, in the order of Vietnamese lists: given name first. */
export async function listAccounts(
  db: Reader,
  actor: Actor,
  filter: AccountFilter,
): Promise<{ rows: AccountRow[]; total: number }> {
  const found = matching(db, actor, filter);
  const rows = await found
    .select(['id', 'username', 'display_name as displayName', 'active', 'is_sample as isSample'])
    .select(grantsOf.as('grants'))
    .orderBy(sql`given_name(display_name) COLLATE "vi-x-icu", display_name COLLATE "vi-x-icu", id`)
    .limit(ACCOUNTS_PER_PAGE)
    .offset((filter.page - 1) * ACCOUNTS_PER_PAGE)
    .execute();
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

function matching(db: Reader, actor: Actor, { text, role, active }: AccountFilter) {
  let query = db.selectFrom('account').where(visibleTo(actor));
  if (text) {
    query = query.where(
      sql<SqlBool>`(search_key(${text}) <> '' AND search_key(display_name) LIKE ALL
          (SELECT '%' || word || '%' FROM unnest(string_to_array(search_key(${text}), ' ')) AS word)
        OR strpos(username, lower(${text})) > 0)`,
    );
  }
  if (role) {
    query = query.where(
      sql<SqlBool>`EXISTS (SELECT FROM account_grant g WHERE g.account_id = account.id AND g.role = ${role})`,
    );
  }
  return active === null ? query : query.where('active', '=', active);
}
