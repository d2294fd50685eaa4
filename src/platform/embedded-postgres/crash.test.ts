import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Child, isGone, runTs } from '../../../test/child.ts';
import { runOn } from '../../../test/server.ts';
import { createLog } from '../log.ts';
import { startEmbeddedPostgres } from './start.ts';

// Whole programs are started here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const log = createLog('silent');
const WRITERS = 8;

let dataDir: string;
let children: Child[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gs-crash-'));
});

afterEach(async () => {
  for (const child of children) child.process.kill('SIGKILL');
  children = [];
  const { stop } = await startEmbeddedPostgres({ dataDir, log });
  await stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function programWithDatabase(...statement: string[]): Promise<{ child: Child; url: string }> {
  const child = runTs('embedded-postgres-child.ts', dataDir, ...statement);
  children.push(child);
  const [url] = await child.says(/postgres:\/\/\S+/);
  return { child, url };
}

const postmasterPid = async () =>
  Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

/** The server and all its workers: each worker leads a session of its own, so that one signal does not reach all. */
async function serverProcesses(): Promise<number[]> {
  const postmaster = await postmasterPid();
  const workers = execFileSync('pgrep', ['-P', String(postmaster)], { encoding: 'utf8' });
  return [postmaster, ...workers.trim().split('\n').map(Number)];
}

/** Writes over several connections until they break; answers the numbers that were acknowledged. */
async function writeUntilBroken(url: string, acknowledged: Set<number>): Promise<void> {
  let next = acknowledged.size > 0 ? Math.max(...acknowledged) + 1 : 1;
  const writers = Array.from({ length: WRITERS }, async () => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      for (;;) {
        const number = next++;
        await client.query('INSERT INTO written (number, filler) VALUES ($1, repeat($2, 500))', [
          number,
          'á',
        ]);
        acknowledged.add(number);
      }
    } catch {
      await client.end().catch(() => undefined);
    }
  });
  await Promise.all(writers);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(5);
}

test('kill -9 of the server in the middle of writes loses no acknowledged row', async () => {
  const acknowledged = new Set<number>();
  for (let round = 1; round <= 3; round += 1) {
    const { child, url } = await programWithDatabase();
    await runOn(url, 'CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY, filler text)');
    const before = acknowledged.size;
    const writing = writeUntilBroken(url, acknowledged);
    await until(() => acknowledged.size >= before + 300);
    for (const pid of await serverProcesses()) process.kill(pid, 'SIGKILL');
    await writing;
    child.process.kill('SIGKILL');
    await child.ended;
  }

  const server = await startEmbeddedPostgres({ dataDir, log });
  const rows = await runOn<{ number: number }>(server.url, 'SELECT number FROM written');
  const checked = await runOn<{ sum: string }>(
    server.url,
    'SELECT sum(length(filler))::int AS sum FROM written',
  );
  await server.stop();
  const present = new Set(rows.map((row) => row.number));
  expect([...acknowledged].filter((number) => !present.has(number))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThanOrEqual(900);
  expect(checked).toEqual([{ sum: rows.length * 500 }]);
});

test('kill -9 of the program leaves a server, which the next start ends before it starts its own', async () => {
  const { child, url } = await programWithDatabase();
  await runOn(url, 'CREATE TABLE kept (word text)', "INSERT INTO kept VALUES ('còn')");
  const orphan = await postmasterPid();
  child.process.kill('SIGKILL');
  await child.ended;
  expect(await isGone(orphan, 200)).toBe(false);
  expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(true);

  const server = await startEmbeddedPostgres({ dataDir, log });
  expect(await isGone(orphan, 100)).toBe(true);
  expect(await runOn(server.url, 'SELECT word FROM kept')).toEqual([{ word: 'còn' }]);
  await server.stop();
});

test('kill -9 of the server and the program, while a worker is busy, does not hinder the next start', async () => {
  const endless = 'SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b';
  const { child } = await programWithDatabase(endless);
  await wait(300);
  const [postmaster = 0, ...workers] = await serverProcesses();
  process.kill(postmaster, 'SIGKILL');
  child.process.kill('SIGKILL');
  await child.ended;
  const stillBusy = await Promise.all(workers.map(async (pid) => !(await isGone(pid, 300))));
  expect(stillBusy).toContain(true);

  const server = await startEmbeddedPostgres({ dataDir, log });
  expect(await runOn(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('kill -9 in the middle of making the database does not hinder the next start', async () => {
  const child = runTs('embedded-postgres-child.ts', dataDir);
  children.push(child);
  let draft: string | undefined;
  while (!draft || !existsSync(join(dataDir, draft, 'PG_VERSION'))) {
    await wait(2);
    draft = (await readdir(dataDir)).find(
      (name) => name.startsWith('postgres.new-') && !name.endsWith('.password'),
    );
  }
  child.process.kill('SIGKILL');
  await child.ended;
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);

  const server = await startEmbeddedPostgres({ dataDir, log });
  expect(await runOn(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.stop();
});
