import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts';
import { createLog } from '../src/platform/log.ts';
import { migrate } from '../src/platform/migrate.ts';
import { onDatabase, runOn } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server on which the tests may create databases. */
    databaseServer: string;
    /** The migrated, empty database that `freshDatabase` copies; the copies' names begin with its name. */
    templateDatabase: string;
  }
}

/**
 * One database server for the whole run: the one at `TEST_DATABASE_URL`, whose role must be allowed to create
 * databases, or else an embedded one in a folder that is thrown away.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? givenServer(process.env.TEST_DATABASE_URL)
    : await throwawayServer();
  const template = `gs_test_${randomBytes(5).toString('hex')}`;
  try {
    await runOn(server.url, `CREATE DATABASE ${template}`);
    await migrate(onDatabase(server.url, template));
  } catch (error) {
    await server.end(template);
    throw error;
  }
  project.provide('databaseServer', server.url);
  project.provide('templateDatabase', template);
  return () => server.end(template);
}

interface TestServer {
  url: string;
  /** Leaves nothing of this run behind: its databases all begin with the name of the template. */
  end(template: string): Promise<void>;
}

async function throwawayServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guong-sang-test-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: createLog('warn'),
    durable: false,
    // autovacuum runs as a superuser: a test could not drop the database that it is looking at
    settings: { max_connections: '200', autovacuum: 'off' },
  });
  return {
    url: server.url,
    async end() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function givenServer(url: string): TestServer {
  return {
    url,
    async end(template) {
      const names = await runOn<{ datname: string }>(
        url,
        `SELECT datname FROM pg_database WHERE starts_with(datname, '${template}')`,
      );
      for (const { datname } of names) await runOn(url, `DROP DATABASE ${datname} WITH (FORCE)`);
    },
  };
}
