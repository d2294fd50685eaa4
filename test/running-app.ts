import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../src/app.tsx';
import { answer, listen } from '../src/cli/listen.ts';
import { startSession } from '../src/identity/sessions.ts';
import { SettableClock } from '../src/platform/clock.ts';
import { loadConfig } from '../src/platform/config.ts';
import { type Db, openDb } from '../src/platform/db.ts';
import { openFileStore } from '../src/platform/files.ts';
import { createLog } from '../src/platform/log.ts';
import { loadAssets } from '../src/web/assets.ts';
import type { Deps } from '../src/web/visit.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { TEST_DAY } from './factories.ts';

export interface RunningApp {
  address: string;
  db: Db;
  deps: Deps;
  clock: SettableClock;
  /** The cookie of a new session for an account, as `name=value`. */
  cookieOf(accountId: number): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The whole program on a database of its own (empty, or the given one), as it is served, with the client as it was last
 * built.
 */
export async function runApp(
  options: { demo?: boolean; day?: string; database?: FreshDatabase } = {},
): Promise<RunningApp> {
  const database = options.database ?? (await freshDatabase());
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-app-'));
  const open = openDb(database.url);
  const clock = new SettableClock(options.day ?? TEST_DAY);
  const listening = await listen('127.0.0.1', 0);
  const config = {
    ...loadConfig({ DATA_DIR: folder }, { demo: options.demo ?? false }),
    publicUrl: listening.address,
  };
  const deps: Deps = {
    config,
    db: open.db,
    clock,
    log: createLog('error'),
    files: openFileStore(join(folder, 'files')),
    assets: loadAssets(),
    demo: options.demo ?? false,
  };
  answer(listening, getRequestListener(createApp(deps).fetch));
  return {
    address: listening.address,
    db: open.db,
    deps,
    clock,
    cookieOf: async (accountId) =>
      `gs_phien=${await startSession(open.db, accountId, 12, { ip: null, userAgent: null })}`,
    async stop() {
      await listening.close(0);
      await open.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
