import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, giveDuty, on, yearlyReport } from '../../test/duty-world.ts';
import { type MailServer, openMailServer } from '../../test/mail-server.ts';
import { sendAgain } from '../notices/outbox-list.ts';
import { setPreferences } from '../notices/preferences.ts';
import { roundIsMade } from '../notices/round.ts';
import { SettableClock } from '../platform/clock.ts';
import { openFileStore } from '../platform/files.ts';
import { createLog } from '../platform/log.ts';
import { startJobs } from './jobs.ts';

/** A world in which one officer wants mail and owes a report on 10/12/2018, a mail server, and the work behind the pages. */
let world: DutyWorld;
let server: MailServer;
let clock: SettableClock;
let stop: (() => Promise<void>) | null = null;
let folder: string;
beforeEach(async () => {
  world = await dutyWorld();
  folder = await mkdtemp(join(tmpdir(), 'guong-sang-jobs-'));
  server = await openMailServer();
  clock = new SettableClock('2018-12-10');
  await giveDuty(world, yearlyReport(world, { fromOn: '2018-01-01', toOn: '2018-12-31' }), '2018-01-10');
  const wanted = {
    email: 'donvi@phutho.gov.vn',
    byEmail: true,
    kinds: ['due_today' as const],
    daysBefore: 3,
  };
  expect((await setPreferences(on(world, world.unit), wanted)).ok).toBe(true);
});
afterEach(async () => {
  await stop?.();
  stop = null;
  await server.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(mail = true): Promise<void> {
  stop = await startJobs({
    db: world.db,
    databaseUrl: world.url,
    clock,
    log: createLog('silent'),
    files: openFileStore(folder),
    publicUrl: 'https://guongsang.phutho.gov.vn',
    mail: mail ? { smtpUrl: server.url, from: 'thidua@phutho.gov.vn' } : null,
    demo: true,
    everyMs: 100,
  });
}

const mails = () =>
  world.db.selectFrom('mail').select(['id', 'on_day', 'state', 'attempts']).orderBy('id').execute();
async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let n = 0; n < 300 && !(await condition()); n++) await wait(50);
}
const untilState = (state: string) => until(async () => (await mails()).at(-1)?.state === state);

it('makes the round of the day and sends one letter; started again it does neither a second time', async () => {
  await start();
  await untilState('sent');
  await stop?.();
  await start();
  await wait(400);
  expect(server.taken.map(({ to }) => to)).toEqual(['donvi@phutho.gov.vn']);
  expect(await mails()).toMatchObject([{ on_day: '2018-12-10', state: 'sent', attempts: 1 }]);
});

it('follows the day that is set in the demo', async () => {
  clock.set('2018-12-09');
  await start();
  await until(async () => await roundIsMade(world.db, '2018-12-09'));
  expect(await mails()).toEqual([]);
  clock.set('2018-12-10');
  await untilState('sent');
  expect(server.taken).toHaveLength(1);
});

it('tries again by itself what the server put off', async () => {
  server.answers = [451, 421];
  await start();
  await untilState('sent');
  expect(await mails()).toMatchObject([{ state: 'sent', attempts: 3 }]);
  expect(server.taken).toHaveLength(1);
}, 30_000);

it('leaves alone what was refused for good, until somebody sends it again', async () => {
  server.answers = [550];
  await start();
  await untilState('failed');
  await wait(300);
  expect(server.taken).toEqual([]);
  const [mail] = await mails();
  expect((await sendAgain(on(world, world.admin), mail?.id ?? 0)).ok).toBe(true);
  await untilState('sent');
  expect(server.taken).toHaveLength(1);
});

it('takes up a letter whose worker is no more, before a try was begun', async () => {
  await start();
  await untilState('sent');
  await stop?.();
  stop = null;
  const [mail] = await mails();
  await world.db.updateTable('mail').set({ state: 'waiting', attempts: 0 }).execute();
  await sql`SELECT graphile_worker.add_job('send_mail', ${JSON.stringify({ id: mail?.id })}::json,
    job_key => ${`mail_${mail?.id}`})`.execute(world.db);
  await sql`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-that-is-no-more'`.execute(
    world.db,
  );
  await start();
  await untilState('sent');
  expect(server.taken).toHaveLength(2);
});

it('without a mail server gives the notices and writes no letter', async () => {
  await start(false);
  await until(async () => (await world.db.selectFrom('notice').select('id').execute()).length > 0);
  await wait(200);
  expect(await mails()).toEqual([]);
});

it('cleans unused files up, once a day however often it is started', async () => {
  await start(false);
  const cleanings = () => world.db.selectFrom('file_cleaning').select('id').execute();
  await until(async () => (await cleanings()).length > 0);
  await stop?.();
  await start(false);
  await wait(400);
  expect(await cleanings()).toHaveLength(1);
});

it('looks for subjects that may be one, once a day and when somebody asks', async () => {
  const twin = { kind: 'individual', full_name: 'Kha Thị Nhị', birth_year: 1966, place: 'khu 1' };
  await world.db.insertInto('subject').values([twin, twin]).execute();
  const searchedOn = async () =>
    (await world.db.selectFrom('subject_pair_search').select('searched_on').executeTakeFirst())?.searched_on;
  const pairs = () => world.db.selectFrom('subject_pair').select('one_id').execute();
  await start(false);
  await until(async () => (await searchedOn()) === '2018-12-10');
  expect(await pairs()).toHaveLength(1);
  await world.db.deleteFrom('subject_pair').execute();
  await wait(400);
  expect(await pairs()).toEqual([]);
  await world.db.updateTable('subject_pair_search').set({ asked_on: '2018-12-10' }).execute();
  await until(async () => (await pairs()).length > 0);
  expect(await pairs()).toHaveLength(1);
});
