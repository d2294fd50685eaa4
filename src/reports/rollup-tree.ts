import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock.ts';

/** How far down a roll-up reaches: what is sent to the office itself, or everything below it. */
export type RollupReach = 'direct' | 'tree';

/** Which reports are rolled up: those of one form under one plan, for one or more periods, below one office. */
export interface RollupScope {
  planId: number;
  formKey: string;
  /** First days of the periods. */
  periods: readonly Day[];
  /** The office above. */
  officeId: number;
  reach: RollupReach;
}

/**
 * The CTEs `edge` and `walk`: who is to report, to whom, and what has come. An office is expected when a duty asks it
 * for the form and period, or when it has sent such a report of its own accord. The tree is that of the receivers,
 * so a district that sends to the standing body stands below it, whatever the tree of offices says.
 *
 * `walk.counted`: the report goes into the sum. A report stands for its whole branch, so what lies below a counted one
 * is never added again; where the office between has not answered, the reports below it count by themselves.
 */
export function rollupTree({ planId, formKey, periods, officeId, reach }: RollupScope): RawBuilder<unknown> {
  return sql`
    item AS (
      SELECT DISTINCT ON (i.period_from, i.office_id)
        i.period_from, i.office_id, i.id, i.due_on, i.receiver_office_id, i.excused_on, i.excuse
      FROM duty d JOIN duty_item i ON i.duty_id = d.id
      WHERE d.plan_id = ${planId} AND d.what = 'report' AND d.report_form_key = ${formKey}
        AND i.period_from = ANY (${[...periods]}::date[])
      ORDER BY i.period_from, i.office_id, i.id
    ),
    sent AS (
      SELECT id, period_from, office_id, receiver_office_id, state, submitted_on, first_submitted_on, is_outside, version
      FROM report
      WHERE plan_id = ${planId} AND form_key = ${formKey} AND period_from = ANY (${[...periods]}::date[])
    ),
    edge AS MATERIALIZED (
      SELECT period_from, office_id, coalesce(s.receiver_office_id, i.receiver_office_id, o.parent_id) AS receiver_id,
        i.id AS item_id, i.due_on, i.excused_on, i.excuse, s.id AS report_id, s.state, s.version, s.is_outside,
        s.submitted_on, s.first_submitted_on, coalesce(s.state IN ('submitted', 'accepted'), false) AS arrived
      FROM item i FULL JOIN sent s USING (period_from, office_id)
      JOIN office o ON o.id = office_id
      WHERE office_id <> ${officeId} AND (i.id IS NOT NULL OR s.first_submitted_on IS NOT NULL)
    ),
    walk AS (
      SELECT e.*, root.id AS above_report_id, e.arrived AS counted, e.arrived AS covered, 1 AS depth
      FROM edge e
      LEFT JOIN sent root ON root.office_id = ${officeId} AND root.period_from = e.period_from
      WHERE e.receiver_id = ${officeId}
      UNION ALL
      SELECT e.*, w.report_id, NOT w.covered AND e.arrived, w.covered OR e.arrived, w.depth + 1
      FROM walk w JOIN edge e ON e.receiver_id = w.office_id AND e.period_from = w.period_from
      WHERE ${reach === 'tree'}
    )`;
}
