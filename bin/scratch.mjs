// Where a run of the tests keeps what it throws away: some hundred databases, each written and removed within a second.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** A run takes about a tenth of it. */
const ROOM = 4 * 1024 ** 3;
const NAME = 'guong-sang-test-';

/** A folder of this process, in memory where there is plenty: there a run takes four fifths of the time. */
export function makeScratch() {
  const base = baseFolder({ named: process.env.TMPDIR, mounts: mounts(), roomOf, free: freemem() });
  removeLeft(base);
  const folder = mkdtempSync(join(base, `${NAME}${process.pid}-`));
  // a server that runs as somebody else has its data further below
  chmodSync(folder, 0o711);
  return folder;
}

/**
 * The temporary folder that somebody named, or memory, or the usual one.
 *
 * @param {{named: string | undefined, mounts: string, roomOf: (folder: string) => number, free: number}} machine
 *   `mounts` as Linux lists them; `free` memory and `roomOf` a folder in bytes
 */
export function baseFolder({ named, mounts, roomOf, free }) {
  if (named) return named;
  const [, , , options = 'noexec'] =
    mounts
      .split('\n')
      .map((line) => line.split(' '))
      .findLast(([, folder, type]) => folder === MEMORY && type === 'tmpfs') ?? [];
  // programs of the database are copied there and started
  const serves = !options.split(',').some((option) => option === 'noexec' || option === 'ro');
  return serves && free >= ROOM && roomOf(MEMORY) >= ROOM ? MEMORY : tmpdir();
}

/** What runs left behind that were ended by force. */
function removeLeft(base) {
  for (const name of readdirSync(base)) {
    const pid = Number(name.startsWith(NAME) ? name.slice(NAME.length).split('-')[0] : Number.NaN);
    if (pid > 0 && !isAlive(pid)) rmSync(join(base, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function mounts() {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}

function roomOf(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
