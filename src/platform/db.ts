import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db-types.ts';
import { preparingPool } from './prepared.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;
/** A read may run inside or outside of a transaction. */
export type Reader = Db | Tx;

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;
const INT8_ARRAY = 1016;

/**
 * Dates stay ISO strings ('2018-11-15'): a day of the office has no time zone. Ids fit a JavaScript number;
 * figures (numeric) are shown, not reckoned with, beyond its precision.
 */
function typeParsers() {
  const types = new pg.TypeOverrides();
  types.setTypeParser(DATE, (text: string) => text);
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  types.setTypeParser(INT8_ARRAY, (text: string) =>
    text === '{}' ? [] : text.slice(1, -1).split(',').map(Number),
  );
  return types;
}

export interface OpenDb {
  db: Db;
  close(): Promise<void>;
}

/**
 * Opens a pool. `onIdleError` hears of connections that break while idle (a restarted server): without it
 * Node would end the process.
 */
export function openDb(
  url: string,
  options: { max?: number; onIdleError?: (error: Error) => void } = {},
): OpenDb {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types: typeParsers(),
    // a request never waits longer than a person does; long work raises this for its own transaction
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 60_000,
    // a search reads what waits to be sorted into an index: 8 pages, a fraction of a millisecond
    options: '-c gin_pending_list_limit=64',
    application_name: 'guong-sang',
  });
  const onError = options.onIdleError ?? (() => {});
  pool.on('error', onError);
  // a connection that breaks between two statements of a transaction is heard only here
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
  return { db, close: () => db.destroy() };
}
