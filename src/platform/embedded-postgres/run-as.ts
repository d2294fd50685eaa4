import { execFile } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartError } from '../start-error.ts';
import type { Binaries } from './binaries.ts';

const run = promisify(execFile);

/** A user or group of the system that owns the files of the database. */
export interface Account {
  uid: number;
  gid: number;
}

/** A way to run PostgreSQL, which refuses to run as root. */
export interface RunAs {
  name: string;
  /** Who must own the files of the cluster; null when they stay as this process makes them. */
  owner: Account | null;
  /** Whether the account must be let through the data folder (not into it). */
  passesFolder: boolean;
  /** The command line that runs a program this way. */
  command(program: string, args: string[]): { file: string; args: string[]; options: Partial<Account> };
}

const inPlace: RunAs = {
  name: 'in place',
  owner: null,
  passesFolder: false,
  command: (file, args) => ({ file, args, options: {} }),
};

/**
 * Root is seen inside as another account, and outside stays root: the files stay ours, so that a folder below
 * one with mode 0700 works too.
 */
const inUserNamespace = (uid: number): RunAs => ({
  name: `unshare --user --map-user=${uid}`,
  owner: null,
  passesFolder: false,
  command: (program, args) => ({
    file: 'unshare',
    args: ['--user', `--map-user=${uid}`, '--', program, ...args],
    options: {},
  }),
});

/**
 * Another account that keeps root's right to pass through folders. For containers, where namespaces are
 * usually forbidden but this one capability is usually given. PostgreSQL asks access(2) about its own binaries, which
 * forgets capabilities of other accounts than root unless `no_setuid_fixup` is set.
 */
const withFolderAccess = (owner: Account): RunAs => ({
  name: `setpriv --reuid=${owner.uid}`,
  owner,
  passesFolder: false,
  command: (program, args) => {
    const rights = '-all,+dac_override';
    const as = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
    const keep = [
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${rights}`,
      `--ambient-caps=${rights}`,
      `--bounding-set=${rights}`,
    ];
    return { file: 'setpriv', args: [...as, ...keep, '--', program, ...args], options: {} };
  },
});

/** Another account, plainly. Only where it may pass through every folder above the data. */
const asAccount = (owner: Account): RunAs => ({
  name: `uid ${owner.uid}`,
  owner,
  passesFolder: true,
  command: (file, args) => ({ file, args, options: owner }),
});

/**
 * The first way, over the first of the given binaries, in which PostgreSQL does run and reaches `dataDir`.
 * `cluster` is the folder of the database, which may not exist yet; the account that owns it is kept.
 * Throws `StartError` with what each way answered when none works.
 */
export async function chooseRunAs(
  candidates: (() => Promise<Binaries | null>)[],
  dataDir: string,
  cluster: string,
): Promise<{ runAs: RunAs; binaries: Binaries }> {
  const ways = await possibleWays(cluster);
  const failures: string[] = [];
  for (const candidate of candidates) {
    const binaries = await candidate();
    if (!binaries) continue;
    for (const runAs of ways) {
      const failure = await probe(runAs, binaries, dataDir);
      if (failure === null) return { runAs, binaries };
      failures.push(`${runAs.name}: ${failure}`);
    }
  }
  throw noWayWorks(dataDir, failures);
}

async function possibleWays(cluster: string): Promise<RunAs[]> {
  if (process.platform === 'win32') return [inPlace];
  const owner = await stat(cluster).catch(() => null);
  const account = await serviceAccount();
  // Besides root: PostgreSQL also refuses a uid without a name, as some container platforms give.
  if (process.getuid?.() !== 0) return [inPlace, inUserNamespace(account.uid)];
  if (owner && owner.uid !== 0) return [withFolderAccess(owner), asAccount(owner)];
  return [inUserNamespace(account.uid), withFolderAccess(account), asAccount(account)];
}

/** An account with a name that root may run the database as: who called sudo, else one for services. */
async function serviceAccount(): Promise<Account> {
  const { SUDO_UID, SUDO_GID } = process.env;
  if (SUDO_UID && SUDO_GID && Number(SUDO_UID) > 0) return { uid: Number(SUDO_UID), gid: Number(SUDO_GID) };
  const lines = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const accounts = new Map(
    lines.split('\n').map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      return [name, { uid: Number(uid), gid: Number(gid) }];
    }),
  );
  const known = ['postgres', '_postgres', 'nobody', 'daemon'].map((name) => accounts.get(name));
  return known.find((account) => account && account.uid > 0) ?? { uid: 1000, gid: 1000 };
}

/**
 * Null when the way works; else what stands against it. `initdb --show` makes nothing, but refuses all that would
 * stand against it later: root, an account without a name, libraries, binaries or folders out of reach.
 */
async function probe(runAs: RunAs, binaries: Binaries, dataDir: string): Promise<string | null> {
  if (process.platform === 'win32') return null;
  if (runAs.passesFolder) await chmod(dataDir, 0o711);
  const script = '[ -x "$1" ] || { echo "no way into $1" >&2; exit 1; }; exec "$0" --show --pgdata="$1"';
  const { file, args, options } = runAs.command('/bin/sh', ['-c', script, binaries.initdb, dataDir]);
  try {
    await run(file, args, { ...options, cwd: '/', timeout: 20_000 });
    return null;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return (stderr?.trim() || message).split('\n')[0] ?? message;
  }
}

function noWayWorks(dataDir: string, failures: string[]): StartError {
  const list = failures.map((failure) => `\n  - ${failure}`).join('');
  return new StartError(
    'Không chạy được PostgreSQL đi kèm trên máy này. Hãy chạy chương trình bằng tài khoản thường (không phải ' +
      `root), đặt DATA_DIR ở nơi tài khoản khác vào được thay cho ${dataDir}, hoặc đặt DATABASE_URL.`,
    'The bundled PostgreSQL cannot run here. Run the program as an ordinary account, set DATA_DIR to a folder ' +
      `that other accounts can reach, or set DATABASE_URL. What was tried:${list}`,
  );
}
