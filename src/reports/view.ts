import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import type { Reader } from '../platform/db.ts';
import type { YearFigures } from './figure-types.ts';
import { yearFigures } from './figures.ts';
import type { ReportInView } from './queries.ts';
import type { ReportTable } from './report-table.ts';
import { reportTables } from './tables.ts';

export interface CountedReport {
  figures: YearFigures;
  tables: ReportTable[];
}

/** The figures of a report: the frozen ones of a finished report, else counted now as of its closing day. */
export async function countReport(db: Reader, report: ReportInView): Promise<CountedReport> {
  const figures = report.figures ?? (await yearFigures(db, report.planId, report.year, report.closingOn));
  const states = new Map(Object.entries(exemplarWorkflow.states).map(([state, { name }]) => [state, name]));
  return { figures, tables: reportTables(figures, { states, levels: new Map(Object.entries(LEVEL_NAMES)) }) };
}
