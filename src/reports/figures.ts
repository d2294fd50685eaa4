import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type {
  AwardCount,
  CheckFigures,
  FieldQuota,
  Flow,
  HelpFigures,
  StandingCell,
  YearFigures,
} from './figure-types.ts';

/**
 * The figures of a plan for a year, as they stood on the closing day: a step, check or honour of a later day does
 * not count, whatever has happened since. Seven queries, however large the plan.
 */
export async function yearFigures(
  db: Reader,
  planId: number,
  year: number,
  closingOn: Day,
): Promise<YearFigures> {
  const scope: Scope = { planId, from: `${year}-01-01`, closingOn, year };
  return {
    year,
    closingOn,
    standing: await standingCells(db, scope),
    flow: await flowOfYear(db, scope),
    fields: await fieldQuotas(db, scope),
    checks: await checksOfYear(db, scope),
    missingChecks: await missingChecks(db, scope),
    awards: await awardsOfYear(db, scope),
    help: await helpOfYear(db, scope),
  };
}

interface Scope {
  planId: number;
  from: Day;
  closingOn: Day;
  year: number;
}

/** The last step of every exemplar of the plan up to the closing day. */
const standingOn = ({ planId, closingOn }: Scope) => sql`
  SELECT DISTINCT ON (s.exemplar_id)
    e.id, s.to_state AS state, e.field_id, e.subject_kind, e.office_id
  FROM exemplar_step s JOIN exemplar e ON e.id = s.exemplar_id
  WHERE e.plan_id = ${planId} AND s.on_day <= ${closingOn}
  ORDER BY s.exemplar_id, s.id DESC`;

/** States in which an exemplar is cared for, so that a yearly check is due. */
const UNDER_CARE = sql`('nurtured', 'recognised', 'honoured')`;

/** Counts by state, field, kind of subject and branch (the office right below the root), for every table to sum. */
async function standingCells(db: Reader, scope: Scope): Promise<StandingCell[]> {
  const { rows } = await sql<StandingCell>`
    WITH standing AS (${standingOn(scope)})
    SELECT st.state, coalesce(f.name, 'Chưa xác định lĩnh vực') AS field, st.subject_kind AS kind,
      branch.name AS branch, count(*) AS count
    FROM standing st
    JOIN office o ON o.id = st.office_id
    JOIN office branch ON branch.id = coalesce(o.path[2], o.id)
    LEFT JOIN pilot_field f ON f.id = st.field_id
    GROUP BY st.state, f.ord, f.name, st.subject_kind, branch.id, branch.name
    ORDER BY f.ord NULLS LAST, branch.name COLLATE "vi-x-icu", branch.id`.execute(db);
  return rows;
}

async function flowOfYear(db: Reader, { planId, from, closingOn }: Scope): Promise<Flow[]> {
  const { rows } = await sql<Flow>`
    SELECT s.to_state AS state, count(DISTINCT s.exemplar_id) AS count
    FROM exemplar_step s JOIN exemplar e ON e.id = s.exemplar_id
    WHERE e.plan_id = ${planId} AND s.on_day BETWEEN ${from} AND ${closingOn}
    GROUP BY s.to_state`.execute(db);
  return rows;
}

/** What each pilot field has taken in against its quota; only the kinds of subject that the quota counts. */
async function fieldQuotas(db: Reader, scope: Scope): Promise<FieldQuota[]> {
  const { rows } = await sql<FieldQuota>`
    WITH standing AS (${standingOn(scope)})
    SELECT f.name, f.is_pilot AS "isPilot", o.name AS lead, f.quota_kind AS "quotaKind", f.quota_number AS quota,
      (SELECT count(*) FROM standing st WHERE st.field_id = f.id AND st.state IN ${UNDER_CARE}
        AND (f.quota_counts = '{}' OR st.subject_kind = ANY (f.quota_counts))) AS taken
    FROM pilot_field f JOIN office o ON o.id = f.lead_office_id
    WHERE f.plan_id = ${scope.planId}
    ORDER BY f.ord`.execute(db);
  return rows;
}

