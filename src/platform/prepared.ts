import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** The names of the statements of a run, by their text. */
const names = new AsyncLocalStorage<Map<string, string>>();
let runs = 0;

/**
 * Whatever is asked of the database within `run` is planned once for each wording and connection, not once for each time.
 * For long work that says the same few hundred things ten thousands of times; everything else is planned for the values
 * that it asks with.
 */
export const preparingStatements = <T>(run: () => Promise<T>): Promise<T> => {
  runs++;
  return names.run(new Map([['', `gs_${runs}`]]), run);
};

/** The name of a statement within {@link preparingStatements}; undefined outside, and for what has no values. */
function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const known = names.getStore();
  if (!known || values.length === 0) return undefined;
  const name = known.get(text) ?? `${known.get('')}_${known.size}`;
  known.set(text, name);
  return name;
}

/** The pool as Kysely asks of it, naming what is to be prepared. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => preparingClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) => {
    const name = nameOf(text, values);
    return client.query({ text, values: [...values], ...(name ? { name } : {}) });
  };
  // nothing here reads by a cursor
  return { query, release: () => client.release() } as unknown as PostgresPoolClient;
}
