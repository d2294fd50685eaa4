import { access, constants, mkdir, realpath, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { lockFolder } from '../folder-lock.ts';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import { binariesInPlace, packagedPostgres, packageVersion, stagedBinaries } from './binaries.ts';
import { type Passwords, prepareCluster } from './cluster.ts';
import {
  clearTheWay,
  freePort,
  type LaunchOptions,
  launchPostmaster,
  logSince,
  logSize,
  type Postmaster,
} from './postmaster.ts';
import { chooseRunAs } from './run-as.ts';
import { launchOnWindows, stopOnWindows } from './windows.ts';

export interface EmbeddedPostgresOptions {
  /** Holds the database (`postgres/`), its log and the lock; made when missing. */
  dataDir: string;
  log: Log;
  /** The TCP port on 127.0.0.1; a free one when not given. */
  port?: number;
  /** Server settings, e.g. `{ max_connections: '200' }`. */
  settings?: Record<string, string>;
  /** False only for databases that are thrown away: nothing is flushed to the disk. */
  durable?: boolean;
  /** Called when the server ends although nobody stopped it. */
  onLost?: () => void;
}

export interface EmbeddedPostgres {
  /** Connection of the role that owns the database `guong_sang`; it is no superuser. */
  url: string;
  /** Ends the server cleanly and frees the data folder; may be called twice. */
  stop(): Promise<void>;
}

const LOG_LIMIT_BYTES = 10_000_000;
const MOST_ATTEMPTS = 60;
const PAUSE_MS = 500;
const READY_PATIENCE_MS = 10 * 60_000;
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * Starts a real PostgreSQL from the binaries that npm brought, with its data below `dataDir`, and waits until it
 * takes connections. Works as root, with install scripts blocked, after kill -9 and after a power cut.
 *
 * @throws StartError when the folder is in use, belongs to another version, or the server cannot run here
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await openFolder(options.dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const { postmaster, url } = await launch(dataDir, options);
    let stopping: Promise<void> | undefined;
    void postmaster.ended.then(() => {
      if (!stopping) options.onLost?.();
    });
    return {
      url,
      stop() {
        stopping ??= postmaster.stop().then(() => lock.release());
        return stopping;
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes the folder when it is missing; answers its real path, by which a server that outlived us is recognised. */
async function openFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    return await realpath(folder);
  } catch (error) {
    throw new StartError(
      `Không ghi được vào thư mục dữ liệu ${folder}. Hãy kiểm tra quyền, hoặc đặt DATA_DIR là một thư mục khác.`,
      `The data folder cannot be written: ${(error as Error).message}`,
    );
  }
}

async function launch(dataDir: string, options: EmbeddedPostgresOptions) {
  const durable = options.durable ?? true;
  const native = packagedPostgres();
  const cluster = join(dataDir, 'postgres');
  const candidates = [() => binariesInPlace(native), () => stagedBinaries(native, dataDir)];
  const { runAs, binaries } = await chooseRunAs(candidates, dataDir, cluster);
  const major = Number.parseInt(await packageVersion(native), 10);
  const passwords = await prepareCluster(cluster, binaries, runAs, { major, durable });
  const logFile = join(dataDir, 'postgres.log');
  if ((await logSize(logFile)) > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
  const settings = { ...(durable ? {} : NOT_DURABLE), ...options.settings };
  options.log.debug({ runAs: runAs.name, binaries: binaries.folder }, 'starting PostgreSQL');

  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const outcome = await attemptLaunch({ binaries, runAs, cluster, port, logFile, settings }, passwords);
    if ('postmaster' in outcome) return outcome;
    if (attempt === MOST_ATTEMPTS || !worthAnotherTry(outcome.complaint))
      throw didNotStart(logFile, outcome.complaint);
    await wait(PAUSE_MS);
  }
}

/** Another program took the free port first, or workers of a killed server are still ending. */
const worthAnotherTry = (complaint: string) =>
  /pre-existing shared memory block|could not bind IPv4 address|Is another postmaster/.test(complaint);

async function attemptLaunch(
  launchOptions: LaunchOptions,
  passwords: Passwords,
): Promise<{ postmaster: Postmaster; url: string } | { complaint: string }> {
  const onWindows = process.platform === 'win32';
  if (onWindows) await stopOnWindows(launchOptions);
  else await clearTheWay(launchOptions.cluster);
  const from = await logSize(launchOptions.logFile);
  const postmaster = await (onWindows ? launchOnWindows : launchPostmaster)(launchOptions);
  try {
    const ready = await untilReady(launchOptions.port, passwords, postmaster.ended);
    if (!ready) return { complaint: await logSince(launchOptions.logFile, from) };
    return {
      postmaster,
      url: addressOf('guong_sang', passwords.guong_sang, launchOptions.port, 'guong_sang'),
    };
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

/**
 * Ready is when a real connection succeeds; recovery after a crash may take its time.
 * False when the server ended instead.
 */
async function untilReady(port: number, passwords: Passwords, ended: Promise<void>): Promise<boolean> {
  const url = addressOf('postgres', passwords.postgres, port, 'postgres');
  const end = ended.then(() => true);
  let pause = 10;
  for (const giveUp = Date.now() + READY_PATIENCE_MS; ; pause = Math.min(pause * 1.5, 250)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await makeDatabase(client, passwords);
      return true;
    } catch (error) {
      if (!isStartingUp(error) || Date.now() > giveUp) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    if (await Promise.race([end, wait(pause, false)])) return false;
  }
}

function isStartingUp(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03';
}

/** Each step looks first, so that a start that was interrupted between them is completed by the next. */
async function makeDatabase(client: pg.Client, passwords: Passwords): Promise<void> {
  const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'guong_sang'");
  // The password is of the base64url alphabet: no quote can be in it.
  if (role.rowCount === 0)
    await client.query(`CREATE ROLE guong_sang LOGIN CREATEDB PASSWORD '${passwords.guong_sang}'`);
  const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'guong_sang'");
  if (database.rowCount === 0) await client.query('CREATE DATABASE guong_sang OWNER guong_sang');
}

const addressOf = (user: string, password: string, port: number, database: string) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

function didNotStart(logFile: string, complaint: string): StartError {
  return new StartError(
    `Cơ sở dữ liệu không khởi động được. Nhật ký đầy đủ ở ${logFile}.`,
    `The database did not start. The end of its log:\n${complaint}`,
  );
}
