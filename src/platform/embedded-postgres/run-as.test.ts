import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runOn } from '../../../test/server.ts';
import { createLog } from '../log.ts';
import { type Binaries, binariesInPlace, packagedPostgres, stagedBinaries } from './binaries.ts';
import { chooseRunAs } from './run-as.ts';
import { startEmbeddedPostgres } from './start.ts';

// Whole programs are started here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const log = createLog('silent');
const isRoot = process.getuid?.() === 0;
const path = process.env.PATH;
let folder: string;
let dataDir: string;

beforeEach(async () => {
  // mkdtemp makes it with mode 0700: no other account passes through it.
  folder = await mkdtemp(join(tmpdir(), 'gs-run-as-'));
  dataDir = join(folder, 'data');
  await mkdir(dataDir, { mode: 0o700 });
});

afterEach(async () => {
  process.env.PATH = path;
  await rm(folder, { recursive: true, force: true });
});

/** As on a machine where these programs are missing or not allowed. */
async function forbid(...programs: string[]): Promise<void> {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  for (const program of programs) {
    await writeFile(
      join(bin, program),
      `#!/bin/sh\necho "${program}: Operation not permitted" >&2\nexit 1\n`,
    );
    await chmod(join(bin, program), 0o755);
  }
  process.env.PATH = `${bin}${delimiter}${path}`;
}

const inPlace = () => binariesInPlace(packagedPostgres());
const inCopy = () => stagedBinaries(packagedPostgres(), dataDir);
const choose = (...candidates: (() => Promise<Binaries | null>)[]) =>
  chooseRunAs(candidates, dataDir, join(dataDir, 'postgres'));

async function writesAndReads(): Promise<void> {
  for (const expected of ['first', 'second']) {
    const server = await startEmbeddedPostgres({ dataDir, log, durable: false });
    const create = "CREATE TABLE IF NOT EXISTS note AS SELECT 'kept' AS word";
    const rows = await runOn(server.url, create, 'SELECT word FROM note').finally(() => server.stop());
    expect([expected, rows]).toEqual([expected, [{ word: 'kept' }]]);
  }
}

test('an ordinary account runs it in place, root does not', async () => {
  expect((await choose(inPlace)).runAs.name === 'in place').toBe(!isRoot);
});

// What follows is about root, as in the usual containers; an ordinary account has only the way above.
describe.runIf(isRoot)('root, below a folder that only root may enter', () => {
  test('runs it in a user namespace, and the files stay those of root', async () => {
    expect((await choose(inPlace)).runAs.name).toMatch(/^unshare/);
    await writesAndReads();
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(0);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  test('without namespaces runs it as another account that may pass through folders', async () => {
    await forbid('unshare');
    const { runAs } = await choose(inPlace);
    expect(runAs.name).toMatch(/^setpriv/);
    await writesAndReads();
    const owner = await stat(join(dataDir, 'postgres'));
    expect(owner.uid).toBe(runAs.owner?.uid);
    expect(owner.uid).not.toBe(0);
  });

  test('goes on with a database that it made in a namespace, when namespaces are no longer allowed', async () => {
    await writesAndReads();
    await forbid('unshare');
    await writesAndReads();
  });

  test('goes on with a database that another account made, although namespaces are allowed', async () => {
    await forbid('unshare');
    await writesAndReads();
    process.env.PATH = path;
    expect((await choose(inPlace)).runAs.name).toMatch(/^setpriv/);
    await writesAndReads();
  });

  test('without any help of the system says what to do, and what each way answered', async () => {
    await forbid('unshare', 'setpriv');
    await expect(choose(inPlace)).rejects.toThrow(
      /Không chạy được PostgreSQL đi kèm[\s\S]*DATA_DIR[\s\S]*unshare: Operation not permitted[\s\S]*- uid \d+/,
    );
  });
});

describe.runIf(isRoot)('root, in a folder that everybody may pass', () => {
  beforeEach(() => chmod(folder, 0o711));

  test('without any help of the system runs it as another account', async () => {
    await forbid('unshare', 'setpriv');
    expect((await choose(inPlace, inCopy)).runAs.name).toMatch(/^uid \d+/);
    await writesAndReads();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o711);
  });

  test('runs a copy when that account cannot reach the binaries', async () => {
    await forbid('unshare', 'setpriv');
    const hidden = join(folder, 'hidden');
    await mkdir(hidden, { mode: 0o700 });
    await cp(join(packagedPostgres(), '..'), join(hidden, 'package'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    const native = join(hidden, 'package/native');
    const { runAs, binaries } = await choose(
      () => binariesInPlace(native),
      () => stagedBinaries(native, dataDir),
    );
    expect(binaries.folder.startsWith(dataDir)).toBe(true);
    const { file, args, options } = runAs.command(binaries.postgres, ['--version']);
    expect(execFileSync(file, args, { ...options, encoding: 'utf8' })).toContain('PostgreSQL');
  });

  test('runs the database of an ordinary account as that account', async () => {
    await mkdir(join(dataDir, 'postgres'));
    await chown(join(dataDir, 'postgres'), 65534, 65534);
    expect((await choose(inPlace, inCopy)).runAs.owner).toMatchObject({ uid: 65534 });
  });
});
