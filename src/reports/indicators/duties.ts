import { sql } from 'kysely';
import { counted, type Indicator, reckoned, type Source, share, withinScope } from './kinds.ts';

/**
 * Unit plans and reports that offices of the scope owed with a due day in the period. Done by the thing itself: the day
 * on which it was submitted for the first time.
 */
const duties: Source = {
  key: 'duties',
  things: 'việc phải nộp',
  dayLabel: 'Hạn',
  rows: (scope) => sql`
    SELECT d.what, o.name AS title, i.office_id, NULL::bigint AS lead_id, i.due_on AS on_day, x.thing, x.thing_id,
      x.approved_on <= ${scope.to} AS is_approved, x.done_on <= ${scope.to} AS is_done,
      x.done_on <= ${scope.to} AND x.done_on <= i.due_on AS is_in_time,
      CASE WHEN x.done_on <= ${scope.to} THEN x.done_on - i.due_on ELSE ${scope.to}::date - i.due_on END AS days_late,
      d.name || CASE WHEN x.done_on <= ${scope.to} THEN ', nộp ngày ' || to_char(x.done_on, 'DD/MM/YYYY')
        ELSE ', chưa nộp' END AS detail
    FROM duty d
    JOIN duty_item i ON i.duty_id = d.id
    JOIN office o ON o.id = i.office_id
    LEFT JOIN LATERAL (
      SELECT own.id, own.first_submitted_on, own.approved_on FROM unit_plan own
      WHERE d.what = 'unit_plan' AND own.plan_id = d.plan_id AND own.office_id = i.office_id
        AND own.period_from <= i.period_to AND own.period_to >= i.period_from
      ORDER BY own.first_submitted_on, own.id LIMIT 1) u ON true
    LEFT JOIN report r ON d.what = 'report' AND r.plan_id = d.plan_id AND r.office_id = i.office_id
      AND r.form_key = d.report_form_key AND r.period_from = i.period_from
    CROSS JOIN LATERAL (SELECT
      CASE WHEN u.id IS NOT NULL THEN 'unit_plan' WHEN r.id IS NOT NULL THEN 'report' ELSE 'office' END AS thing,
      coalesce(u.id, r.id, o.id) AS thing_id, coalesce(u.first_submitted_on, r.first_submitted_on) AS done_on,
      coalesce(u.approved_on, r.accepted_on) AS approved_on) x
    WHERE d.plan_id = ${scope.planId} AND d.what IN ('unit_plan', 'report') AND (i.excused_on IS NULL OR i.excused_on > ${scope.to})
      AND i.due_on BETWEEN ${scope.from} AND ${scope.to} AND ${withinScope(sql`i.office_id`, scope)}`,
};

const PLAN = sql<boolean>`what = 'unit_plan'`;
const REPORT = sql<boolean>`what = 'report'`;
const DONE = sql<boolean>`is_done`;
const IN_TIME = sql<boolean>`is_in_time`;
const DUE = 'có hạn từ ngày đầu kỳ đến hết ngày chốt, không kể được miễn';
const count = (key: string, name: string, definition: string, which: typeof PLAN) =>
  counted(
    duties,
    { key, name, unit: key.startsWith('kh') ? 'kế hoạch' : 'báo cáo', definition: `${definition}.` },
    which,
  );
const part = (key: string, name: string, definition: string, which: typeof PLAN, of: typeof PLAN) =>
  share(duties, { key, name, unit: '%', definition: `${definition}.` }, which, of);

export const dutyIndicators: Indicator[] = [
  count('kh_phai', 'Kế hoạch đơn vị phải nộp', `Kế hoạch đơn vị ${DUE}`, PLAN),
  count(
    'kh_da_nop',
    'Kế hoạch đơn vị đã nộp',
    `Kế hoạch đơn vị ${DUE}, đã nộp đến hết ngày chốt`,
    sql`${PLAN} AND ${DONE}`,
  ),
  count(
    'kh_dung_han',
    'Kế hoạch đơn vị nộp đúng hạn',
    `Kế hoạch đơn vị ${DUE}, nộp không quá hạn`,
    sql`${PLAN} AND ${IN_TIME}`,
  ),
  count(
    'kh_da_duyet',
    'Kế hoạch đơn vị đã duyệt',
    `Kế hoạch đơn vị ${DUE}, được duyệt đến hết ngày chốt`,
    sql`${PLAN} AND is_approved`,
  ),
  part('kh_ty_le_nop', 'Tỷ lệ nộp kế hoạch đơn vị', `Kế hoạch đã nộp trên số kế hoạch ${DUE}`, DONE, PLAN),
  count('bc_phai', 'Báo cáo phải nộp', `Báo cáo ${DUE}`, REPORT),
  count(
    'bc_da_nop',
    'Báo cáo đã nộp',
    `Báo cáo ${DUE}, đã nộp đến hết ngày chốt`,
    sql`${REPORT} AND ${DONE}`,
  ),
  count(
    'bc_dung_han',
    'Báo cáo nộp đúng hạn',
    `Báo cáo ${DUE}, nộp không quá hạn`,
    sql`${REPORT} AND ${IN_TIME}`,
  ),
  part('bc_ty_le_nop', 'Tỷ lệ nộp báo cáo', `Báo cáo đã nộp trên số báo cáo ${DUE}`, DONE, REPORT),
  part(
    'bc_ty_le_dung_han',
    'Tỷ lệ nộp báo cáo đúng hạn',
    `Báo cáo nộp không quá hạn trên số báo cáo ${DUE}`,
    IN_TIME,
    REPORT,
  ),
  reckoned(
    duties,
    {
      key: 'bc_cham_max',
      name: 'Báo cáo chậm nhất',
      unit: 'ngày',
      definition: `Số ngày chậm nhiều nhất của báo cáo ${DUE}; chưa nộp thì tính đến ngày chốt.`,
      add: 'max',
    },
    sql`greatest(max(days_late) FILTER (WHERE ${REPORT}), 0)`,
    sql`${REPORT} AND days_late > 0`,
  ),
];
