import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onDatabase, runOn } from './server.ts';

export interface FreshDatabase {
  url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database of its own, for one test file: a copy of the template, made in about 25 ms.
 * Works on the embedded server of the run and on `TEST_DATABASE_URL` alike.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('databaseServer');
  const template = inject('templateDatabase');
  const name = `${template}_${randomBytes(5).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: onDatabase(server, name),
    drop: async () => void (await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}
