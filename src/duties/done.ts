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
  WITH asked AS MATERIALIZED (${ids}), to_check AS MATERIALIZED (
    -- apart from the rest, so that the planner knows how many there are
    SELECT i.id, i.office_id, i.due_on, extract(year FROM i.period_to)::int AS year
    FROM duty_item i JOIN duty d ON d.id = i.duty_id WHERE d.what = 'check' AND i.id IN (SELECT id FROM asked)
  ), cared AS MATERIALIZED (
    -- by the office with which an exemplar lies: what is under care on the day, and what of it was checked
    SELECT c.office_id, q.due_on, q.year, count(*) AS cared, count(k.checked_on) AS checked,
      max(k.checked_on) AS last_on
    FROM (SELECT DISTINCT due_on, year FROM to_check) AS q
    JOIN exemplar_care c ON c.from_on <= q.due_on AND (c.to_on IS NULL OR c.to_on > q.due_on)
    LEFT JOIN exemplar_check k ON k.year = q.year AND k.exemplar_id = c.exemplar_id
    WHERE c.office_id IN (SELECT id FROM office WHERE path && ARRAY(SELECT DISTINCT office_id FROM to_check))
    GROUP BY c.office_id, q.due_on, q.year
  ), in_branch AS MATERIALIZED (
    SELECT unnest(o.path) AS office_id, cared.due_on, cared.year, cared.cared, cared.checked, cared.last_on
    FROM cared JOIN office o ON o.id = cared.office_id
  ), checked AS (
    SELECT a.id, CASE WHEN sum(b.cared) = sum(b.checked) THEN max(b.last_on) END AS done_on
    FROM in_branch b
    JOIN to_check a ON a.office_id = b.office_id AND a.due_on = b.due_on AND a.year = b.year
    GROUP BY a.id
  ), to_propose AS MATERIALIZED (
    SELECT i.id, i.office_id, i.period_from, i.period_to
    FROM duty_item i JOIN duty d ON d.id = i.duty_id WHERE d.what = 'proposal' AND i.id IN (SELECT id FROM asked)
  ), proposed AS (
    SELECT a.id, min(p.on_day) AS done_on
    FROM to_propose a
    JOIN (SELECT id, unnest(path) AS above FROM office) b ON b.above = a.office_id
    CROSS JOIN LATERAL (SELECT on_day FROM exemplar_proposed
      WHERE office_id = b.id AND on_day BETWEEN a.period_from AND a.period_to ORDER BY on_day LIMIT 1) p
    GROUP BY a.id
  )
  SELECT i.id AS item_id,
    CASE d.what
      WHEN 'check' THEN c.done_on
      WHEN 'report' THEN r.first_submitted_on
      WHEN 'unit_plan' THEN (
        SELECT min(u.first_submitted_on) FROM unit_plan u
        WHERE u.plan_id = d.plan_id AND u.office_id = i.office_id
          AND u.period_from <= i.period_to AND u.period_to >= i.period_from)
      WHEN 'proposal' THEN o.done_on
    END AS done_on,
    d.what = 'check' AND c.id IS NULL AS nothing_to_do
  FROM duty_item i JOIN duty d ON d.id = i.duty_id
  LEFT JOIN checked c ON c.id = i.id
  LEFT JOIN proposed o ON o.id = i.id
  LEFT JOIN report r ON d.what = 'report' AND r.plan_id = d.plan_id AND r.office_id = i.office_id
    AND r.form_key = d.report_form_key AND r.period_from = i.period_from
  WHERE i.id IN (SELECT id FROM asked)
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
