import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';
import { serverEnvironment } from './cluster.ts';
import { type LaunchOptions, type Postmaster, serverArguments } from './postmaster.ts';

const run = promisify(execFile);

/**
 * Windows: postgres.exe refuses an administrator, and signals do not exist there. `pg_ctl` drops the rights
 * before it starts the server, and speaks to it through a named pipe.
 */
export async function launchOnWindows(options: LaunchOptions): Promise<Postmaster> {
  const [, , ...settings] = serverArguments(options);
  const quoted = settings.map((word) => `"${word}"`).join(' ');
  await pgCtl(options, ['start', '--wait', '--log', options.logFile, '--options', quoted]);
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    ended,
    async stop() {
      await stopOnWindows(options);
      end();
    },
  };
}

/** Ends the server of this folder when one runs, e.g. one that outlived its parent. */
export async function stopOnWindows(options: Pick<LaunchOptions, 'binaries' | 'cluster'>): Promise<void> {
  const running = await pgCtl(options, ['status']).then(
    () => true,
    () => false,
  );
  if (running) await pgCtl(options, ['stop', '--wait', '--mode', 'fast']);
}

async function pgCtl(options: Pick<LaunchOptions, 'binaries' | 'cluster'>, args: string[]): Promise<void> {
  try {
    await run(options.binaries.pgCtl, ['--pgdata', options.cluster, ...args], {
      env: serverEnvironment(),
      windowsHide: true,
    });
  } catch (error) {
    throw new StartError(
      'Không chạy được PostgreSQL đi kèm.',
      `pg_ctl ${args[0]} failed: ${(error as Error).message}`,
    );
  }
}
