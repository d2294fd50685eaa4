import { sql } from 'kysely';
import { periodInWords } from '../calendar/periods.ts';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { keptFigures } from './freeze.ts';
import { figuresOf, indicator } from './indicators/registry.ts';
import { type ReportInView, seesReport } from './queries.ts';
import { reportTitle } from './rules.ts';
import { scopeOfReport } from './scope.ts';

/** A figure that was frozen, and what the records say now as of the same closing day. */
export interface ChangedFigure {
  key: string;
  name: string;
  unit: string;
  before: number | null;
  after: number | null;
}

/** A report as far as counting it anew goes. */
export type Recounted = Pick<
  ReportInView,
  'id' | 'figureKeys' | 'planId' | 'officeId' | 'officePath' | 'isStandingBody' | 'periodFrom' | 'closingOn'
>;

/**
 * The frozen figures of a submitted report that the records have left behind: counted anew as of the same closing day.
 * Figures rolled up or typed are not the program's to recount, and momentary ones cannot be. Two queries.
 */
export async function changedFigures(db: Reader, report: Recounted): Promise<ChangedFigure[]> {
  const kept = await keptFigures(db, report.id);
  const counted = [...kept]
    .filter(([key, { source }]) => source === 'system' && !indicator(key)?.momentary)
    .map(([key]) => key);
  if (counted.length === 0) return [];
  const now = await figuresOf(db, counted, scopeOfReport(report));
  return counted.flatMap((key) => {
    const known = indicator(key);
    const before = kept.get(key)?.value ?? null;
    const after = now.get(key) ?? null;
    return known && before !== after ? [{ key, name: known.name, unit: known.unit, before, after }] : [];
  });
}

/** A text that uses a figure: in the report itself, or in one above that it was merged into. */
export interface TextUsing {
  reportId: number;
  /** 'Báo cáo năm 2017 của Ban Thi đua – Khen thưởng' */
  title: string;
  part: string;
  partName: string;
  indicator: string;
  /** The figure as it is frozen in that report. */
  value: number | null;
  /** The report above got it by rolling up. */
  rolledUp: boolean;
}

const MOST_LEVELS = 8;

/**
 * Every text that used one of the figures: in this report and, going up from receiver to receiver, in the reports that
 * were merged from it. Those that the actor may not see are counted, not shown. One query.
 */
export async function textsUsing(
  db: Reader,
  actor: Actor,
  reportId: number,
  keys: readonly string[],
): Promise<{ texts: TextUsing[]; unseen: number }> {
  if (keys.length === 0) return { texts: [], unseen: 0 };
  const { rows } = await sql<
    Omit<TextUsing, 'title'> & {
      formName: string;
      officeName: string;
      from: string;
      to: string;
      seen: boolean;
    }
  >`
    WITH RECURSIVE up AS (
      SELECT id, plan_id, form_key, period_from, receiver_office_id, 0 AS level FROM report WHERE id = ${reportId}
      UNION ALL
      SELECT a.id, a.plan_id, a.form_key, a.period_from, a.receiver_office_id, up.level + 1
      FROM up JOIN report a ON a.plan_id = up.plan_id AND a.form_key = up.form_key
        AND a.period_from = up.period_from AND a.office_id = up.receiver_office_id
      WHERE a.rollup IS NOT NULL AND up.level < ${MOST_LEVELS}
    )
    SELECT report.id AS "reportId", u.part, coalesce(p.name, u.part) AS "partName", u.indicator, f.value,
      coalesce(f.source = 'rolled_up', false) AS "rolledUp", form.name AS "formName", o.name AS "officeName",
      report.period_from AS "from", report.period_to AS "to", ${seesReport(actor)} AS seen
    FROM up
    JOIN report ON report.id = up.id
    JOIN report_figure_use u ON u.report_id = up.id AND u.indicator = ANY (${[...keys]}::text[])
    JOIN report_form form ON form.id = report.form_id
    JOIN office o ON o.id = report.office_id
    LEFT JOIN report_form_part p ON p.form_id = report.form_id AND p.key = u.part
    LEFT JOIN report_figure f ON f.report_id = up.id AND f.indicator = u.indicator
    WHERE up.level = 0 OR f.source = 'rolled_up'
    ORDER BY up.level, p.ord, u.indicator`.execute(db);
  const texts = rows
    .filter((row) => row.seen)
    .map(({ seen: _, formName, officeName, from, to, ...text }) => ({
      ...text,
      title: `${reportTitle(formName, periodInWords({ from, to }))} của ${officeName}`,
    }));
  return { texts, unseen: rows.length - texts.length };
}
