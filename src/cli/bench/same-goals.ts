import { sql } from 'kysely';
import { type Db, openDb } from '../../platform/db.ts';
import { migrate } from '../../platform/migrate.ts';
import { loadReference } from '../../sample/catalogue-seeds.ts';
import { loadOffices } from '../../sample/load-offices.ts';
import type { SubjectFacts } from '../../subjects/facts.ts';
import { sameSubjects, sameSubjectsOfMany } from '../../subjects/same.ts';
import { fillSubjects } from './fill-same.ts';
import { type Goal, measureGoal, queryFloor } from './goals.ts';
import { type LabelledPair, labelledPairs } from './same-pairs.ts';
import { measureSame } from './same-recall.ts';

const SEARCHES = 200;
const ROWS_OF_A_LIST = 20_000;

/**
 * How well and how fast the same subject is found again, in a database of its own on the same server: the labelled pairs
 * among themselves, then one search among as many subjects as asked, and a list of 20,000 rows.
 */
export async function sameGoals(serverUrl: string, subjects: number): Promise<Goal[]> {
  const url = new URL(serverUrl);
  const server = openDb(serverUrl);
  const name = 'guong_sang_same';
  url.pathname = `/${name}`;
  await sql.raw(`CREATE DATABASE ${name}`).execute(server.db);
  try {
    await migrate(url.href);
    const open = openDb(url.href);
    try {
      // as much at once as nobody ever writes
      return await open.db.connection().execute((alone) => measureAll(alone, subjects));
    } finally {
      await open.close();
    }
  } finally {
    // not WITH (FORCE): our role may not end the database's own cleaning in it, which yields to a plain DROP
    await sql.raw(`DROP DATABASE ${name}`).execute(server.db);
    await server.close();
  }
}

async function measureAll(db: Db, subjects: number): Promise<Goal[]> {
  await sql`SET statement_timeout = 0`.execute(db);
  await db.transaction().execute(async (tx) => {
    await loadReference(tx);
    await loadOffices(tx, true);
  });
  const pairs = await labelledPairs();
  printQuality(await measureSame(db, pairs));
  await fillSubjects(db, subjects);
  return goalsAt(db, subjects, pairs);
}

async function goalsAt(db: Db, subjects: number, pairs: readonly LabelledPair[]): Promise<Goal[]> {
  const floor = await queryFloor(db);
  const size = subjects.toLocaleString('vi-VN');
  const one = { name: `tìm lại một chủ thể trong ${size}`, withinMs: subjects > 100_000 ? 300 : 50, floor };
  const list = {
    name: `tìm lại ${ROWS_OF_A_LIST.toLocaleString('vi-VN')} dòng trong ${size}`,
    withinMs: 10_000,
    floor,
  };
  const all = pairs.map((pair) => pair.asked);
  const rows = Array.from({ length: Math.ceil(ROWS_OF_A_LIST / all.length) }, () => all).flat();
  return [
    // every 37th comes through all ways of writing
    await measureGoal(one, (n) => sameSubjectsOfOne(db, all, n * 37), SEARCHES),
    await measureGoal(list, () => sameSubjectsOfMany(db, rows.slice(0, ROWS_OF_A_LIST)), 1),
  ];
}

async function sameSubjectsOfOne(db: Db, all: readonly SubjectFacts[], n: number): Promise<void> {
  const asked = all[n % all.length];
  if (asked) await sameSubjects(db, asked);
}

function printQuality({ pairs, recall, precision }: Awaited<ReturnType<typeof measureSame>>): void {
  const share = (part: number) => `${(part * 100).toFixed(2).replace('.', ',')} %`;
  console.log(
    `\nTìm lại một chủ thể, ${pairs.toLocaleString('vi-VN')} cặp: tìm thấy ${share(recall)} (mục tiêu ≥ 98 %), đúng ${share(precision)} (mục tiêu ≥ 95 %)`,
  );
}
