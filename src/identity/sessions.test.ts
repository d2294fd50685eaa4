import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeActor, makeProvince, type Province, TEST_DAY } from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { endSession, endSessionsOf, findSession, hashOfToken, startSession } from './sessions.ts';

let database: FreshDatabase;
let open: OpenDb;
let office: Province;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  office = await makeProvince(open.db);
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

const NOWHERE = { ip: '10.0.0.7', userAgent: 'Trình duyệt' };
const start = async (hours = 12) => {
  const actor = await makeActor(open.db, [['unit', office.commune, 'own']]);
  return { actor, token: await startSession(open.db, actor.accountId, hours, NOWHERE) };
};
const find = (token: string, day = TEST_DAY) => findSession(open.db, token, day, 12);
const shift = (token: string, what: string) =>
  sql`UPDATE session SET ${sql.raw(what)} WHERE token_hash = ${hashOfToken(token)}`.execute(open.db);

describe('a session', () => {
  it('is found by its token with the person and their roles', async () => {
    const { actor, token } = await start();
    const session = await find(token);
    expect(session?.actor).toEqual(actor);
    expect(session?.mustChangePassword).toBe(false);
    expect(await find('another token')).toBeNull();
  });

  it('is stored without its token', async () => {
    const { token } = await start();
    const { rows } = await sql<{
      all: string;
    }>`SELECT string_agg(s::text, ' ') AS all FROM session s`.execute(open.db);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(rows[0]?.all).not.toContain(token);
  });

  it('ends after its hours without a click', async () => {
    const { token } = await start();
    await shift(token, "expires_at = now() - interval '1 second'");
    expect(await find(token)).toBeNull();
  });

  it('goes on with each use, written down once a minute', async () => {
    const { token } = await start(1);
    const ends = async () => {
      const row = await open.db
        .selectFrom('session')
        .select('expires_at')
        .where('token_hash', '=', hashOfToken(token))
        .executeTakeFirstOrThrow();
      return row.expires_at.getTime();
    };
    const first = await ends();
    await find(token);
    expect(await ends()).toBe(first);
    await shift(token, "last_seen_at = now() - interval '2 minutes'");
    await find(token);
    expect(await ends()).toBeGreaterThan(first + 10 * 3600_000);
  });

  it('ends after 30 days however busy it is', async () => {
    const { token } = await start();
    await shift(
      token,
      "created_at = now() - interval '29 days 23 hours', last_seen_at = now() - interval '2 minutes'",
    );
    expect(await find(token)).not.toBeNull();
    const { rows } = await sql<{ left: number }>`SELECT extract(epoch FROM expires_at - now())::float8 AS left
      FROM session WHERE token_hash = ${hashOfToken(token)}`.execute(open.db);
    expect(rows[0]?.left).toBeLessThanOrEqual(3600);
    await shift(
      token,
      "created_at = created_at - interval '1 hour', last_seen_at = now() - interval '2 minutes'",
    );
    await find(token);
    expect(await find(token)).toBeNull();
  });

  it('holds only the roles that are valid on the day', async () => {
    const { actor, token } = await start();
    await open.db
      .insertInto('account_grant')
      .values([
        {
          account_id: actor.accountId,
          role: 'lead',
          office_id: office.lead.id,
          reach: 'own',
          valid_from: '2018-11-15',
        },
        {
          account_id: actor.accountId,
          role: 'leader',
          office_id: office.lead.id,
          reach: 'own',
          valid_to: '2018-11-14',
        },
        {
          account_id: actor.accountId,
          role: 'press',
          office_id: office.lead.id,
          reach: 'own',
          valid_to: '2018-11-15',
        },
      ])
      .execute();
    const rolesOn = async (day: string) => (await find(token, day))?.actor.grants.map((grant) => grant.role);
    expect(await rolesOn('2018-11-14')).toEqual(['unit', 'leader', 'press']);
    expect(await rolesOn('2018-11-15')).toEqual(['unit', 'lead', 'press']);
    expect(await rolesOn('2018-11-16')).toEqual(['unit', 'lead']);
  });

  it('is nobody any more once the account is closed', async () => {
    const { actor, token } = await start();
    await open.db.updateTable('account').set({ active: false }).where('id', '=', actor.accountId).execute();
    expect(await find(token)).toBeNull();
  });

  it('ends alone, or all of an account but one', async () => {
    const { actor, token } = await start();
    const other = await startSession(open.db, actor.accountId, 12, NOWHERE);
    const third = await startSession(open.db, actor.accountId, 12, NOWHERE);
    await endSession(open.db, hashOfToken(third));
    expect([await find(token), await find(third)].map(Boolean)).toEqual([true, false]);
    await endSessionsOf(open.db, actor.accountId, hashOfToken(token));
    expect([await find(token), await find(other)].map(Boolean)).toEqual([true, false]);
  });

  it('is cleared away when it has ended and somebody signs in', async () => {
    const { token } = await start();
    await shift(token, "expires_at = now() - interval '1 day'");
    await start();
    const left = await open.db
      .selectFrom('session')
      .select('token_hash')
      .where('expires_at', '<', new Date())
      .execute();
    expect(left).toEqual([]);
  });

  it('is used by many requests at the same moment', async () => {
    const { token } = await start();
    await shift(token, "last_seen_at = now() - interval '2 minutes'");
    const found = await Promise.all(Array.from({ length: 30 }, () => find(token)));
    expect(found.every((session) => session !== null)).toBe(true);
  });
});
