import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What tells one run of a process from another that was given the same pid later. */
export interface ProcessFacts {
  /** When it started, as text: only ever compared for equality. Includes the boot on Linux. */
  started: string;
  /** Program and arguments, joined by blanks. */
  command: string;
}

/** The facts of a living process; null when there is none, or only a zombie that nobody has reaped. */
export async function processFacts(pid: number): Promise<ProcessFacts | null> {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') return factsFromProc(pid);
  if (process.platform === 'win32') return isAlive(pid) ? { started: 'unknown', command: '' } : null;
  return factsFromPs(pid);
}

async function factsFromProc(pid: number): Promise<ProcessFacts | null> {
  try {
    const [stat, command, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    // The second field is the name in brackets and may hold blanks; state and start time come after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const words = command.split('\0').filter((word) => word !== '');
    return { started: `${boot.trim()}:${fields[19] ?? ''}`, command: words.join(' ') };
  } catch {
    return null;
  }
}

async function factsFromPs(pid: number): Promise<ProcessFacts | null> {
  try {
    const { stdout } = await run('ps', ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)]);
    // "Ss   Mon Nov 23 10:11:12 2026     /usr/bin/node ..."
    const match = /^\s*(\S+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(stdout.trim());
    const [, state, started, command] = match ?? [];
    if (!state || !started || state.startsWith('Z')) return null;
    return { started, command: command ?? '' };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
