import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isGone } from '../../../test/child.ts';
import { runOn } from '../../../test/server.ts';
import { createLog } from '../log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts';

// What a crash, a power cut or a restored copy may leave in the data folder. None of it hinders the next start.

const log = createLog('silent');
const strangers: ChildProcess[] = [];
let opened: EmbeddedPostgres | undefined;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gs-leftovers-'));
});

afterEach(async () => {
  await opened?.stop();
  for (const stranger of strangers.splice(0)) stranger.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  opened = await startEmbeddedPostgres({ dataDir, log, durable: false });
  expect(await runOn(opened.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}

async function startAndStop(): Promise<void> {
  await start();
  await opened?.stop();
}

test('a lock whose process is gone', async () => {
  await writeFile(
    join(dataDir, 'guong-sang.lock'),
    JSON.stringify({ pid: 2 ** 22 + 1, started: 'long ago' }),
  );
  await start();
});

test('a lock whose pid now belongs to another program', async () => {
  await writeFile(
    join(dataDir, 'guong-sang.lock'),
    JSON.stringify({ pid: process.ppid, started: 'long ago' }),
  );
  await start();
});

test('a postmaster.pid whose pid now belongs to another program, which is left alone', async () => {
  await startAndStop();
  const stranger = spawn('sleep', ['60']);
  strangers.push(stranger);
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), `${stranger.pid}\n${dataDir}/postgres\n`);
  await start();
  expect(await isGone(stranger.pid ?? 0, 100)).toBe(false);
});

test.each(['', 'damaged'])('a postmaster.pid that says "%s"', async (text) => {
  await startAndStop();
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), text);
  await start();
});

test('a database that was only half made', async () => {
  const draft = join(dataDir, 'postgres.new-0123abcd');
  await mkdir(join(draft, 'base'), { recursive: true });
  await writeFile(join(draft, 'PG_VERSION'), '18\n');
  await start();
  expect(existsSync(draft)).toBe(false);
});
