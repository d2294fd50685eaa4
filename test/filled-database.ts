import { inject } from 'vitest';
import { type Db, openDb } from '../src/platform/db.ts';
import { copyOf, type FreshDatabase } from './database.ts';
import { withServer } from './server.ts';

export interface FilledDatabase<Told> {
  database: FreshDatabase;
  /** What the filling told of itself. */
  told: Told;
}

/**
 * A database of its own for one test file, with something in it that is long in the making: made once for the whole run,
 * by whoever asks first, and copied from then on. What `fill` tells must be plain, as JSON keeps it.
 */
export async function filledDatabase<Told>(
  name: string,
  fill: (db: Db) => Promise<Told>,
): Promise<FilledDatabase<Told>> {
  const source = `${inject('templateDatabase')}_${name}`;
  return withServer(inject('databaseServer'), async (server) => {
    // whoever asks meanwhile waits until it is whole; ends with the connection
    await server.query('SELECT pg_advisory_lock(hashtext($1))', [source]);
    const find = () =>
      server.query<{ told: string }>(
        `SELECT shobj_description(oid, 'pg_database') AS told FROM pg_database WHERE datname = $1`,
        [source],
      );
    if ((await find()).rowCount === 0) {
      const half = await copyOf(inject('templateDatabase'));
      const { db, close } = openDb(half.url);
      const told = JSON.stringify(await fill(db).finally(close));
      await server.query(`COMMENT ON DATABASE ${half.name} IS ${server.escapeLiteral(told)}`);
      await server.query(`ALTER DATABASE ${half.name} RENAME TO ${source}`);
    }
    const [made] = (await find()).rows;
    return { database: await copyOf(source), told: JSON.parse(made?.told ?? 'null') };
  });
}
