import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Db, Reader } from '../platform/db.ts';
import type { Actor, Grant } from './actor.ts';

/** However busy somebody is, after this they sign in again. */
export const LONGEST_SESSION_DAYS = 30;

/** The session that a request came with. */
export interface OpenSession {
  tokenHash: Buffer;
  username: string;
  /** Nothing else may be done before the password is changed. */
  mustChangePassword: boolean;
  actor: Actor & { accountId: number };
}

/** Only this is stored: whoever reads the table cannot act as anybody. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Opens a session and clears away the expired ones. Lifetimes are counted by the database's own clock, not by the
 * day of the office: the sample's day may be set back by years.
 *
 * @returns the token for the cookie, 256 random bits
 */
export async function startSession(
  db: Reader,
  accountId: number,
  hours: number,
  from: { ip: string | null; userAgent: string | null },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.deleteFrom('session').where('expires_at', '<', sql<Date>`now()`).execute();
  await db
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      account_id: accountId,
      expires_at: sql<Date>`now() + make_interval(hours => ${hours})`,
      ip: from.ip,
      user_agent: from.userAgent?.slice(0, 300) ?? null,
    })
    .execute();
  return token;
}

interface SessionRow {
  account_id: number;
  username: string;
  display_name: string;
  must_change_password: boolean;
  grants: Grant[];
}

/**
 * The session of a token with the grants that are valid on the day, in one statement. Each use pushes its end
 * away by `hours`, written down at most once a minute and never beyond {@link LONGEST_SESSION_DAYS}.
 */
export async function findSession(
  db: Db,
  token: string,
  today: Day,
  hours: number,
): Promise<OpenSession | null> {
  const tokenHash = hashOfToken(token);
  const { rows } = await sql<SessionRow>`
    WITH used AS (
      UPDATE session SET
        last_seen_at = now(),
        expires_at = least(now() + make_interval(hours => ${hours}),
                           created_at + make_interval(days => ${LONGEST_SESSION_DAYS}))
      WHERE token_hash = ${tokenHash} AND expires_at > now() AND last_seen_at < now() - interval '1 minute'
    )
    SELECT a.id AS account_id, a.username, a.display_name, a.must_change_password, held.grants
    FROM session s
    JOIN account a ON a.id = s.account_id AND a.active
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('role', g.role, 'officeId', g.office_id,
        'officeName', o.name, 'reach', g.reach) ORDER BY g.id), '[]') AS grants
      FROM account_grant g JOIN office o ON o.id = g.office_id
      WHERE g.account_id = a.id
        AND (g.valid_from IS NULL OR g.valid_from <= ${today}::date)
        AND (g.valid_to IS NULL OR g.valid_to >= ${today}::date)
    ) held
    WHERE s.token_hash = ${tokenHash} AND s.expires_at > now()`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    tokenHash,
    username: row.username,
    mustChangePassword: row.must_change_password,
    actor: { accountId: row.account_id, displayName: row.display_name, grants: row.grants },
  };
}

export async function endSession(db: Reader, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Ends the sessions of an account; `except` is the one that goes on. */
export async function endSessionsOf(db: Reader, accountId: number, except?: Buffer): Promise<void> {
  let sessions = db.deleteFrom('session').where('account_id', '=', accountId);
  if (except) sessions = sessions.where('token_hash', '!=', except);
  await sessions.execute();
}
