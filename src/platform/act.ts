import { type Kysely, sql } from 'kysely';
import type { Db, Tx } from './db.ts';
import type { DB } from './db-types.ts';
import type { Outcome } from './outcome.ts';

/** Carries a refusal out of a transaction so that nothing of it stays. */
class Refused extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('refused');
  }
}

/** Of two that wait for each other the database ends one, which has then written nothing and begins again. */
const MOST_TRIES = 3;

/**
 * Runs one command in one transaction. A refusal rolls everything back. `work` may be run again from the start when the
 * database ended its transaction to let another one through, so it changes nothing but through `tx`. With a request key (a hidden field of
 * every form) the same request done twice, even at the same moment, is done once: the second gets the answer
 * of the first. The answer must therefore survive JSON.
 */
export async function act<T>(
  db: Db,
  requestKey: string | null,
  accountId: number | null,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  // a caller that makes many changes as one (the sample, an import) brings its own transaction
  if (db.isTransaction) return work(db as Tx);
  for (let tried = 1; ; tried++) {
    try {
      return await once(db, requestKey, accountId, work);
    } catch (error) {
      if (error instanceof Refused) return error.outcome;
      if (tried === MOST_TRIES || !endedForAnother(error)) throw error;
    }
  }
}

const once = <T>(
  db: Db,
  requestKey: string | null,
  accountId: number | null,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  db.transaction().execute(async (tx) => {
    const earlier = requestKey ? await claim<T>(tx, requestKey, accountId) : null;
    if (earlier) return earlier;
    const outcome = await work(tx);
    if (!outcome.ok) throw new Refused(outcome);
    if (requestKey) await remember(tx, requestKey, outcome);
    return outcome;
  });

/** PostgreSQL's `deadlock_detected`. */
const endedForAnother = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01';

/** A second claim of the same key waits here until the first has committed or rolled back. */
async function claim<T>(tx: Kysely<DB>, key: string, accountId: number | null): Promise<Outcome<T> | null> {
  const fresh = await tx
    .insertInto('idempotency')
    .values({ key, account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (fresh) return null;
  const row = await tx
    .selectFrom('idempotency')
    .select('outcome')
    .where('key', '=', key)
    .where(sql<boolean>`account_id IS NOT DISTINCT FROM ${accountId}`)
    .executeTakeFirst();
  if (!row) return { ok: false, refusal: { kind: 'not_found' } };
  return row.outcome as unknown as Outcome<T>;
}

async function remember<T>(tx: Kysely<DB>, key: string, outcome: Outcome<T>): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ outcome: JSON.stringify(outcome) })
    .where('key', '=', key)
    .execute();
}

/** Nobody sends a form again after a week: its key is forgotten. Called at start and once a day. */
export async function forgetOldRequests(db: Db): Promise<void> {
  await db.deleteFrom('idempotency').where('created_at', '<', sql<Date>`now() - interval '7 days'`).execute();
}
