import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, makeActor, makeProvince, type Province, TEST_DAY } from '../../test/factories.ts';
import { historyOf } from '../audit/timeline.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import {
  createAccount,
  deactivateAccount,
  reactivateAccount,
  renameAccount,
  resetPassword,
} from './account-commands.ts';
import { findAccount } from './account-queries.ts';
import type { Actor } from './actor.ts';
import { findSession, startSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

let database: FreshDatabase;
let open: OpenDb;
let office: Province;
let admin: Actor & { accountId: number };
let districtAdmin: Actor & { accountId: number };

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  office = await makeProvince(open.db);
  admin = await makeActor(open.db, [['admin', office.province, 'all']], 'Quản Trị Tỉnh');
  districtAdmin = await makeActor(open.db, [['admin', office.district, 'branch']], 'Quản Trị Huyện');
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

let serial = 0;
const newAccount = () => ({
  username: `canbo${++serial}`,
  displayName: 'Nguyễn Thị Hoa',
  role: 'unit' as const,
  officeId: office.commune.id,
  reach: 'own' as const,
  validFrom: null,
  validTo: null,
});
const officer = () => makeActor(open.db, [['unit', office.commune, 'own']]);
const as = (actor: Actor, requestKey?: string) => actingAs(open.db, actor, requestKey ? { requestKey } : {});
const arrival = () => ({
  db: open.db,
  clock: new SettableClock(TEST_DAY),
  ip: null,
  userAgent: null,
  sessionHours: 12,
});
const ruleOf = (outcome: Outcome<unknown>) =>
  !outcome.ok && outcome.refusal.kind === 'refused' ? outcome.refusal.reasons[0]?.rule : outcome;
const given = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};

describe('a new account', () => {
  it('gets its role and a one-time password, with which one signs in and must change it', async () => {
    const input = newAccount();
    const { id } = given(await createAccount(as(admin), input, 'k7mp-x4tq-9hjd-wn3e'));
    const { token } = given(
      await signIn(arrival(), { username: input.username, password: 'k7mp-x4tq-9hjd-wn3e' }),
    );
    const session = await findSession(open.db, token, TEST_DAY, 12);
    expect(session?.mustChangePassword).toBe(true);
    expect(session?.actor.grants).toMatchObject([
      { role: 'unit', officeId: office.commune.id, reach: 'own' },
    ]);
    const [, created] = await historyOf(open.db, 'account', id);
    expect(created).toMatchObject({ who: 'Quản Trị Tỉnh', verb: 'đã lập tài khoản' });
    expect(JSON.stringify(created)).not.toContain('k7mp');
  });

  it('is made once however often the form is sent, and keeps no password anywhere', async () => {
    const input = newAccount();
    const sent = await Promise.all(
      [1, 2, 3].map(() => createAccount(as(admin, `khoa-${input.username}`), input, 'k7mp-x4tq-9hjd-wn3e')),
    );
    expect(new Set(sent.map((outcome) => given(outcome).id)).size).toBe(1);
    const kept = await open.db.selectFrom('idempotency').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('k7mp');
  });

  it('cannot have the name of another, in small or capital letters', async () => {
    const input = newAccount();
    await createAccount(as(admin), input, 'k7mp-x4tq-9hjd-wn3e');
    const again = { ...input, username: input.username.toUpperCase() };
    expect(await createAccount(as(admin), again, 'k7mp-x4tq-9hjd-wn3e')).toMatchObject({
      refusal: { kind: 'invalid', fields: { tenDangNhap: expect.stringContaining('đã có người dùng') } },
    });
  });

  it('leaves nothing behind when its role may not be given', async () => {
    const input = { ...newAccount(), officeId: office.standing.id };
    expect(ruleOf(await createAccount(as(districtAdmin), input, 'k7mp-x4tq-9hjd-wn3e'))).toBe(
      'grant_beyond_reach',
    );
    const nowhere = { ...newAccount(), officeId: 999_999 };
    expect(await createAccount(as(admin), nowhere, 'k7mp-x4tq-9hjd-wn3e')).toMatchObject({
      refusal: { kind: 'invalid', fields: { donVi: expect.any(String) } },
    });
    const names = [input.username, nowhere.username];
    expect(await open.db.selectFrom('account').where('username', 'in', names).execute()).toEqual([]);
  });
});

describe('closing an account', () => {
  it('ends its sessions at once and keeps the reason', async () => {
    const { accountId } = await officer();
    const token = await startSession(open.db, accountId, 12, { ip: null, userAgent: null });
    given(await deactivateAccount(as(admin), { id: accountId, version: 1, reason: 'Nghỉ hưu' }));
    expect(await findSession(open.db, token, TEST_DAY, 12)).toBeNull();
    expect(await historyOf(open.db, 'account', accountId)).toMatchObject([
      { verb: 'đã khóa tài khoản', reason: 'Nghỉ hưu', version: 2 },
    ]);
    given(await reactivateAccount(as(admin), { id: accountId, version: 2 }));
    expect((await findAccount(open.db, admin, accountId))?.active).toBe(true);
  });

  it('is refused for oneself, and twice', async () => {
    const reason = 'thử';
    expect(ruleOf(await deactivateAccount(as(admin), { id: admin.accountId, version: null, reason }))).toBe(
      'own_account',
    );
    const { accountId } = await officer();
    await deactivateAccount(as(admin), { id: accountId, version: null, reason });
    expect(ruleOf(await deactivateAccount(as(admin), { id: accountId, version: null, reason }))).toBe(
      'not_active',
    );
  });

  it('is refused for a form that was opened before somebody else changed the account', async () => {
    const { accountId } = await officer();
    given(await renameAccount(as(admin), { id: accountId, version: 1, displayName: 'Tên Mới' }));
    expect(await renameAccount(as(admin), { id: accountId, version: 1, displayName: 'Tên Khác' })).toEqual({
      ok: false,
      refusal: { kind: 'stale', currentVersion: 2 },
    });
    expect((await historyOf(open.db, 'account', accountId))[0]?.changes[0]).toEqual([
      'Họ tên',
      expect.stringContaining('Người Thử'),
      'Tên Mới',
    ]);
  });
});

describe('a new password from the administrator', () => {
  it('replaces the old one, ends the sessions and opens a door that was shut by wrong tries', async () => {
    const input = newAccount();
    const { id } = given(await createAccount(as(admin), input, 'k7mp-x4tq-9hjd-wn3e'));
    const { token } = given(
      await signIn(arrival(), { username: input.username, password: 'k7mp-x4tq-9hjd-wn3e' }),
    );
    for (let n = 0; n < 6; n++) await signIn(arrival(), { username: input.username, password: 'sai rồi mà' });
    given(await resetPassword(as(admin), { id, version: null }, 'aaaa-bbbb-cccc-dddd'));
    expect(await findSession(open.db, token, TEST_DAY, 12)).toBeNull();
    const enter = (password: string) => signIn(arrival(), { username: input.username, password });
    expect((await enter('k7mp-x4tq-9hjd-wn3e')).ok).toBe(false);
    expect((await enter('aaaa-bbbb-cccc-dddd')).ok).toBe(true);
  });

  it('is not for oneself', async () => {
    const own = { id: admin.accountId, version: null };
    expect(ruleOf(await resetPassword(as(admin), own, 'aaaa-bbbb-cccc-dddd'))).toBe('own_account');
  });
});
