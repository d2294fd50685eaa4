import { sql } from 'kysely';
import { periodInWords } from '../calendar/periods.ts';
import type { Actor } from '../identity/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader } from '../platform/db.ts';
import { changedFigures, type Recounted } from './changed-figures.ts';
import { seesReport } from './queries.ts';
import { reportTitle } from './rules.ts';
import { isStandingBody } from './scope.ts';

/**
 * All submitted reports within reach are held against the records without counting all of them at once: each keeps a
 * mark with the newest change that it has taken in. Only those are counted anew that a later change may concern, the
 * longest unlooked-at first, and no more than a page may take.
 */
const MOST_AT_ONCE = 60;
const MOST_MS = 1_500;

/** A report whose figures have changed since it was sent. Values are those of the last recount. */
export interface ChangedReport {
  id: number;
  title: string;
  officeName: string;
  countedAt: Date;
  changes: { key: string; before: number | null; after: number | null }[];
}

export interface ChangedReports {
  changed: ChangedReport[];
  /** Submitted reports within reach; how many of them hold against the newest change of a record. */
  total: number;
  fresh: number;
}

/** The newest change of a record that can change a figure of the past. */
const NEWEST = sql<number>`coalesce((SELECT max(id) FROM audit_event
  WHERE thing IN ('exemplar', 'office', 'plan', 'duty')), 0)`;

const IS_FRESH = sql<boolean>`(c.up_to_event >= ${NEWEST} AND c.report_version = report.version)`;

/** Counts a batch anew and keeps the marks; answers how many were counted. A mark is no change of the office: not audited. */
export async function recountSome(surroundings: { db: Db; clock: Clock }, actor: Actor): Promise<number> {
  const { db, clock } = surroundings;
  const { rows } = await sql<Recounted & { version: number; newest: number }>`
    SELECT report.id, report.version, report.plan_id AS "planId", report.office_id AS "officeId", o.path AS "officePath",
      report.period_from AS "periodFrom", report.closing_on AS "closingOn", f.figures AS "figureKeys",
      ${isStandingBody(sql.ref('report.office_id'), sql.ref('report.closing_on'))} AS "isStandingBody", ${NEWEST} AS newest
    FROM report
    JOIN office o ON o.id = report.office_id
    JOIN report_form f ON f.id = report.form_id
    LEFT JOIN report_recount c ON c.report_id = report.id
    WHERE report.state IN ('submitted', 'accepted') AND NOT report.is_outside AND ${seesReport(actor)}
      AND ${IS_FRESH} IS NOT TRUE
    ORDER BY c.counted_at NULLS FIRST, report.closing_on DESC, report.id
    LIMIT ${MOST_AT_ONCE}`.execute(db);
  const until = performance.now() + MOST_MS;
  let counted = 0;
  for (const { version, newest, ...report } of rows) {
    if (counted > 0 && performance.now() > until) break;
    const changes = await changedFigures(db, report);
    const mark = {
      report_version: version,
      up_to_event: newest,
      counted_at: clock.now(),
      changes: JSON.stringify(changes.map(({ key, before, after }) => ({ key, before, after }))),
    };
    await db
      .insertInto('report_recount')
      .values({ report_id: report.id, ...mark })
      .onConflict((conflict) => conflict.column('report_id').doUpdateSet(mark))
      .execute();
    counted++;
  }
  return counted;
}

/** The reports within reach whose figures have changed, by the marks, the newest period first. Two queries. */
export async function changedReports(db: Reader, actor: Actor): Promise<ChangedReports> {
  const { rows } = await sql<{ total: number; fresh: number }>`
    SELECT count(*) AS total, count(*) FILTER (WHERE ${IS_FRESH}) AS fresh
    FROM report LEFT JOIN report_recount c ON c.report_id = report.id
    WHERE report.state IN ('submitted', 'accepted') AND NOT report.is_outside AND ${seesReport(actor)}`.execute(
    db,
  );
  const changed = await sql<Omit<ChangedReport, 'title'> & { formName: string; from: string; to: string }>`
    SELECT report.id, f.name AS "formName", report.period_from AS "from", report.period_to AS "to",
      o.name AS "officeName", c.counted_at AS "countedAt", c.changes
    FROM report
    JOIN report_recount c ON c.report_id = report.id AND c.report_version = report.version
    JOIN office o ON o.id = report.office_id
    JOIN report_form f ON f.id = report.form_id
    WHERE report.state IN ('submitted', 'accepted') AND jsonb_array_length(c.changes) > 0 AND ${seesReport(actor)}
    ORDER BY report.period_to DESC, o.name COLLATE "vi-x-icu", report.id
    LIMIT 100`.execute(db);
  return {
    total: rows[0]?.total ?? 0,
    fresh: rows[0]?.fresh ?? 0,
    changed: changed.rows.map(({ formName, from, to, ...row }) => ({
      ...row,
      title: reportTitle(formName, periodInWords({ from, to })),
    })),
  };
}
