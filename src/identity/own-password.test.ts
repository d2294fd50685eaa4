import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { actingAs, makeActor, makeProvince, TEST_DAY } from '../../test/factories.ts';
import { historyOf } from '../audit/timeline.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { changeOwnPassword, signOut } from './own-password.ts';
import { hashPassword } from './passwords.ts';
import { findSession, startSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

let database: FreshDatabase;
let open: OpenDb;
const OLD = 'con trâu đi cày';
const NEW = 'con cò bay lả bay la';
const NOWHERE = { ip: null, userAgent: null };

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

async function somebodySignedIn() {
  const { commune } = await makeProvince(open.db);
  const actor = await makeActor(open.db, [['unit', commune, 'own']]);
  await open.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(OLD), must_change_password: true })
    .where('id', '=', actor.accountId)
    .execute();
  const token = await startSession(open.db, actor.accountId, 12, NOWHERE);
  const session = await findSession(open.db, token, TEST_DAY, 12);
  if (!session) throw new Error('no session');
  const change = (typed: Partial<{ current: string; next: string; again: string }>, key?: string) =>
    changeOwnPassword(actingAs(open.db, actor, key ? { requestKey: key } : {}), session, {
      current: OLD,
      next: NEW,
      again: NEW,
      ...typed,
    });
  const enter = (password: string) =>
    signIn(
      { db: open.db, clock: actingAs(open.db, actor).clock, sessionHours: 12, ...NOWHERE },
      { username: session.username, password },
    );
  return { actor, token, session, change, enter };
}

describe("changing one's own password", () => {
  it('lets the new one in and the old one not, and frees from the duty to change', async () => {
    const { change, enter, token, actor } = await somebodySignedIn();
    expect((await change({})).ok).toBe(true);
    expect((await enter(OLD)).ok).toBe(false);
    expect((await enter(NEW)).ok).toBe(true);
    expect((await findSession(open.db, token, TEST_DAY, 12))?.mustChangePassword).toBe(false);
    const history = await historyOf(open.db, 'account', actor.accountId);
    expect(history.at(-1)).toMatchObject({ verb: 'đã đổi mật khẩu', changes: [], version: 2 });
  });

  it('ends the other sessions: whoever had the old password is out', async () => {
    const { change, token, actor } = await somebodySignedIn();
    const other = await startSession(open.db, actor.accountId, 12, NOWHERE);
    await change({});
    const open_ = await Promise.all([token, other].map((one) => findSession(open.db, one, TEST_DAY, 12)));
    expect(open_.map(Boolean)).toEqual([true, false]);
  });

  it.each([
    ['the present one is wrong', { current: 'sai rồi' }, 'matKhauCu'],
    ['the new one is too easy', { next: 'matkhau123', again: 'matkhau123' }, 'matKhauMoi'],
    ['the new one is the old one', { next: OLD, again: OLD }, 'matKhauMoi'],
    ['the two new ones differ', { again: `${NEW}.` }, 'matKhauNhacLai'],
  ])('is refused when %s, and changes nothing', async (_why, typed, field) => {
    const { change, enter } = await somebodySignedIn();
    const outcome = await change(typed);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { [field]: expect.any(String) } },
    });
    expect((await enter(OLD)).ok).toBe(true);
  });

  it('is done once when the form is sent twice', async () => {
    const { change, actor } = await somebodySignedIn();
    const twice = await Promise.all([change({}, 'mot-bieu-mau'), change({}, 'mot-bieu-mau')]);
    expect(twice.map((outcome) => outcome.ok)).toEqual([true, true]);
    expect(await historyOf(open.db, 'account', actor.accountId)).toHaveLength(1);
  });

  it('slows down guessing of the present one', async () => {
    const { change } = await somebodySignedIn();
    for (let n = 0; n < 5; n++) await change({ current: `đoán lần ${n}` });
    expect(await change({})).toMatchObject({
      refusal: { fields: { matKhauCu: expect.stringContaining('Hãy đợi') } },
    });
  });
});

it('signing out ends the session and is recorded', async () => {
  const { actor, session, token } = await somebodySignedIn();
  await signOut(actingAs(open.db, actor), session);
  expect(await findSession(open.db, token, TEST_DAY, 12)).toBeNull();
  expect(await historyOf(open.db, 'account', actor.accountId)).toMatchObject([{ verb: 'đã đăng xuất' }]);
});
