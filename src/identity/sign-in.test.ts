import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeActor, makeProvince, type Province, TEST_DAY } from '../../test/factories.ts';
import { historyOf } from '../audit/timeline.ts';
import { SettableClock } from '../platform/clock.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { hashPassword } from './passwords.ts';
import { findSession } from './sessions.ts';
import { type Arrival, enterSample, signIn, waitingSentence } from './sign-in.ts';

let database: FreshDatabase;
let open: OpenDb;
let office: Province;
let arrival: Arrival;
const PASSWORD = 'con trâu đi cày';

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  office = await makeProvince(open.db);
  arrival = { db: open.db, clock: new SettableClock(TEST_DAY), ip: null, userAgent: 'thử', sessionHours: 12 };
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

let serial = 0;
async function makeAccount(
  fields: { active?: boolean; is_sample?: boolean; withoutPassword?: boolean } = {},
) {
  const { withoutPassword, ...columns } = fields;
  const actor = await makeActor(open.db, [['unit', office.commune, 'own']]);
  const username = `canbo${++serial}`;
  const password_hash = withoutPassword ? null : await hashPassword(PASSWORD);
  await open.db
    .updateTable('account')
    .set({ username, password_hash, ...columns })
    .where('id', '=', actor.accountId)
    .execute();
  return { ...actor, username };
}

const attempt = (username: string, password: string) => signIn(arrival, { username, password });

describe('signing in', () => {
  it('opens a session and is recorded', async () => {
    const account = await makeAccount();
    const outcome = await attempt(account.username, PASSWORD);
    if (!outcome.ok) throw new Error('refused');
    const session = await findSession(open.db, outcome.value.token, TEST_DAY, 12);
    expect(session?.actor.accountId).toBe(account.accountId);
    expect(await historyOf(open.db, 'account', account.accountId)).toMatchObject([
      { who: account.displayName, verb: 'đã đăng nhập' },
    ]);
  });

  it('takes the name in capitals and with spaces around it', async () => {
    const { username } = await makeAccount();
    expect((await attempt(`  ${username.toUpperCase()} `, PASSWORD)).ok).toBe(true);
  });

  it('answers a wrong password, an unknown name, a closed account and one without a password alike', async () => {
    const right = await makeAccount();
    const closed = await makeAccount({ active: false });
    const without = await makeAccount({ withoutPassword: true });
    const answers = await Promise.all([
      attempt(right.username, 'con trâu đi cầy'),
      attempt('khong-co-ai', PASSWORD),
      attempt(closed.username, PASSWORD),
      attempt(without.username, ''),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, refusal: { reasons: [{ rule: 'wrong_password' }] } });
  });

  it('takes as long for a name that does not exist as for a wrong password', async () => {
    const accounts = await Promise.all(Array.from({ length: 9 }, () => makeAccount()));
    const timed = async (name: string) => {
      const begin = performance.now();
      await attempt(name, 'sai mật khẩu rồi');
      return performance.now() - begin;
    };
    // in turns, so that whatever else the machine does meets both alike
    const known: number[] = [];
    const unknown: number[] = [];
    for (const { username } of accounts) {
      known.push(await timed(username));
      unknown.push(await timed(`khong-co-${username}`));
    }
    const middle = (times: number[]) => times.sort((one, other) => one - other)[4] ?? 0;
    expect(middle(unknown)).toBeGreaterThan(middle(known) * 0.35);
    expect(middle(known)).toBeGreaterThan(middle(unknown) * 0.35);
  });

  it('makes one wait after five wrong passwords, even with the right one, whether the name exists or not', async () => {
    const { username } = await makeAccount();
    for (const name of [username, 'khong-co-ai-ca']) {
      for (let n = 0; n < 5; n++) await attempt(name, 'sai mật khẩu rồi');
      expect(await attempt(name, PASSWORD)).toMatchObject({
        ok: false,
        refusal: {
          reasons: [{ rule: 'too_many_failures', sentence: expect.stringMatching(/Hãy đợi (2\d|30) giây/) }],
        },
      });
    }
  });

  it('forgets the failures after the right password', async () => {
    const { username } = await makeAccount();
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await attempt(username, 'sai mật khẩu rồi');
      expect((await attempt(username, PASSWORD)).ok).toBe(true);
    }
  });

  it('says the waiting time in words', () => {
    expect(waitingSentence(5)).toContain('đợi 5 giây');
    expect(waitingSentence(61)).toContain('đợi 2 phút');
  });
});

describe('the one-click entrance', () => {
  it('opens only active accounts of the sample', async () => {
    const sample = await makeAccount({ is_sample: true });
    expect((await enterSample(arrival, sample.accountId)).ok).toBe(true);
    const others = [
      await makeAccount(),
      await makeAccount({ is_sample: true, active: false }),
      { accountId: 999_999 },
    ];
    for (const { accountId } of others)
      expect(await enterSample(arrival, accountId)).toEqual({ ok: false, refusal: { kind: 'not_found' } });
  });
});
