import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, lchown, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readOrNull } from '../read-or-null.ts';
import { StartError } from '../start-error.ts';
import type { Binaries } from './binaries.ts';
import type { Account, RunAs } from './run-as.ts';

/** Passwords of the two database roles. */
export interface Passwords {
  /** The superuser, used by this launcher only. */
  postgres: string;
  /** The owner of the program's database. */
  guong_sang: string;
}

const PASSWORD_FILE = 'guong-sang.passwords.json';

/**
 * Makes the folder of the database when there is none, and answers its passwords.
 * An interrupted attempt leaves only a folder with another name, which is removed here.
 * Throws `StartError` when the folder belongs to another major version or is not one of a database.
 */
export async function prepareCluster(
  cluster: string,
  binaries: Binaries,
  runAs: RunAs,
  options: { major: number; durable: boolean },
): Promise<Passwords> {
  await removeLeftovers(cluster);
  const found = await readOrNull(join(cluster, 'PG_VERSION'));
  if (found === null) await createCluster(cluster, binaries, runAs, options.durable);
  else if (Number(found.trim()) !== options.major) throw otherVersion(cluster, found.trim(), options.major);
  else if (runAs.owner) await giveTo(cluster, runAs.owner);
  return readPasswords(cluster);
}

async function createCluster(
  cluster: string,
  binaries: Binaries,
  runAs: RunAs,
  durable: boolean,
): Promise<void> {
  const present = await readdir(cluster).catch(() => []);
  if (present.length > 0) throw notADatabase(cluster);
  const draft = `${cluster}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  const passwords: Passwords = { postgres: secret(), guong_sang: secret() };
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 });
  if (runAs.owner) {
    await chown(draft, runAs.owner.uid, runAs.owner.gid);
    await chown(passwordFile, runAs.owner.uid, runAs.owner.gid);
  }
  await initdb(binaries, runAs, draft, passwordFile, durable);
  await rm(passwordFile);
  await writeDurably(join(draft, PASSWORD_FILE), JSON.stringify(passwords));
  // The rename makes it whole at once; an empty folder of that name is replaced.
  await rename(draft, cluster);
  await syncFolder(dirname(cluster));
}

/**
 * Builtin C.UTF-8: bytes are ordered as they are, so that an index never goes wrong with another ICU or libc,
 * prefixes can use indexes, and lower('Đ') is right. Lists say COLLATE "vi-x-icu" where people read the order.
 */
async function initdb(
  binaries: Binaries,
  runAs: RunAs,
  folder: string,
  passwordFile: string,
  durable: boolean,
) {
  const args = [`--pgdata=${folder}`, '--username=postgres', `--pwfile=${passwordFile}`];
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums', '--no-instructions');
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) args.push('--no-sync');
  const command = runAs.command(binaries.initdb, args);
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: folder,
    env: serverEnvironment(),
    // Its own session: a Ctrl-C in the terminal does not break it off in the middle.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: Error) => error.message);
  if (code === 0) return;
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  await rm(passwordFile, { force: true });
  throw new StartError(
    `Không tạo được cơ sở dữ liệu trong ${dirname(folder)}. Hãy xem còn chỗ trống và quyền ghi ở đó không.`,
    `The database could not be created (initdb: ${code}). ${complaint.trim()}`,
  );
}

/** What the server sees of our environment: nothing that would redirect it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG$|LANGUAGE$|TZ$)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

const secret = () => randomBytes(24).toString('base64url');

async function removeLeftovers(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  const names = await readdir(folder);
  const leftovers = names.filter((name) => join(folder, name).startsWith(`${cluster}.new-`));
  // An initdb whose parent was killed may still write there; the next start removes what is left.
  for (const name of leftovers) {
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function readPasswords(cluster: string): Promise<Passwords> {
  const text = await readOrNull(join(cluster, PASSWORD_FILE));
  if (text === null) throw notADatabase(cluster);
  return JSON.parse(text) as Passwords;
}

/** A folder that was made another way (in a namespace, by root) gets the owner that the server runs as. */
async function giveTo(path: string, owner: Account): Promise<void> {
  if ((await stat(path)).uid === owner.uid) return;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) await giveTo(below, owner);
    else await lchown(below, owner.uid, owner.gid);
  }
  // Last, so that an interrupted walk is done again.
  await lchown(path, owner.uid, owner.gid);
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename survive a power cut. Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function otherVersion(cluster: string, found: string, major: number): StartError {
  return new StartError(
    `Cơ sở dữ liệu trong ${cluster} thuộc PostgreSQL ${found}, chương trình này mang theo PostgreSQL ${major}. ` +
      'Hãy sao lưu bằng bản chương trình cũ rồi khôi phục vào một DATA_DIR mới.',
    `The database in ${cluster} was made by PostgreSQL ${found}; this program carries PostgreSQL ${major}. ` +
      'Back it up with the old version of the program and restore it into a new DATA_DIR.',
  );
}

function notADatabase(cluster: string): StartError {
  return new StartError(
    `Thư mục ${cluster} có sẵn tệp nhưng không phải cơ sở dữ liệu của Gương Sáng. ` +
      'Hãy chuyển các tệp đó đi nơi khác, hoặc đặt DATA_DIR là một thư mục khác.',
    `The folder ${cluster} holds files but is not a database of Gương Sáng. Move them away, or set another DATA_DIR.`,
  );
}
