import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { answer, type Listening, listen } from './listen.ts';

const open: Listening[] = [];

async function listening(host = '127.0.0.1', port = 0): Promise<Listening> {
  const made = await listen(host, port);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.close(0);
});

test('port 0 takes a free port, which the address names', async () => {
  const made = await listening();
  answer(made, (_, response) => response.end('xin chào'));
  expect(await (await fetch(made.address)).text()).toBe('xin chào');
});

test('listening everywhere is reached as localhost', async () => {
  expect((await listening('0.0.0.0')).address).toMatch(/^http:\/\/localhost:\d+$/);
});

test('a port in use is refused with a sentence that names it and says what to do', async () => {
  const port = Number(new URL((await listening()).address).port);
  await expect(listening('127.0.0.1', port)).rejects.toThrow(
    new RegExp(`Cổng ${port} đang được một chương trình khác dùng.*đặt PORT`),
  );
});

test('an address that is not of this machine is refused with a sentence', async () => {
  await expect(listening('203.0.113.7')).rejects.toThrow(
    /Không mở được địa chỉ 203\.0\.113\.7.*kiểm tra HOST/,
  );
});

test('a close lets a running request end, and takes no new one', async () => {
  const made = await listening();
  answer(made, (_, response) => void wait(150).then(() => response.end('xong')));
  const running = fetch(made.address).then((response) => response.text());
  await wait(50);
  const before = performance.now();
  const closed = made.close(5_000);
  await expect(fetch(made.address)).rejects.toThrow();
  expect(await running).toBe('xong');
  await closed;
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('a close does not wait for a browser that only keeps its connection', async () => {
  const made = await listening();
  answer(made, (_, response) => response.end('xin chào'));
  await (await fetch(made.address)).text();
  const before = performance.now();
  await made.close(5_000);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('a close cuts a request that does not end in time', async () => {
  const made = await listening();
  answer(made, () => undefined);
  const endless = fetch(made.address);
  await wait(50);
  await Promise.all([made.close(100), expect(endless).rejects.toThrow()]);
});
