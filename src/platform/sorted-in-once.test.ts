import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb, type Tx } from './db.ts';
import { sortedInOnce } from './sorted-in-once.ts';

let fresh: FreshDatabase;
let open: OpenDb;
beforeAll(async () => {
  fresh = await freshDatabase();
  open = openDb(fresh.url);
  await sql`CREATE TABLE word (text text NOT NULL)`.execute(open.db);
  await sql`CREATE INDEX word_trgm ON word USING gin (text gin_trgm_ops)`.execute(open.db);
});
afterAll(async () => {
  await open.close();
  await fresh.drop();
});

const write = (tx: Tx) =>
  sql`INSERT INTO word SELECT md5(n::text) FROM generate_series(1, 5000) AS n`.execute(tx);

/** How many pages still waited to be sorted in. */
const stillWaiting = async (tx: Tx) => {
  const { rows } = await sql<{
    pages: number;
  }>`SELECT gin_clean_pending_list('word_trgm')::int AS pages`.execute(tx);
  return rows[0]?.pages;
};

const limit = async (tx: Tx) => {
  const { rows } = await sql<{ gin_pending_list_limit: string }>`SHOW gin_pending_list_limit`.execute(tx);
  return rows[0]?.gin_pending_list_limit;
};

describe('many rows are sorted into an index once', () => {
  it('while they are written there is room for all of them, and afterwards nothing waits', async () => {
    await open.db.transaction().execute(async (tx) => {
      const during = await sortedInOnce(tx, ['word_trgm'], async () => {
        await write(tx);
        return limit(tx);
      });
      expect(during).toBe('16MB');
      expect(await stillWaiting(tx)).toBe(0);
    });
  });

  it('without it some are left to wait', async () => {
    await open.db.transaction().execute(async (tx) => {
      await write(tx);
      expect(await stillWaiting(tx)).toBeGreaterThan(0);
    });
  });

  it('who writes next in the same transaction, or by the same connection, keeps to the usual room', async () => {
    await open.db.transaction().execute(async (tx) => {
      expect(await limit(tx)).toBe('64kB');
      await sortedInOnce(tx, ['word_trgm'], () => write(tx));
      expect(await limit(tx)).toBe('64kB');
    });
    await open.db.transaction().execute(async (tx) => expect(await limit(tx)).toBe('64kB'));
  });
});
