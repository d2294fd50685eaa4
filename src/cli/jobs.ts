import { setTimeout as wait } from 'node:timers/promises';
import { Logger, type Runner, run } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { cleanFiles } from '../evidence/clean-files.ts';
import { isCleaned } from '../evidence/cleaning-record.ts';
import { eraseContacts } from '../leads/erase.ts';
import { openMailer } from '../notices/mailer.ts';
import { MOST_TRIES, sendMail, settleBroken } from '../notices/outbox.ts';
import { roundIsMade, runRound, tellOfPapers } from '../notices/round.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Db } from '../platform/db.ts';
import type { FileDisk } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import { pairsAreDue, RESTS_AS_LONG, searchPairs } from '../subjects/pairs-search.ts';

export interface JobOptions {
  db: Db;
  databaseUrl: string;
  clock: Clock;
  log: Log;
  publicUrl: string;
  files: FileDisk;
  mail: Config['mail'];
  /** The day of the demo is set by hand: its round runs at any hour. */
  demo: boolean;
  /** How often it is looked for what is to be done. */
  everyMs?: number;
}

/** Hour of the day in Vietnam from which the round of the day is made. */
const ROUND_HOUR = 7;
const MINUTE_MS = 60_000;
/** A job that waits for its next try is found within this time; a new one at once. */
const POLL_MS = 10_000;
/** Whoever sets the day of the demo wants to see what it brings. */
const DEMO_MS = 5_000;

/**
 * Starts the work behind the pages: the round of each day, notices of papers that move, the search for subjects that may be
 * one (at the turn of the day, or when somebody asks), and the letters of the outbox, as jobs in the database, so that several servers share them and none is lost by a restart.
 *
 * @returns ends it; a job under way is finished first, but for the search, which goes on after the next start
 */
export async function startJobs(options: JobOptions): Promise<() => Promise<void>> {
  const { db, clock, log, mail, publicUrl, databaseUrl } = options;
  const mailer = mail ? openMailer(mail.smtpUrl, mail.from) : null;
  const pool = openPool(databaseUrl, log);
  const ending = new AbortController();
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: Math.min(options.everyMs ?? POLL_MS, POLL_MS),
    crontab: '',
    logger: workerLog(log),
    taskList: {
      daily_round: async () => {
        if (await roundIsMade(db, clock.today())) return;
        const made = await runRound(db, clock, { mail: mailer !== null });
        log.info({ ...made, day: clock.today() }, 'the round of the day was made');
        if (mailer) await queueMails(runner, db);
      },
      clean_files: async () => {
        if (await isCleaned(db)) return;
        log.info(await cleanFiles({ db, disk: options.files, clock }), 'unused files were cleaned up');
      },
      find_pairs: async () => {
        if (!(await pairsAreDue(db, clock.today()))) return;
        const how = { rest: restingUntil(ending.signal), signal: ending.signal };
        log.info(await searchPairs(db, clock, how), 'subjects that may be one were looked for');
      },
      send_mail: async (payload) => {
        if (!mailer) return;
        const sent = await sendMail({ db, clock, send: mailer.send, publicUrl }, idIn(payload));
        // the worker tries again by itself, after a longer wait each time
        if (sent === 'again') throw new Error('The mail server put the letter off.');
      },
    },
  });
  const look = async () => {
    try {
      await lookForWork(runner, options);
    } catch (err) {
      log.error({ err }, 'it could not be looked for what is to be done');
    }
  };
  await look();
  const timer = setInterval(() => void look(), options.everyMs ?? (options.demo ? DEMO_MS : MINUTE_MS));
  timer.unref();
  return async () => {
    clearInterval(timer);
    ending.abort();
    await runner.stop();
    // the database is stopped next: a connection that is still open then would end this process with an error
    await pool.end();
    mailer?.close();
  };
}

/** Long work leaves most of the time to the pages; a rest ends with the program. */
const restingUntil = (signal: AbortSignal) => (workedMs: number) =>
  wait(workedMs * RESTS_AS_LONG, undefined, { signal }).catch(() => {});

/** The worker's own connections, whose breaking is news and no reason to end. */
function openPool(connectionString: string, log: Log): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 3, application_name: 'guong-sang jobs' });
  const heard = (err: Error) => log.debug({ err }, 'a connection of the worker broke');
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return pool;
}

async function lookForWork(runner: Runner, { db, clock, demo, mail }: JobOptions): Promise<void> {
  await eraseContacts(db, clock);
  const isTime = demo || hourInVietnam(clock.now()) >= ROUND_HOUR;
  if (isTime && !(await roundIsMade(db, clock.today()))) {
    await runner.addJob('daily_round', {}, { jobKey: 'daily_round', maxAttempts: 5 });
  } else {
    await tellOfPapers(db, clock);
  }
  if (!(await isCleaned(db))) {
    await runner.addJob('clean_files', {}, { jobKey: 'clean_files', maxAttempts: 3 });
  }
  if (await pairsAreDue(db, clock.today())) {
    await runner.addJob('find_pairs', {}, { jobKey: 'find_pairs', maxAttempts: 3 });
  }
  if (!mail) return;
  await settleBroken(db);
  await queueMails(runner, db);
}

const hourInVietnam = (moment: Date): number => (moment.getUTCHours() + 7) % 24;

/**
 * One job a letter. A letter that was not tried yet, or is to be tried anew, gets a job of its own even where a worker
 * that is no more still holds its old one; one that is being tried keeps the job that it has, with its wait.
 */
async function queueMails(runner: Runner, db: Db): Promise<void> {
  const { rows } = await sql<{ id: number; key: string }>`
    SELECT m.id, 'mail_' || m.id AS key FROM mail m
    WHERE m.state = 'waiting' AND m.trying_since IS NULL
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j
        WHERE j.key = 'mail_' || m.id AND (m.attempts > 0 OR j.locked_at IS NULL))
    ORDER BY m.id LIMIT 10000`.execute(db);
  for (const { id, key } of rows) {
    await runner.addJob('send_mail', { id }, { jobKey: key, maxAttempts: 2 * MOST_TRIES });
  }
}

const idIn = (payload: unknown): number => Number((payload as { id?: unknown }).id);

/** What the worker says, in our log: its news for the curious, its errors for everybody. */
function workerLog(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
    else log.debug(message);
  });
}
