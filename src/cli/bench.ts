import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startSession } from '../identity/sessions.ts';
import { systemClock } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrate.ts';
import { searchPairs } from '../subjects/pairs-search.ts';
import { type Filled, fillForBench } from './bench/fill.ts';
import { type Goal, measureGoal, queryFloor, reportGoals } from './bench/goals.ts';
import { importGoals } from './bench/imports.ts';
import { atRest, type CpuOf, type Figures, measureHttp, measureQuery } from './bench/measure.ts';
import { printFigures, printGoals } from './bench/print.ts';
import { sameGoals } from './bench/same-goals.ts';
import { askPage, pagesOfOne, scenarios, sessionCookie } from './bench/scenarios.ts';

const EXEMPLARS = 100_000;
/** Among which one is found again; `npm run bench -- 100000 1000000` takes ten times as long to fill. */
const SUBJECTS = 100_000;
/** Each proposal changes one record for good, so there is one record for each. */
const PROPOSALS = 1500;
/** Subjects of which it is asked whether others may be the same one. */
const PAIRS = 10_000;

/**
 * Measures the pages that are used most, with 100,000 exemplars in the embedded database, beside the floors in the
 * same run: a bare Hono server and a bare query. Takes about two minutes; leaves nothing behind.
 */
export async function run(argv: string[]): Promise<void> {
  const exemplars = Number(argv[0] ?? EXEMPLARS);
  const subjects = Number(argv[1] ?? SUBJECTS);
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-bench-'));
  const database = await startEmbeddedPostgres({ dataDir: folder, log: createLog('warn') });
  try {
    await migrate(database.url);
    console.log(`Đang tạo ${exemplars.toLocaleString('vi-VN')} điển hình…`);
    await measureAll(database.url, folder, exemplars, subjects);
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureAll(url: string, folder: string, exemplars: number, subjects: number): Promise<void> {
  const open = openDb(url);
  const servers: ChildProcess[] = [];
  try {
    const filled = await fillForBench(open.db, exemplars, PROPOSALS);
    const token = await startSession(open.db, filled.accountId, 12, { ip: null, userAgent: null });
    const cookie = sessionCookie(token);
    const figures: Figures[] = [];
    const hello = await startServer('hello', url, folder, servers);
    figures.push(
      await measureHttp({ name: 'sàn: Hono “hello”', address: hello.address, expect: 200 }, hello.cpuOf),
    );
    figures.push(await measureQuery('sàn: select 1', () => sql`SELECT 1`.execute(open.db)));
    await searchBefore(open.db);
    const app = await startServer('app', url, folder, servers);
    await atRest(app.cpuOf);
    for (const scenario of scenarios(app.address, filled, cookie)) {
      figures.push(await measureHttp(scenario, app.cpuOf));
    }
    const goals = [
      ...(await pageGoals(open.db, app.address, filled, cookie)),
      ...(await reportGoals(open.db)),
      ...(await sameGoals(url, subjects)),
      // the last: it adds 20,000 exemplars
      ...(await importGoals(open.db, filled)),
    ];
    printFigures(figures, exemplars);
    printGoals(goals);
  } finally {
    for (const server of servers) server.kill('SIGTERM');
    await open.close();
  }
}

/** The daily search for subjects that may be one, measured by itself: else it would work behind the first pages. */
async function searchBefore(db: Db): Promise<void> {
  const at = performance.now();
  const { searched } = await searchPairs(db, systemClock, { most: PAIRS });
  const seconds = (performance.now() - at) / 1000;
  console.log(
    `Tìm chủ thể có thể trùng: ${searched.toLocaleString('vi-VN')} chủ thể, ${seconds.toFixed(1)} giây.`,
  );
}

/** A page is answered within a tenth of a second to one who is alone. */
async function pageGoals(db: Db, address: string, filled: Filled, cookie: string): Promise<Goal[]> {
  const floor = await queryFloor(db);
  const goals: Goal[] = [];
  for (const page of pagesOfOne(address, filled))
    goals.push(
      await measureGoal({ name: page.name, withinMs: 100, floor }, () => askPage(page.address, cookie)),
    );
  return goals;
}

/** A serving process of its own, so that the CPU that it uses is told apart from that of the load. */
async function startServer(
  what: 'app' | 'hello',
  url: string,
  folder: string,
  servers: ChildProcess[],
): Promise<{ address: string; cpuOf: CpuOf }> {
  const program = process.argv[1];
  if (!program) throw new Error('The bench must be started as a program.');
  const child = fork(program, ['bench-server', what], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
  });
  servers.push(child);
  const address = await answerOf<string>(child, 'address');
  return { address, cpuOf: () => answerOf<number>(child, 'cpu') };
}

function answerOf<T>(child: ChildProcess, question: 'address' | 'cpu'): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`The measured server ended with ${code}.`));
    const onMessage = (message: { question: string; answer: T }) => {
      if (message.question !== question) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(message.answer);
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
    child.send({ question });
  });
}
