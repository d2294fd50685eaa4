import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { TableFigures } from './figure-types.ts';
import { type IndicatorScope, withinScope } from './indicators/kinds.ts';
import { UNDER_CARE, withStanding } from './indicators/standing.ts';

/**
 * The figures behind the tables of a report, as they stood on the closing day: a step, check or honour of a later day
 * does not count, whatever has happened since. One query, however large the plan: every table reads the same exemplars.
 */
export async function tableFigures(db: Reader, scope: IndicatorScope): Promise<TableFigures> {
  const { rows } = await sql<Omit<TableFigures, 'year' | 'from' | 'closingOn'>>`
    WITH ${withStanding(scope)}
    SELECT ${list(standingCells(scope))} AS standing, ${list(flowOfPeriod(scope))} AS flow,
      ${list(fieldQuotas(scope))} AS fields, ${one(checksOfYear(scope))} AS checks,
      ${list(missingChecks(scope))} AS "missingChecks", ${list(awardsOfPeriod(scope))} AS awards,
      ${one(helpOfPeriod(scope))} AS help`.execute(db);
  const counted = rows[0];
  if (!counted) throw new Error('A query of single values always answers one row.');
  return { year: yearOf(scope), from: scope.from, closingOn: scope.to, ...counted };
}

type Part = RawBuilder<unknown>;

const list = (rows: Part): Part => sql`(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (${rows}) x)`;
const one = (row: Part): Part => sql`(SELECT to_jsonb(x) FROM (${row}) x)`;

const yearOf = ({ to }: IndicatorScope): number => Number(to.slice(0, 4));

const exemplarsOf = (scope: IndicatorScope) => withinScope(sql`e.office_id`, scope);

/** Offices right below the one whose figures these are; what lies with that office itself is named after it. */
const branchOf = ({ officeId }: IndicatorScope) => sql`
  coalesce(o.path[(SELECT cardinality(path) FROM office WHERE id = ${officeId}) + 1], o.id)`;

/** Counts by state, field, kind of subject and branch, for every table to sum. */
const standingCells = (scope: IndicatorScope): Part => sql`
  SELECT st.state, coalesce(f.name, 'Chưa xác định lĩnh vực') AS field, st.subject_kind AS kind,
    branch.name AS branch, count(*) AS count
  FROM standing st
  JOIN office o ON o.id = st.office_id
  JOIN office branch ON branch.id = ${branchOf(scope)}
  LEFT JOIN pilot_field f ON f.id = st.field_id
  GROUP BY st.state, f.ord, f.name, st.subject_kind, branch.id, branch.name
  ORDER BY f.ord NULLS LAST, branch.name COLLATE "vi-x-icu", branch.id`;

const flowOfPeriod = (scope: IndicatorScope): Part => sql`
  SELECT s.to_state AS state, count(DISTINCT s.exemplar_id) AS count
  FROM exemplar_step s JOIN exemplar e ON e.id = s.exemplar_id
  WHERE e.plan_id = ${scope.planId} AND ${exemplarsOf(scope)} AND s.on_day BETWEEN ${scope.from} AND ${scope.to}
  GROUP BY s.to_state`;

/** What each pilot field has taken in against its quota; only the kinds of subject that the quota counts. */
const fieldQuotas = (scope: IndicatorScope): Part => sql`
  SELECT f.name, f.is_pilot AS "isPilot", o.name AS lead, f.quota_kind AS "quotaKind", f.quota_number AS quota,
    (SELECT count(*) FROM standing st WHERE st.field_id = f.id AND ${UNDER_CARE}
      AND (f.quota_counts = '{}' OR st.subject_kind = ANY (f.quota_counts))) AS taken
  FROM pilot_field f JOIN office o ON o.id = f.lead_office_id
  WHERE f.plan_id = ${scope.planId}
  ORDER BY f.ord`;

const checkedInYear = (scope: IndicatorScope): Part => sql`
  exemplar_check c ON c.exemplar_id = st.id AND c.year = ${yearOf(scope)} AND c.checked_on <= ${scope.to}`;

const checksOfYear = (scope: IndicatorScope): Part => sql`
  SELECT count(*) AS due, count(c.id) AS done,
    round(avg(c.effect), 2) AS effect, round(avg(c.efficiency), 2) AS efficiency,
    round(avg(c.potential), 2) AS potential, round(avg(c.influence), 2) AS influence,
    count(*) FILTER (WHERE c.conclusion = 'keep') AS keep,
    count(*) FILTER (WHERE c.conclusion = 'help') AS "needHelp",
    count(*) FILTER (WHERE c.conclusion = 'stop') AS stop
  FROM standing st LEFT JOIN ${checkedInYear(scope)}
  WHERE ${UNDER_CARE}`;

/** Offices whose exemplars were not checked in the year, those with the most first. */
const missingChecks = (scope: IndicatorScope): Part => sql`
  SELECT branch.name AS branch, count(*) AS due, count(*) FILTER (WHERE c.id IS NULL) AS missing
  FROM standing st
  JOIN office o ON o.id = st.office_id
  JOIN office branch ON branch.id = ${branchOf(scope)}
  LEFT JOIN ${checkedInYear(scope)}
  WHERE ${UNDER_CARE}
  GROUP BY branch.id, branch.name
  HAVING count(*) FILTER (WHERE c.id IS NULL) > 0
  ORDER BY missing DESC, branch.name COLLATE "vi-x-icu"`;

const awardsOfPeriod = (scope: IndicatorScope): Part => sql`
  SELECT coalesce(a.name, 'Biểu dương, tôn vinh (không kèm hình thức khen thưởng)') AS form, h.level,
    count(*) FILTER (WHERE e.subject_kind = 'individual') AS individual,
    count(*) FILTER (WHERE e.subject_kind = 'collective') AS collective,
    count(*) FILTER (WHERE e.subject_kind = 'household') AS household
  FROM honour h
  JOIN exemplar e ON e.id = h.exemplar_id
  LEFT JOIN award_form a ON a.id = h.award_form_id
  WHERE e.plan_id = ${scope.planId} AND ${exemplarsOf(scope)} AND h.honoured_on BETWEEN ${scope.from} AND ${scope.to}
  GROUP BY a.rank, a.name, h.level
  ORDER BY a.rank DESC NULLS LAST, form, h.level`;

const helpOfPeriod = (scope: IndicatorScope): Part => sql`
  SELECT
    count(*) FILTER (WHERE kind = 'help') AS "helpDue",
    count(*) FILTER (WHERE kind = 'help' AND done_on <= ${scope.to}) AS "helpDone",
    count(*) FILTER (WHERE kind = 'support') AS "supportDue",
    count(*) FILTER (WHERE kind = 'support' AND done_on <= ${scope.to}) AS "supportDone",
    coalesce(sum(cost) FILTER (WHERE done_on <= ${scope.to}), 0) AS "costOfDone"
  FROM (
    SELECT 'help' AS kind, t.exemplar_id, t.due_on, t.done_on, NULL::bigint AS cost FROM help_task t
    UNION ALL
    SELECT 'support', a.exemplar_id, a.due_on, a.done_on, a.cost FROM support_action a
  ) promise
  JOIN exemplar e ON e.id = promise.exemplar_id
  WHERE e.plan_id = ${scope.planId} AND ${exemplarsOf(scope)} AND promise.due_on BETWEEN ${scope.from} AND ${scope.to}`;
