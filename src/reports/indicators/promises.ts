import { sql } from 'kysely';
import { counted, type Indicator, reckoned, type Source, share, withinScope } from './kinds.ts';

/** What was promised to exemplars for the period: help in a difficulty and support actions, by the day they were due. */
const promises: Source = {
  key: 'promises',
  things: 'việc đã hứa',
  dayLabel: 'Hạn',
  rows: (scope) => sql`
    SELECT p.kind, p.due_on AS on_day, p.cost, coalesce(p.done_on <= ${scope.to}, false) AS is_done, 'exemplar' AS thing,
      e.id AS thing_id, e.full_name AS title, e.office_id, f.lead_office_id AS lead_id,
      p.what || CASE WHEN p.done_on <= ${scope.to} THEN ' (đã làm)' ELSE ' (chưa làm)' END AS detail
    FROM (
      SELECT 'help' AS kind, t.exemplar_id, t.due_on, t.done_on, NULL::bigint AS cost, t.help AS what FROM help_task t
      UNION ALL
      SELECT 'support', a.exemplar_id, a.due_on, a.done_on, a.cost, a.what FROM support_action a
    ) p
    JOIN exemplar e ON e.id = p.exemplar_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    WHERE e.plan_id = ${scope.planId} AND p.due_on BETWEEN ${scope.from} AND ${scope.to}
      AND ${withinScope(sql`e.office_id`, scope)}`,
};

const DUE = 'có hạn từ ngày đầu kỳ đến hết ngày chốt';
const HELP = sql<boolean>`kind = 'help'`;
const SUPPORT = sql<boolean>`kind = 'support'`;
const DONE = sql<boolean>`is_done`;
const SPENT = sql<boolean>`kind = 'support' AND is_done`;
const count = (key: string, name: string, unit: string, definition: string, which: typeof HELP) =>
  counted(promises, { key, name, unit, definition }, which);

export const promiseIndicators: Indicator[] = [
  count('gd_phai', 'Việc giúp đỡ đến hạn', 'việc', `Việc giúp đỡ khó khăn ${DUE}.`, HELP),
  count(
    'gd_da',
    'Việc giúp đỡ đã làm',
    'việc',
    `Việc giúp đỡ khó khăn ${DUE}, đã làm xong đến hết ngày chốt.`,
    sql`${HELP} AND ${DONE}`,
  ),
  share(
    promises,
    {
      key: 'gd_ty_le',
      name: 'Tỷ lệ việc giúp đỡ đã làm',
      unit: '%',
      definition: `Việc giúp đỡ đã làm trên số việc ${DUE}.`,
    },
    DONE,
    HELP,
  ),
  count('bd_phai', 'Hoạt động bồi dưỡng đến hạn', 'hoạt động', `Hoạt động bồi dưỡng ${DUE}.`, SUPPORT),
  count(
    'bd_da',
    'Hoạt động bồi dưỡng đã làm',
    'hoạt động',
    `Hoạt động bồi dưỡng ${DUE}, đã làm xong đến hết ngày chốt.`,
    SPENT,
  ),
  share(
    promises,
    {
      key: 'bd_ty_le',
      name: 'Tỷ lệ hoạt động bồi dưỡng đã làm',
      unit: '%',
      definition: `Hoạt động bồi dưỡng đã làm trên số hoạt động ${DUE}.`,
    },
    DONE,
    SUPPORT,
  ),
  reckoned(
    promises,
    {
      key: 'kinh_phi',
      name: 'Kinh phí bồi dưỡng đã chi',
      unit: 'đồng',
      definition: `Tổng kinh phí có ghi của hoạt động bồi dưỡng ${DUE} đã làm xong; chưa rõ nếu không hoạt động nào ghi kinh phí.`,
      add: 'sum',
    },
    // nothing done cost nothing; done without a word about money is unknown
    sql`CASE WHEN count(*) FILTER (WHERE ${SPENT}) = 0 THEN 0 ELSE sum(cost) FILTER (WHERE ${SPENT}) END`,
    sql`${SPENT} AND cost IS NOT NULL`,
  ),
  share(
    promises,
    {
      key: 'kinh_phi_co_ghi',
      name: 'Hoạt động có ghi kinh phí',
      unit: '%',
      definition: `Tỷ lệ hoạt động bồi dưỡng ${DUE}, đã làm xong, có ghi kinh phí.`,
    },
    sql`cost IS NOT NULL`,
    SPENT,
  ),
];
