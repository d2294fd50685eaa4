import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processFacts } from '../process-facts.ts';
import { StartError } from '../start-error.ts';
import type { Binaries } from './binaries.ts';
import { serverEnvironment } from './cluster.ts';
import type { RunAs } from './run-as.ts';

export interface Postmaster {
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<void>;
  /** Ends it with a checkpoint ("fast": open transactions are rolled back). */
  stop(): Promise<void>;
}

export interface LaunchOptions {
  binaries: Binaries;
  runAs: RunAs;
  /** The folder of the database, as a real path. */
  cluster: string;
  port: number;
  logFile: string;
  /** Settings of postgresql.conf that win over the file. */
  settings: Record<string, string>;
}

const STOP_PATIENCE_MS = 30_000;

/** The arguments of the server: TCP on this machine only (paths of sockets have a limit of about 100 bytes). */
export function serverArguments({ cluster, port, settings }: LaunchOptions): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A worker whose client is gone ends within a second, also when the server was killed under it.
    client_connection_check_interval: '1000',
    ...settings,
  };
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Starts the server as our child. It may not take connections yet. Rejects when it cannot be spawned. */
export async function launchPostmaster(options: LaunchOptions): Promise<Postmaster> {
  const {
    file,
    args,
    options: account,
  } = options.runAs.command(options.binaries.postgres, serverArguments(options));
  const output = await open(options.logFile, 'a', 0o600);
  try {
    // Its own session: Ctrl-C in a terminal reaches us alone, who stop it after the last request.
    // A file instead of a pipe: the server goes on writing its log when we are killed.
    const child = spawn(file, args, {
      ...account,
      cwd: options.cluster,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return supervise(child);
  } catch (error) {
    throw new StartError(
      'Không chạy được PostgreSQL đi kèm.',
      `The bundled PostgreSQL could not be spawned: ${(error as Error).message}`,
    );
  } finally {
    await output.close();
  }
}

function supervise(child: ChildProcess): Postmaster {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endWithUs = () => child.kill('SIGINT');
  // The last resort when our process ends without stop(), e.g. by an uncaught exception.
  process.once('exit', endWithUs);
  void ended.then(() => process.off('exit', endWithUs));
  return {
    ended,
    async stop() {
      child.kill('SIGINT');
      const patience = new AbortController();
      void wait(STOP_PATIENCE_MS, undefined, { signal: patience.signal, ref: false })
        .then(() => child.kill('SIGQUIT'))
        .catch(() => undefined);
      await ended;
      patience.abort();
    },
  };
}

/**
 * Ends a server that outlived its parent (kill -9 of our process), and makes a stale `postmaster.pid` harmless.
 * The caller holds the lock of the data folder, so that such a server belongs to nobody.
 */
export async function clearTheWay(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number.parseInt(text, 10);
  // PostgreSQL refuses an empty or damaged file; it holds nothing to lose.
  if (!(pid > 0)) return rm(file);
  if (await isServerOf(pid, cluster)) await endOrphan(pid, cluster);
  await disown(file);
}

/**
 * The pid in the file may belong to another program by now, or to a zombie, and PostgreSQL would refuse to start.
 * It knows that its own parent is no rival, so that our pid is put there. The rest stays: it names the shared
 * memory by which PostgreSQL notices workers of the dead server that still run.
 */
async function disown(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) await writeFile(file, text.replace(/^\d+/, String(process.pid)));
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const facts = await processFacts(pid);
  return facts?.command.includes(`postgres -D ${cluster} -c `) ?? false;
}

async function endOrphan(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < STOP_PATIENCE_MS; waited += 50) {
      await wait(50);
      if (!(await isServerOf(pid, cluster))) return;
    }
  }
  throw new StartError(
    `PostgreSQL của lần chạy trước (tiến trình ${pid}) không dừng lại. Hãy kết thúc tiến trình đó rồi chạy lại.`,
    `The PostgreSQL of an earlier run (process ${pid}) does not stop. End that process, then start again.`,
  );
}

/** A TCP port of 127.0.0.1 that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No TCP address.');
  return address.port;
}

/** The end of the server's log since `from` (bytes), for a message. */
export async function logSince(file: string, from: number): Promise<string> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return bytes.subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n');
}

export const logSize = async (file: string) => (await stat(file).catch(() => null))?.size ?? 0;
