import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { WordedFigure } from './figure-words.ts';
import { type FigureSource, keptFigures } from './freeze.ts';
import { figuresOf, INDICATOR_GROUPS } from './indicators/registry.ts';
import type { ReportInView } from './queries.ts';
import { scopeOfReport } from './scope.ts';
import { type Target, targetsOf } from './targets.ts';

/** One figure of a report. Null values are not known. */
export interface ReportFigure {
  key: string;
  name: string;
  unit: string;
  definition: string;
  value: number | null;
  source: FigureSource;
  /** The frozen figure of the same report a year before; undefined: there is no such report. */
  lastYear: number | null | undefined;
  /** What the plan or the office's own plan asks for. */
  target: Target | null;
}

export interface FigureGroup {
  name: string;
  figures: ReportFigure[];
}

export const isFrozen = (report: Pick<ReportInView, 'state'>): boolean =>
  report.state === 'submitted' || report.state === 'accepted';

/** The values of a report: frozen once it is submitted, else counted now as of its closing day. */
export async function valuesOf(
  db: Reader,
  report: ReportInView,
): Promise<Map<string, { value: number | null; source: FigureSource }>> {
  const kept = await keptFigures(db, report.id);
  if (isFrozen(report)) return kept;
  const counted = await figuresOf(db, report.figureKeys, scopeOfReport(report));
  return new Map(
    report.figureKeys.map((key) => [
      key,
      kept.get(key) ?? { value: counted.get(key) ?? null, source: 'system' },
    ]),
  );
}

/** The figures of a report by subject, beside those of last year and of the plan. */
export async function figureGroups(db: Reader, report: ReportInView): Promise<FigureGroup[]> {
  const values = await valuesOf(db, report);
  const lastYear = await lastYearOf(db, report);
  const targets = await targetsOf(db, report);
  const wanted = new Set(report.figureKeys);
  return INDICATOR_GROUPS.map(({ name, indicators }) => ({
    name,
    figures: indicators
      .filter((one) => wanted.has(one.key))
      .map(({ key, name: what, unit, definition }) => ({
        key,
        name: what,
        unit,
        definition,
        value: values.get(key)?.value ?? null,
        source: values.get(key)?.source ?? 'system',
        lastYear: lastYear ? (lastYear.get(key) ?? null) : undefined,
        target: targets.get(key) ?? null,
      })),
  })).filter((group) => group.figures.length > 0);
}

/** For references in sentences: by key. */
export const wordedFigures = (groups: readonly FigureGroup[]): Map<string, WordedFigure> =>
  new Map(groups.flatMap((group) => group.figures.map((figure) => [figure.key, figure] as const)));

/** The frozen figures of the same office's report by the same form a year before; null when there is none. */
async function lastYearOf(db: Reader, report: ReportInView): Promise<Map<string, number | null> | null> {
  const { rows } = await sql<{ indicator: string | null; value: number | null }>`
    SELECT f.indicator, f.value
    FROM report r LEFT JOIN report_figure f ON f.report_id = r.id
    WHERE r.office_id = ${report.officeId} AND r.form_key = ${report.formKey} AND r.state IN ('submitted', 'accepted')
      AND r.period_from = (${report.periodFrom}::date - interval '1 year')::date
      AND r.period_to = (${report.periodTo}::date - interval '1 year')::date`.execute(db);
  if (rows.length === 0) return null;
  return new Map(
    rows.flatMap((row) => (row.indicator === null ? [] : [[row.indicator, row.value] as const])),
  );
}
