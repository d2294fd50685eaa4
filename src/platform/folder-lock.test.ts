import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { processFacts } from './process-facts.ts';

let parent: string;
let folder: string;
const file = () => join(folder, 'guong-sang.lock');

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'gs-lock-'));
  folder = join(parent, 'data');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

test('the folder is made, for our account alone', async () => {
  await lockFolder(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a second taker is refused with the process that holds it, in Vietnamese and English', async () => {
  await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(
    new RegExp(
      `đang chạy với thư mục dữ liệu ${folder} \\(tiến trình ${process.pid}\\)[\\s\\S]*already runs`,
    ),
  );
});

test('of many takers at once exactly one gets it, also when a stale lock lies there', async () => {
  await mkdir(folder);
  await writeFile(file(), JSON.stringify({ pid: process.ppid, started: 'before the last boot' }));
  const takers = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
  expect(takers.filter((taker) => taker.status === 'fulfilled')).toHaveLength(1);
});

test('after the release another may take it; a second release does not take it from that one', async () => {
  const first = await lockFolder(folder);
  await first.release();
  const another = JSON.stringify({ pid: process.ppid, started: (await processFacts(process.ppid))?.started });
  await writeFile(file(), another);
  await first.release();
  expect(await readFile(file(), 'utf8')).toBe(another);
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: '' })],
  ['of a pid that another program has now', JSON.stringify({ pid: process.ppid, started: 'earlier' })],
  ['that was cut off by a power cut', '{"pid":'],
  ['that is empty', ''],
])('a lock %s is taken over', async (_, text) => {
  await mkdir(folder);
  await writeFile(file(), text);
  await lockFolder(folder);
  expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ pid: process.pid });
});
