import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isGone } from '../../../test/child.ts';
import { onDatabase, runOn } from '../../../test/server.ts';
import { createLog } from '../log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts';

const log = createLog('silent');
const opened: EmbeddedPostgres[] = [];

async function start(dataDir: string, options: { durable?: boolean; onLost?: () => void } = {}) {
  const server = await startEmbeddedPostgres({ dataDir, log, durable: false, ...options });
  opened.push(server);
  return server;
}

const postmasterPid = async (dataDir: string) =>
  Number.parseInt(await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gs-postgres-'));
  dataDir = join(folder, 'dữ liệu');
});

afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a server of its own', () => {
  let home: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'gs-postgres-'));
    server = await startEmbeddedPostgres({ dataDir: join(home, 'data'), log });
  });

  afterAll(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  test('keeps what it has acknowledged: flushes to the disk and checks its pages', async () => {
    const rows = await runOn<Record<string, string>>(
      server.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
              current_setting('synchronous_commit') AS commits, current_setting('data_checksums') AS checksums`,
    );
    expect(rows).toEqual([{ fsync: 'on', pages: 'on', commits: 'on', checksums: 'on' }]);
  });

  test('speaks UTF-8, counts in UTC and listens on this machine only', async () => {
    const rows = await runOn<Record<string, string>>(
      server.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone,
              current_setting('listen_addresses') AS addresses`,
    );
    expect(rows).toEqual([{ encoding: 'UTF8', zone: 'UTC', addresses: '127.0.0.1' }]);
  });

  test('is used by a role that owns its database and is no superuser', async () => {
    const rows = await runOn(
      server.url,
      `SELECT rolname, rolsuper, pg_get_userbyid(datdba) AS owner FROM pg_roles, pg_database
        WHERE rolname = current_user AND datname = current_database()`,
    );
    expect(rows).toEqual([{ rolname: 'guong_sang', rolsuper: false, owner: 'guong_sang' }]);
    await expect(runOn(server.url, "COPY (SELECT 1) TO PROGRAM 'true'")).rejects.toThrow(/permission denied/);
  });

  test('refuses a wrong password, also of the superuser', async () => {
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(runOn(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    wrong.username = 'postgres';
    await expect(runOn(onDatabase(wrong.href, 'postgres'), 'SELECT 1')).rejects.toThrow(
      /authentication failed/,
    );
  });

  test('keeps its passwords from other accounts', async () => {
    const passwords = await stat(join(home, 'data/postgres/guong-sang.passwords.json'));
    expect(passwords.mode & 0o777).toBe(0o600);
    expect((await stat(join(home, 'data/postgres'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(home, 'data'))).mode & 0o077 & ~0o011).toBe(0);
  });

  test('a second start on the same folder is refused with a sentence, and the first goes on', async () => {
    await expect(startEmbeddedPostgres({ dataDir: join(home, 'data'), log })).rejects.toThrow(
      /Gương Sáng đang chạy với thư mục dữ liệu .*Hãy dừng[\s\S]*already runs on the data folder/,
    );
    expect(await runOn(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

test('after a stop nothing runs and nothing is locked, and the data are there at the next start', async () => {
  const first = await start(dataDir);
  await runOn(first.url, 'CREATE TABLE kept (word text)', "INSERT INTO kept VALUES ('Gương Sáng')");
  const pid = await postmasterPid(dataDir);
  await Promise.all([first.stop(), first.stop()]);
  expect(await isGone(pid, 100)).toBe(true);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);

  const second = await start(dataDir);
  expect(await runOn(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'Gương Sáng' }]);
});

describe('a folder that cannot be used is refused with a sentence', () => {
  test('of another version of PostgreSQL', async () => {
    const server = await start(dataDir);
    await server.stop();
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    await expect(start(dataDir)).rejects.toThrow(
      /thuộc PostgreSQL 17, chương trình này mang theo PostgreSQL 18/,
    );
    expect(existsSync(join(dataDir, 'guong-sang.lock'))).toBe(false);
  });

  test('that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(start(join(folder, 'file/data'))).rejects.toThrow(
      /Không ghi được vào thư mục dữ liệu .*DATA_DIR/,
    );
  });

  test('with files of something else', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres/luận văn.docx'), '');
    await expect(start(dataDir)).rejects.toThrow(/không phải cơ sở dữ liệu của Gương Sáng/);
  });

  test('with damaged settings: the log of the server says which', async () => {
    const server = await start(dataDir);
    await server.stop();
    await writeFile(join(dataDir, 'postgres/postgresql.conf'), 'shared_buffers = many\n');
    await expect(start(dataDir)).rejects.toThrow(/Cơ sở dữ liệu không khởi động được[\s\S]*shared_buffers/);
  });
});

test('a server that ends by itself is reported, one that was stopped is not', async () => {
  const lost = new Promise<void>((resolve) => {
    void start(dataDir, { onLost: resolve }).then(async () => {
      process.kill(await postmasterPid(dataDir), 'SIGQUIT');
    });
  });
  await lost;

  let reported = false;
  const other = await start(join(folder, 'other'), { onLost: () => (reported = true) });
  await other.stop();
  expect(reported).toBe(false);
});
