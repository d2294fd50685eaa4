import { sql } from 'kysely';
import { renderPdf } from '../../papers/pdf.ts';
import type { Db } from '../../platform/db.ts';
import { rollUp } from '../../reports/rollup-sums.ts';
import { fillRollup, ROLLUP_SIZE } from './fill-rollup.ts';
import { finalReport } from './final-report.ts';

/** Something that must be done within a time: how long it took, over and over, and what it is held to. */
export interface Goal {
  name: string;
  /** Milliseconds, sorted. */
  times: number[];
  withinMs: number;
  /** The least that anything of its kind takes in the same run, in milliseconds. */
  floor: { name: string; ms: number };
}

const TIMES = 15;

/** Runs it a few times to warm up, then measures each run by itself: nobody waits for such work beside nine others. */
export async function measureGoal(
  goal: Omit<Goal, 'times'>,
  run: (n: number) => Promise<unknown>,
  times = TIMES,
): Promise<Goal> {
  return { ...goal, times: await timesOf(run, times) };
}

/** How long each of some runs took, in milliseconds, the shortest first. */
async function timesOf(run: (n: number) => Promise<unknown>, times = TIMES): Promise<number[]> {
  for (let n = 0; n < 2; n++) await run(n);
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const at = performance.now();
    await run(n + 2);
    taken.push(performance.now() - at);
  }
  return taken.sort((one, other) => one - other);
}

export const median = (times: readonly number[]): number => times[Math.floor(times.length / 2)] ?? 0;

/** A bare query: the floor of whatever asks the database once. */
export async function queryFloor(db: Db): Promise<Goal['floor']> {
  return { name: 'select 1', ms: median(await timesOf(() => sql`SELECT 1`.execute(db))) };
}

/** The figures that reports must reach: a roll-up of 60,000 figures along the tree, and a final report of sixty pages. */
export async function reportGoals(db: Db): Promise<Goal[]> {
  const scope = await fillRollup(db);
  const { districts, communes, years, indicators } = ROLLUP_SIZE;
  const size = `${districts + communes} đơn vị × ${years} năm × ${indicators} chỉ tiêu`;
  const floor = await queryFloor(db);
  const onePage = median(await timesOf((n) => renderPdf(finalReport(n, 0)), 5));
  return [
    await measureGoal({ name: `tổng hợp ${size}`, withinMs: 1000, floor }, () =>
      rollUp(db, { ...scope, reach: 'tree' }),
    ),
    await measureGoal({ name: 'tổng hợp một năm, đơn vị gửi trực tiếp', withinMs: 1000, floor }, () =>
      rollUp(db, { ...scope, periods: scope.periods.slice(0, 1), reach: 'direct' }),
    ),
    await measureGoal(
      {
        name: 'báo cáo tổng kết 60 trang, PDF/A',
        withinMs: 3000,
        floor: { name: 'một trang', ms: onePage },
      },
      (n) => renderPdf(finalReport(n)),
      5,
    ),
  ];
}
