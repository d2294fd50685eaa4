import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Sums } from './rollup-rules.ts';
import { type RollupScope, rollupTree } from './rollup-tree.ts';

/** One indicator of one period, added up over the reports below. */
export interface IndicatorSums {
  periodFrom: Day;
  indicator: string;
  /** Over all counted reports. */
  all: Sums;
  /** Over those of them that the office above has accepted. */
  accepted: Sums;
  /** How many counted reports know the figure, and how many have it as unknown. */
  known: number;
  unknown: number;
}

interface Row {
  periodFrom: Day;
  indicator: string;
  sum: number | null;
  mean: number | null;
  max: number | null;
  acceptedSum: number | null;
  acceptedMean: number | null;
  acceptedMax: number | null;
  known: number;
  unknown: number;
}

/** The query of `rollUp`, for those who want to look at its plan. */
export function rollUpQuery(scope: RollupScope) {
  const accepted = sql.raw(`FILTER (WHERE w.state = 'accepted')`);
  return sql<Row>`
    WITH RECURSIVE ${rollupTree(scope)}
    SELECT w.period_from AS "periodFrom", f.indicator,
      sum(f.value) AS sum, avg(f.value) AS mean, max(f.value) AS max,
      sum(f.value) ${accepted} AS "acceptedSum", avg(f.value) ${accepted} AS "acceptedMean",
      max(f.value) ${accepted} AS "acceptedMax",
      count(f.value)::int AS known, (count(*) - count(f.value))::int AS unknown
    FROM walk w JOIN report_figure f ON f.report_id = w.report_id
    WHERE w.counted
    GROUP BY w.period_from, f.indicator
    ORDER BY w.period_from, f.indicator`;
}

/**
 * Rolls the frozen figures of all reports below one office up along the tree: one query for any number of offices,
 * periods and indicators. What is missing adds nothing; how much that is, `belowOf` says.
 */
export async function rollUp(db: Reader, scope: RollupScope): Promise<IndicatorSums[]> {
  const { rows } = await rollUpQuery(scope).execute(db);
  return rows.map((row) => ({
    periodFrom: row.periodFrom,
    indicator: row.indicator,
    all: { sum: row.sum, mean: row.mean, max: row.max },
    accepted: { sum: row.acceptedSum, mean: row.acceptedMean, max: row.acceptedMax },
    known: row.known,
    unknown: row.unknown,
  }));
}
