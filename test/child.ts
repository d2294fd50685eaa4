import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { processFacts } from '../src/platform/process-facts.ts';
import { projectRoot } from '../src/platform/project-root.ts';
import { machineEnv } from './machine-env.ts';

export interface Child {
  process: ChildProcess;
  /** All that it has written to standard output and standard error so far. */
  output(): string;
  /** The first match in its output, or its end without one (then this rejects with the output). */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** Runs Node on a file of the project (`bin/…`, `test/run-ts.mjs`) as a process of its own. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = {}, cwd = projectRoot()): Child {
  return run(process.execPath, args, env, cwd);
}

/** Runs any program as a process of its own. */
export function run(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  cwd = projectRoot(),
): Child {
  const child = spawn(program, args, { cwd, env: { ...machineEnv(), ...env } });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  return {
    process: child,
    output: () => text,
    ended,
    async says(pattern) {
      let over = false;
      void ended.then(() => {
        over = true;
      });
      for (;;) {
        const match = pattern.exec(text);
        if (match) return match;
        if (over) throw new Error(`Ended without saying ${pattern}:\n${text}`);
        await wait(20);
      }
    },
  };
}

/** Runs a TypeScript file of the folder `test`. */
export function runTs(file: string, ...args: string[]): Child {
  return runNode([join(projectRoot(), 'test/run-ts.mjs'), join(projectRoot(), 'test', file), ...args]);
}

/** Waits until a process is gone; false when it still lives after `patienceMs`. */
export async function isGone(pid: number, patienceMs = 10_000): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if ((await processFacts(pid)) === null) return true;
    await wait(50);
  }
  return false;
}
