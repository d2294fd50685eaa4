import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { act, forgetOldRequests } from './act.ts';
import { type OpenDb, openDb, type Tx } from './db.ts';
import { done, type Outcome, refused } from './outcome.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url, { max: 20 });
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

let serial = 0;
const newKey = () => `khoa-bieu-mau-${++serial}`;
/** Writes one row; what is in the table shows how often the work was done. */
const write = async (tx: Tx, name: string) => {
  await tx
    .insertInto('setting')
    .values({ key: `${name}-${++serial}`, value: '1' })
    .execute();
};
const written = async (name: string) =>
  (await open.db.selectFrom('setting').select('key').where('key', 'like', `${name}-%`).execute()).length;
const NO: Outcome<never> = refused({ rule: 'no', sentence: 'Không được.' });

describe('a command', () => {
  it('keeps what it wrote, and answers', async () => {
    const outcome = await act(open.db, null, null, async (tx) => {
      await write(tx, 'kept');
      return done({ id: 7 });
    });
    expect([outcome, await written('kept')]).toEqual([done({ id: 7 }), 1]);
  });

  it('that is refused leaves nothing of what it wrote', async () => {
    const outcome = await act(open.db, newKey(), 1, async (tx) => {
      await write(tx, 'refused');
      return NO;
    });
    expect([outcome, await written('refused')]).toEqual([NO, 0]);
  });

  it('that breaks leaves nothing, and the error goes on', async () => {
    const work = act(open.db, newKey(), 1, async (tx) => {
      await write(tx, 'broken');
      throw new Error('broken');
    });
    await expect(work).rejects.toThrow('broken');
    expect(await written('broken')).toBe(0);
  });

  it('that waits in a ring with another is done once the other is, and only once', async () => {
    const [one, other] = ['ring-one', 'ring-other'];
    for (const key of [one, other]) await open.db.insertInto('setting').values({ key, value: '0' }).execute();
    let begun = 0;
    let bothBegun = () => {};
    const both = new Promise<void>((resolve) => {
      bothBegun = resolve;
    });
    const lock = (tx: Tx, key: string) =>
      tx.selectFrom('setting').select('key').where('key', '=', key).forUpdate().execute();
    const inOrder = (first: string, second: string) =>
      act(open.db, newKey(), 1, async (tx) => {
        await lock(tx, first);
        if (++begun === 2) bothBegun();
        await both;
        await lock(tx, second);
        await write(tx, 'ring-done');
        return done({ first });
      });
    expect(await Promise.all([inOrder(one, other), inOrder(other, one)])).toEqual([
      done({ first: one }),
      done({ first: other }),
    ]);
    expect([begun, await written('ring-done')]).toEqual([3, 2]);
  });

  it('inside the transaction of another stands and falls with it', async () => {
    const outer = open.db.transaction().execute(async (tx) => {
      const outcome = await act(tx, newKey(), 1, async (inner) => {
        await write(inner, 'inner');
        return done(null);
      });
      expect(outcome).toEqual(done(null));
      throw new Error('the outer one breaks');
    });
    await expect(outer).rejects.toThrow('the outer one breaks');
    expect(await written('inner')).toBe(0);
  });
});

describe('a form that is sent twice', () => {
  const send = (name: string, key: string, answer = done(++serial), account: number | null = 1) =>
    act(open.db, key, account, async (tx) => {
      await write(tx, name);
      return answer;
    });

  it('is done once, and the second gets the answer of the first', async () => {
    const key = newKey();
    const first = await send('twice', key);
    expect(await send('twice', key)).toEqual(first);
    expect(await written('twice')).toBe(1);
  });

  it('is done once also when ten arrive at the same moment', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('ten', key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await written('ten')).toBe(1);
  });

  it('is done the second time when the first was refused', async () => {
    const key = newKey();
    expect(await act(open.db, key, 1, async () => NO)).toEqual(NO);
    expect((await send('after-refusal', key)).ok).toBe(true);
    expect(await written('after-refusal')).toBe(1);
  });

  it('is done by the one who waited when the one before was refused or broke', async () => {
    const key = newKey();
    let second: Promise<Outcome<number>> | undefined;
    const first = act(open.db, key, 1, async () => {
      // by now the key is claimed, so that the second waits
      second = send('waited', key);
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error('broke');
    });
    await expect(first).rejects.toThrow('broke');
    expect((await second)?.ok).toBe(true);
    expect(await written('waited')).toBe(1);
  });

  it('tells nothing to somebody else who sends the same key', async () => {
    const key = newKey();
    await send('mine', key, done(1), 1);
    for (const account of [2, null])
      expect(await send('mine', key, done(2), account)).toEqual({
        ok: false,
        refusal: { kind: 'not_found' },
      });
    expect(await written('mine')).toBe(1);
  });

  it('with another key is another form', async () => {
    await send('two-keys', newKey());
    await send('two-keys', newKey());
    expect(await written('two-keys')).toBe(2);
  });
});

describe('the keys of old requests', () => {
  it('are forgotten after a week, and not before', async () => {
    await open.db.deleteFrom('idempotency').execute();
    await sql`INSERT INTO idempotency (key, created_at) VALUES
      ('cũ-hơn-một-tuần', now() - interval '8 days'), ('hôm-qua-còn-nhớ', now() - interval '1 day')`.execute(
      open.db,
    );
    await forgetOldRequests(open.db);
    const kept = await open.db.selectFrom('idempotency').select('key').execute();
    expect(kept).toEqual([{ key: 'hôm-qua-còn-nhớ' }]);
  });
});
