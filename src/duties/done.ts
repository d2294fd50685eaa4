import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { DutyState } from './state.ts';

/**
 * When items were done, by the thing itself, for as many items as the given query names: a table to join as
 * `JOIN ${doneDays(ids)} AS s ON s.item_id = i.id`, with `done_on` (null: not done) and `nothing_to_do`.
 *
 * A plan of one's own and a report are done on the day of their first submission, whatever comes after. A check is done
 * on the day of the last check, when every exemplar that is under care on the due day in the office's branch was
 * checked in the year in which the period ends. A proposal is done by the first exemplar of the branch that was
 * proposed within the period.
 *
 * @param ids a query of the ids of items, e.g. sql`SELECT id FROM duty_item WHERE …`
 */
export const doneDays = (ids: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  WITH asked AS MATERIALIZED (
    -- flags, for by the text of so small a table the planner reckons with a single row and goes through all for each
    SELECT i.id, i.office_id, i.period_from, i.period_to, i.due_on, extract(year FROM i.period_to)::int AS year,
      d.what, d.what = 'check' AS is_check, d.what = 'proposal' AS is_proposal, d.plan_id, d.report_form_key
    FROM duty_item i JOIN duty d ON d.id = i.duty_id WHERE i.id IN (${ids})
  ), to_check AS MATERIALIZED (
    SELECT id, office_id, due_on, year FROM asked WHERE is_check
  ), in_branch AS MATERIALIZED (
    -- what was under care with each office, and checked, is kept by the database (migration 246)
    SELECT unnest(o.path) AS office_id, t.due_on, t.year, t.cared, t.checked, t.last_on
    FROM check_tally t JOIN office o ON o.id = t.office_id
    WHERE o.path && ARRAY(SELECT DISTINCT office_id FROM to_check)
  ), checked AS (
    SELECT a.id, CASE WHEN sum(b.cared) = sum(b.checked) THEN max(b.last_on) END AS done_on
    FROM in_branch b
    JOIN to_check a ON a.office_id = b.office_id AND a.due_on = b.due_on AND a.year = b.year
    GROUP BY a.id
  ), to_propose AS MATERIALIZED (
    SELECT id, office_id, period_from, period_to FROM asked WHERE is_proposal
  ), first_proposed AS MATERIALIZED (
    -- by each office in each period, as seen from each office above
    SELECT unnest(o.path) AS office_id, q.period_from, q.period_to, p.on_day
    FROM (SELECT DISTINCT period_from, period_to FROM to_propose) AS q
    JOIN office o ON o.path && ARRAY(SELECT DISTINCT office_id FROM to_propose)
    CROSS JOIN LATERAL (SELECT on_day FROM exemplar_proposed
      WHERE office_id = o.id AND on_day BETWEEN q.period_from AND q.period_to ORDER BY on_day LIMIT 1) p
  ), proposed AS (
    SELECT a.id, min(f.on_day) AS done_on
    FROM first_proposed f
    JOIN to_propose a ON a.office_id = f.office_id AND a.period_from = f.period_from AND a.period_to = f.period_to
    GROUP BY a.id
  ), planned AS (
    SELECT a.id, min(u.first_submitted_on) AS done_on
    FROM asked a
    JOIN unit_plan u ON u.plan_id = a.plan_id AND u.office_id = a.office_id
      AND u.period_from <= a.period_to AND u.period_to >= a.period_from
    WHERE a.what = 'unit_plan'
    GROUP BY a.id
  )
  SELECT a.id AS item_id,
    CASE a.what
      WHEN 'check' THEN c.done_on
      WHEN 'report' THEN r.first_submitted_on
      WHEN 'unit_plan' THEN u.done_on
      WHEN 'proposal' THEN p.done_on
    END AS done_on,
    a.what = 'check' AND c.id IS NULL AS nothing_to_do
  FROM asked a
  LEFT JOIN checked c ON c.id = a.id
  LEFT JOIN proposed p ON p.id = a.id
  LEFT JOIN planned u ON u.id = a.id
  LEFT JOIN report r ON a.what = 'report' AND r.plan_id = a.plan_id AND r.office_id = a.office_id
    AND r.form_key = a.report_form_key AND r.period_from = a.period_from
)`;

/** {@link stateOf} in SQL, of an item `i` and its {@link doneDays} `s`. */
export const stateSql = (day: Day): RawBuilder<DutyState> => sql<DutyState>`(CASE
  WHEN s.done_on <= ${day}::date THEN CASE WHEN s.done_on <= i.due_on THEN 'done' ELSE 'done_late' END
  WHEN i.excused_on <= ${day}::date THEN 'excused'
  WHEN s.nothing_to_do AND i.period_from <= ${day}::date THEN 'void'
  WHEN i.due_on < ${day}::date THEN 'late'
  ELSE 'open' END)`;

/** An item `i` of duty `d` for which something was begun: it stays, whatever the duty says now. */
export const HAS_PAPER = sql<SqlBool>`(
  EXISTS (SELECT 1 FROM report r WHERE r.duty_item_id = i.id OR (d.what = 'report' AND r.plan_id = d.plan_id
    AND r.office_id = i.office_id AND r.form_key = d.report_form_key AND r.period_from = i.period_from))
  OR (d.what = 'unit_plan' AND EXISTS (SELECT 1 FROM unit_plan u WHERE u.plan_id = d.plan_id
    AND u.office_id = i.office_id AND u.period_from <= i.period_to AND u.period_to >= i.period_from)))`;
