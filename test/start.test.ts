import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { type Child, isGone, run, runNode } from './child.ts';
import { freshDatabase } from './database.ts';
import { runOn } from './server.ts';

// Whole programs are started here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const STARTED = /Địa chỉ +(http:\S+)/;

let dataDir: string;
let children: Child[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gs-start-'));
});

afterEach(async () => {
  for (const child of children) child.process.kill('SIGTERM');
  await Promise.all(children.map((child) => child.ended));
  children = [];
  await rm(dataDir, { recursive: true, force: true });
});

const settings = () => ({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '' });

function guongSang(command: string, env: NodeJS.ProcessEnv = {}): Child {
  const child = runNode(['bin/guong-sang.mjs', command], { ...settings(), ...env });
  children.push(child);
  return child;
}

const postmasterPid = async () =>
  Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

describe('npm start', () => {
  test('serves on the printed address, and says where the data are and how to stop', async () => {
    const child = guongSang('start');
    const [, address = ''] = await child.says(STARTED);
    await child.says(/Nhấn Ctrl-C để dừng/);
    expect(child.output()).toContain(`Thư mục dữ liệu  ${dataDir}`);
    expect(child.output()).toContain('Cơ sở dữ liệu    PostgreSQL đi kèm chương trình');
    expect(child.output()).toMatch(new RegExp(`Lần đầu sử dụng.*\\n +${address}/\\S+`));
    expect((await fetch(address)).status).toBe(200);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves no database running and no lock', async (signal) => {
    const child = guongSang('start');
    await child.says(STARTED);
    const postmaster = await postmasterPid();
    child.process.kill(signal);
    expect(await child.ended).toBe(0);
    expect(child.output()).toContain('Gương Sáng đã dừng.');
    expect(await isGone(postmaster, 100)).toBe(true);
    expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });

  test('Ctrl-C while it is still starting leaves nothing running either', async () => {
    const child = guongSang('start');
    await expect
      .poll(() => existsSync(join(dataDir, 'guong-sang.lock')), { timeout: 20_000, interval: 5 })
      .toBe(true);
    child.process.kill('SIGINT');
    expect(await child.ended).toBe(0);
    expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });

  test('SIGTERM to npm, which does not pass it on, ends the program too', async () => {
    const npm = run('npm', ['start'], { ...settings(), npm_lifecycle_event: '' });
    children.push(npm);
    await npm.says(STARTED);
    const postmaster = await postmasterPid();
    npm.process.kill('SIGTERM');
    await npm.says(/Gương Sáng đã dừng/);
    expect(await isGone(postmaster, 100)).toBe(true);
    expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(false);
  });

  test('a second start on the same data folder is refused with a sentence', async () => {
    await guongSang('start').says(STARTED);
    const second = guongSang('start');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^Gương Sáng đang chạy với thư mục dữ liệu .* \(tiến trình \d+\)\./m);
    expect(second.output()).not.toContain('    at ');
  });

  test('a port in use is refused with a sentence, and no database is left running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const child = guongSang('start', { PORT: String(port) });
    expect(await child.ended).toBe(1);
    other.close();
    expect(child.output()).toContain(`Cổng ${port} đang được một chương trình khác dùng.`);
    expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });

  test('a wrong setting is refused with a sentence before anything is made', async () => {
    const child = guongSang('start', { DATA_DIR: join(dataDir, 'none'), SESSION_HOURS: 'lâu' });
    expect(await child.ended).toBe(1);
    expect(child.output()).toContain('Thiết lập SESSION_HOURS đang là "lâu" nhưng cần một số nguyên');
    expect(existsSync(join(dataDir, 'none'))).toBe(false);
  });

  test('when the database is killed the program ends too, and says so', async () => {
    const child = guongSang('start');
    await child.says(STARTED);
    process.kill(await postmasterPid(), 'SIGKILL');
    expect(await child.ended).toBe(1);
    expect(child.output()).toContain('PostgreSQL ended unexpectedly');
    await guongSang('start').says(STARTED);
  });
});

describe('a real server', () => {
  test('is used instead of the embedded one, and the password is not printed', async () => {
    const database = await freshDatabase();
    const child = guongSang('start', { DATABASE_URL: database.url });
    const [, address = ''] = await child.says(STARTED);
    expect((await fetch(address)).status).toBe(200);
    const { host, pathname, password } = new URL(database.url);
    expect(child.output()).toContain(`Cơ sở dữ liệu    ${host}${pathname}`);
    expect(child.output()).not.toContain(`:${password}@`);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    child.process.kill('SIGINT');
    await child.ended;
    await database.drop();
  });

  test('that cannot be reached is refused with a sentence without the password', async () => {
    const child = guongSang('start', { DATABASE_URL: 'postgres://gs:bimat@127.0.0.1:1/gs' });
    expect(await child.ended).toBe(1);
    expect(child.output()).toContain(
      'Không kết nối được cơ sở dữ liệu 127.0.0.1:1/gs. Hãy kiểm tra DATABASE_URL',
    );
    expect(child.output()).not.toContain('bimat');
  });
});

test('migrate brings an empty database up to date, and a second time does nothing', async () => {
  const name = `${inject('templateDatabase')}_empty`;
  await runOn(inject('databaseServer'), `CREATE DATABASE ${name}`);
  const env = { DATABASE_URL: inject('databaseServer').replace(/[^/]*$/, name) };
  const first = guongSang('migrate', env);
  expect(await first.ended).toBe(0);
  expect(first.output()).toMatch(/Đã chạy \d+ bước cập nhật cấu trúc:\n +001_/);
  const second = guongSang('migrate', env);
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain('Cấu trúc cơ sở dữ liệu đã là bản mới nhất.');
});

// Loading the sample goes through the same commands as people do; on a busy machine that takes a minute.
describe('npm run demo', { timeout: 300_000 }, () => {
  test('serves the sample on a day of 2018, and does not load it twice', async () => {
    const first = guongSang('demo');
    const [, address = ''] = await first.says(STARTED);
    expect(first.output()).toContain('Đang nạp dữ liệu mẫu…');
    expect(first.output()).toContain('bản trình diễn, dữ liệu mẫu');
    expect(await (await fetch(address)).text()).toContain('15/11/2018');
    first.process.kill('SIGINT');
    await first.ended;
    const second = guongSang('demo');
    await second.says(STARTED);
    expect(second.output()).not.toContain('Đang nạp dữ liệu mẫu…');
  });

  test('Ctrl-C while the sample is loading ends it soon, and nothing of the sample stays', async () => {
    const first = guongSang('demo');
    await first.says(/Đang nạp dữ liệu mẫu/);
    first.process.kill('SIGINT');
    const asked = performance.now();
    expect(await first.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(20_000);
    expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(false);
    const second = guongSang('demo');
    await second.says(/Đang nạp dữ liệu mẫu/);
    second.process.kill('SIGINT');
    await second.ended;
  });
});