async function checksOfYear(db: Reader, scope: Scope): Promise<CheckFigures> {
  const { rows } = await sql<CheckFigures>`
    WITH standing AS (${standingOn(scope)})
    SELECT count(*) AS due, count(c.id) AS done,
      round(avg(c.effect), 2) AS effect, round(avg(c.efficiency), 2) AS efficiency,
      round(avg(c.potential), 2) AS potential, round(avg(c.influence), 2) AS influence,
      count(*) FILTER (WHERE c.conclusion = 'keep') AS keep,
      count(*) FILTER (WHERE c.conclusion = 'help') AS "needHelp",
      count(*) FILTER (WHERE c.conclusion = 'stop') AS stop
    FROM standing st
    LEFT JOIN exemplar_check c ON c.exemplar_id = st.id AND c.year = ${scope.year} AND c.checked_on <= ${scope.closingOn}
    WHERE st.state IN ${UNDER_CARE}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('An aggregate without groups always answers one row.');
  return row;
}

/** Offices whose exemplars were not checked in the year, those with the most first. */
async function missingChecks(db: Reader, scope: Scope): Promise<YearFigures['missingChecks']> {
  const { rows } = await sql<YearFigures['missingChecks'][number]>`
    WITH standing AS (${standingOn(scope)})
    SELECT branch.name AS branch, count(*) AS due, count(*) FILTER (WHERE c.id IS NULL) AS missing
    FROM standing st
    JOIN office o ON o.id = st.office_id
    JOIN office branch ON branch.id = coalesce(o.path[2], o.id)
    LEFT JOIN exemplar_check c ON c.exemplar_id = st.id AND c.year = ${scope.year} AND c.checked_on <= ${scope.closingOn}
    WHERE st.state IN ${UNDER_CARE}
    GROUP BY branch.id, branch.name
    HAVING count(*) FILTER (WHERE c.id IS NULL) > 0
    ORDER BY missing DESC, branch.name COLLATE "vi-x-icu"`.execute(db);
  return rows;
}

async function awardsOfYear(db: Reader, { planId, from, closingOn }: Scope): Promise<AwardCount[]> {
  const { rows } = await sql<AwardCount>`
    SELECT coalesce(a.name, 'Biểu dương, tôn vinh (không kèm hình thức khen thưởng)') AS form, h.level,
      count(*) FILTER (WHERE e.subject_kind = 'individual') AS individual,
      count(*) FILTER (WHERE e.subject_kind = 'collective') AS collective,
      count(*) FILTER (WHERE e.subject_kind = 'household') AS household
    FROM honour h
    JOIN exemplar e ON e.id = h.exemplar_id
    LEFT JOIN award_form a ON a.id = h.award_form_id
    WHERE e.plan_id = ${planId} AND h.honoured_on BETWEEN ${from} AND ${closingOn}
    GROUP BY a.rank, a.name, h.level
    ORDER BY a.rank DESC NULLS LAST, form, h.level`.execute(db);
  return rows;
}

async function helpOfYear(db: Reader, { planId, from, closingOn }: Scope): Promise<HelpFigures> {
  const { rows } = await sql<HelpFigures>`
    SELECT
      count(*) FILTER (WHERE kind = 'help') AS "helpDue",
      count(*) FILTER (WHERE kind = 'help' AND done_on <= ${closingOn}) AS "helpDone",
      count(*) FILTER (WHERE kind = 'support') AS "supportDue",
      count(*) FILTER (WHERE kind = 'support' AND done_on <= ${closingOn}) AS "supportDone",
      coalesce(sum(cost) FILTER (WHERE done_on <= ${closingOn}), 0) AS "costOfDone"
    FROM (
      SELECT 'help' AS kind, t.exemplar_id, t.due_on, t.done_on, NULL::bigint AS cost FROM help_task t
      UNION ALL
      SELECT 'support', a.exemplar_id, a.due_on, a.done_on, a.cost FROM support_action a
    ) promise
    JOIN exemplar e ON e.id = promise.exemplar_id
    WHERE e.plan_id = ${planId} AND promise.due_on BETWEEN ${from} AND ${closingOn}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('An aggregate without groups always answers one row.');
  return row;
}
