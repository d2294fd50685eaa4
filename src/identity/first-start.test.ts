import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeOffice, TEST_DAY } from '../../test/factories.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { completeFirstStart, type FillDatabase, firstStartLink, isFirstStartOpen } from './first-start.ts';
import { findSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeEach(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
});

afterEach(async () => {
  await open.close();
  await database.drop();
});

const FIRST = { username: 'QuanTri', displayName: 'Nguyễn Văn Quản', password: 'con trâu đi cày' };
const emptyProvince: FillDatabase = async (tx) => {
  const office = await makeOffice(tx, null, { name: 'UBND tỉnh Phú Thọ', kind: 'province' });
  return { officeId: office.id };
};
const newToken = async () => {
  const link = await firstStartLink(open.db, 'https://guongsang.example');
  expect(link).toMatch(/^https:\/\/guongsang\.example\/khoi-tao\/[\w-]{43}$/);
  return link?.split('/').at(-1) ?? '';
};
const complete = (token: string, fill = emptyProvince, first = FIRST) =>
  completeFirstStart(
    { db: open.db, clock: new SettableClock(TEST_DAY), ip: null, requestKey: null },
    token,
    first,
    fill,
  );
const accounts = () => open.db.selectFrom('account').select(['id', 'username']).execute();

describe('the link of the first start', () => {
  it('makes the first account, which administers everything, on any day', async () => {
    expect((await complete(await newToken())).ok).toBe(true);
    const arrival = {
      db: open.db,
      clock: new SettableClock(TEST_DAY),
      ip: null,
      userAgent: null,
      sessionHours: 12,
    };
    const outcome = await signIn(arrival, FIRST);
    if (!outcome.ok) throw new Error('refused');
    for (const day of ['2010-01-01', TEST_DAY, '2039-12-31'])
      expect((await findSession(open.db, outcome.value.token, day, 12))?.actor).toMatchObject({
        displayName: 'Nguyễn Văn Quản',
        grants: [{ role: 'admin', reach: 'all', officeName: 'UBND tỉnh Phú Thọ' }],
      });
  });

  it('is not offered once there is an account', async () => {
    await complete(await newToken());
    expect(await firstStartLink(open.db, 'https://guongsang.example')).toBeNull();
  });

  it('works once', async () => {
    const token = await newToken();
    await complete(token);
    expect(await isFirstStartOpen(open.db, token)).toBe(false);
    expect(await complete(token)).toMatchObject({ refusal: { reasons: [{ rule: 'link_used' }] } });
    expect(await accounts()).toHaveLength(1);
  });

  it('works once when two use it at the same moment', async () => {
    const token = await newToken();
    const outcomes = await Promise.all([
      complete(token),
      complete(token, emptyProvince, { ...FIRST, username: 'hai' }),
    ]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(await accounts()).toHaveLength(1);
  });

  it('is void after the next start, after a day, and when it is made up', async () => {
    const old = await newToken();
    const fresh = await newToken();
    expect([await isFirstStartOpen(open.db, old), await isFirstStartOpen(open.db, fresh)]).toEqual([
      false,
      true,
    ]);
    await sql`UPDATE setup_link SET expires_at = now() - interval '1 second'`.execute(open.db);
    expect(await isFirstStartOpen(open.db, fresh)).toBe(false);
    for (const token of [old, fresh, 'made-up', '']) expect((await complete(token)).ok).toBe(false);
    expect(await accounts()).toEqual([]);
  });

  it('is stored as a hash only', async () => {
    const token = await newToken();
    const { rows } = await sql<{
      all: string;
    }>`SELECT string_agg(l::text, ' ') AS all FROM setup_link l`.execute(open.db);
    expect(rows[0]?.all).not.toContain(token);
  });

  it('can be used again when filling the database failed, and nothing of it stayed', async () => {
    const token = await newToken();
    const failing: FillDatabase = async (tx) => {
      await makeOffice(tx, null, { name: 'Nửa chừng', kind: 'province' });
      throw new Error('the disk is full');
    };
    await expect(complete(token, failing)).rejects.toThrow('the disk is full');
    expect([await accounts(), await open.db.selectFrom('office').execute()]).toEqual([[], []]);
    expect((await complete(token)).ok).toBe(true);
  });

  it('asks for another name when the sample already has that one', async () => {
    const token = await newToken();
    const withAccount: FillDatabase = async (tx, acting) => {
      await tx
        .insertInto('account')
        .values({ username: 'quantri', display_name: 'Mẫu', is_sample: true })
        .execute();
      return emptyProvince(tx, acting);
    };
    expect(await complete(token, withAccount)).toMatchObject({
      refusal: { fields: { tenDangNhap: expect.stringContaining('dữ liệu mẫu') } },
    });
    expect((await complete(token, withAccount, { ...FIRST, username: 'khac' })).ok).toBe(true);
  });
});
