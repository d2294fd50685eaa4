import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { runTs } from '../../test/child.ts';
import { type MailServer, openMailServer } from '../../test/mail-server.ts';
import { type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { SettableClock } from '../platform/clock.ts';
import { digestOf } from './digest.ts';
import { openMailer } from './mailer.ts';
import { MOST_TRIES, sendMail, settleBroken } from './outbox.ts';

let server: MailServer;
let mailer: ReturnType<typeof openMailer>;
let world: ExemplarWorld;

beforeAll(async () => {
  world = await exemplarWorld();
  server = await openMailServer();
  mailer = openMailer(server.url, 'thidua@phutho.gov.vn');
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await world.close();
});
afterEach(() => {
  server.taken.length = 0;
  server.answers = [];
  server.silent = false;
});

let day = 10;
async function layMail(): Promise<number> {
  const digest = digestOf('Lê Thị Đơn Vị', '2018-12-10', [
    { kind: 'overdue', sentence: 'Quá hạn 1 ngày: Báo cáo năm.', href: '/bao-cao' },
  ]);
  const { id } = await world.db
    .insertInto('mail')
    .values({
      account_id: (world.unit as { accountId: number }).accountId,
      on_day: `2018-12-${++day}`,
      to_address: 'donvi@phutho.gov.vn',
      ...digest,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const send = (id: number) =>
  sendMail(
    {
      db: world.db,
      clock: new SettableClock('2018-12-11'),
      send: mailer.send,
      publicUrl: 'https://guongsang.phutho.gov.vn',
    },
    id,
  );
const stateOf = (id: number) =>
  world.db
    .selectFrom('mail')
    .select(['state', 'attempts', 'last_error'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** The text of a letter as the reader sees it. */
function textIn(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

it('sends a letter once, with Vietnamese words and whole addresses', async () => {
  const id = await layMail();
  expect(await send(id)).toBe('sent');
  expect(await send(id)).toBe('gone');
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]?.to).toBe('donvi@phutho.gov.vn');
  const { raw } = server.taken[0] ?? { raw: '' };
  expect(raw).toMatch(/^Subject: =\?UTF-8\?[BQ]\?/m);
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(textIn(raw)).toContain('https://guongsang.phutho.gov.vn/bao-cao');
  expect(textIn(raw)).toContain('Kính gửi Lê Thị Đơn Vị');
});

it('keeps a letter that is put off, and sends it at a later try', async () => {
  const id = await layMail();
  server.answers = [451];
  expect(await send(id)).toBe('again');
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(await send(id)).toBe('sent');
  expect(await stateOf(id)).toEqual({ state: 'sent', attempts: 2, last_error: null });
});

it('gives up what is refused for good, with the words of the server', async () => {
  const id = await layMail();
  server.answers = [550];
  expect(await send(id)).toBe('failed');
  expect((await stateOf(id)).last_error).toContain('Mailbox says no');
  expect(await send(id)).toBe('gone');
});

it('gives up after so many tries', async () => {
  const id = await layMail();
  server.answers = Array.from({ length: MOST_TRIES }, () => 451);
  const outcomes: string[] = [];
  for (let n = 0; n < MOST_TRIES; n++) outcomes.push(await send(id));
  expect(outcomes.at(-1)).toBe('failed');
  expect(outcomes.slice(0, -1).every((one) => one === 'again')).toBe(true);
});

it('lets two that send the same letter at once send it once', async () => {
  const id = await layMail();
  const outcomes = await Promise.all([send(id), send(id)]);
  expect(outcomes.toSorted()).toEqual(['gone', 'sent']);
  expect(server.taken).toHaveLength(1);
});

it('never sends a letter a second time after the program was killed in the middle, and says why', async () => {
  const id = await layMail();
  server.silent = true;
  const child = runTs('mail-child.ts', world.url, server.url, String(id));
  while (server.taken.length === 0 && child.process.exitCode === null) await wait(20);
  child.process.kill('SIGKILL');
  await child.ended;
  server.silent = false;
  expect(server.taken).toHaveLength(1);
  await settleBroken(world.db);
  expect(await send(id)).toBe('gone');
  expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  await world.db
    .updateTable('mail')
    .set({ trying_since: sql<Date>`now() - interval '11 minutes'` })
    .where('id', '=', id)
    .execute();
  await settleBroken(world.db);
  expect(await send(id)).toBe('gone');
  expect((await stateOf(id)).last_error).toContain('không rõ thư đã đi hay chưa');
  expect(server.taken).toHaveLength(1);
});
