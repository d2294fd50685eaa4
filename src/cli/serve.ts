import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../app.tsx';
import { firstStartLink } from '../identity/first-start.ts';
import { forgetOldRequests } from '../platform/act.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { type Db, openDb } from '../platform/db.ts';
import { openFileStore } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { extendCatalogue } from '../sample/catalogue-later.ts';
import { loadAssets } from '../web/assets.ts';
import { startJobs } from './jobs.ts';
import { answer, listen } from './listen.ts';
import { openDatabase } from './open-database.ts';

export interface ServeOptions {
  config: Config;
  log: Log;
  clock: Clock;
  demo: boolean;
  /** Fills the database before anybody is let in. */
  prepare?: (db: Db) => Promise<void>;
  /** Breaks off a start that is under way; what was begun is rolled back and ended. */
  signal?: AbortSignal;
  /** Called when the database ends although nobody stopped it: nothing can be answered any more. */
  onLost?: () => void;
}

export interface Serving {
  /** Address for a browser on this machine. */
  address: string;
  /** Where the database is, in Vietnamese. */
  database: string;
  /** The one-time link that makes the first account; null when there is one. */
  firstLink: string | null;
  /** Ends everything in order: requests, connections, database. May be called twice. */
  stop(): Promise<void>;
}

/** How long running requests may take to end after a stop was asked for. */
const PATIENCE_MS = 10_000;

/**
 * Starts the whole program: database, schema, application, address.
 * @throws StartError with a sentence when something of this machine stands against it; nothing is left running
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  try {
    return { ...(await startAll(options, closers)), stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function startAll(
  { config, log, clock, demo, prepare, signal, onLost }: ServeOptions,
  closers: (() => Promise<void>)[],
): Promise<Omit<Serving, 'stop'>> {
  const assets = loadAssets();
  const database = await openDatabase(config, log, onLost);
  closers.push(database.stop);
  // Loading the sample takes its time: without its database it ends at once, and nothing of it stays.
  const breakOff = () => void database.stop();
  signal?.addEventListener('abort', breakOff);
  const migrations = await migrate(database.url);
  if (migrations.length > 0) log.debug({ migrations }, 'the schema was brought up to date');
  const { db, close } = openDb(database.url, {
    max: config.databasePool,
    onIdleError: (err) => {
      if (!signal?.aborted) log.warn({ err }, 'a database connection broke');
    },
  });
  closers.push(close);
  await prepare?.(db);
  await bringCatalogueUpToDate(db, clock, log);
  signal?.throwIfAborted();
  signal?.removeEventListener('abort', breakOff);

  closers.push(await daily(() => forgetOldRequests(db), log));
  const files = openFileStore(join(config.dataDir, 'files'));
  const listening = await listen(config.host, config.port);
  closers.push(() => listening.close(PATIENCE_MS));
  const publicUrl = config.publicUrl ?? listening.address;
  closers.push(
    await startJobs({ db, databaseUrl: database.url, clock, log, files, publicUrl, mail: config.mail, demo }),
  );
  const app = createApp({ config: { ...config, publicUrl }, db, clock, files, assets, log, demo });
  answer(listening, getRequestListener(app.fetch));
  return {
    address: listening.address,
    database: database.described,
    firstLink: await firstStartLink(db, publicUrl),
  };
}

/** What came into the catalogue of law since the last start; where that fails the program starts all the same. */
async function bringCatalogueUpToDate(db: Db, clock: Clock, log: Log): Promise<void> {
  try {
    const added = await extendCatalogue(db, clock);
    if (Object.keys(added).length > 0) log.info({ added }, 'the catalogue of law was extended');
  } catch (err) {
    log.error({ err }, 'the catalogue of law could not be extended; the next start tries again');
  }
}

const DAY_MS = 24 * 3600_000;

/** Does a chore now and once a day, until it is told to stop; a day on which it fails is only logged. */
async function daily(chore: () => Promise<void>, log: Log): Promise<() => Promise<void>> {
  await chore();
  const timer = setInterval(() => {
    chore().catch((err) => log.error({ err }, 'a daily chore failed'));
  }, DAY_MS);
  timer.unref();
  return async () => clearInterval(timer);
}
