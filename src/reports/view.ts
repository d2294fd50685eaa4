import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import type { Reader } from '../platform/db.ts';
import type { TableFigures } from './figure-types.ts';
import { tableFigures } from './figures.ts';
import type { ReportInView } from './queries.ts';
import type { ReportTable } from './report-table.ts';
import { scopeOfReport } from './scope.ts';
import { statisticsTables } from './statistics-tables.ts';
import { reportTables } from './tables.ts';

/** The tables of a report that its form asks for: the frozen ones of a submitted report, else counted now. */
export async function tablesOf(db: Reader, report: ReportInView): Promise<ReportTable[]> {
  if (report.tableKeys.length === 0) return [];
  const figures = report.figures ?? (await countedTables(db, report));
  return isWhole(figures) ? drawn(figures, report.tableKeys) : [];
}

async function countedTables(db: Reader, report: ReportInView): Promise<TableFigures> {
  const scope = scopeOfReport(report);
  return { ...(await tableFigures(db, scope)), more: await statisticsTables(db, { ...report, scope }) };
}

/** A report that came from outside of the program has figures, and no records behind them to draw tables from. */
const isWhole = (figures: Partial<TableFigures>): figures is TableFigures => figures.standing !== undefined;

function drawn(figures: TableFigures, keys: readonly string[]): ReportTable[] {
  const states = new Map(Object.entries(exemplarWorkflow.states).map(([state, { name }]) => [state, name]));
  const yearly = reportTables(figures, { states, levels: new Map(Object.entries(LEVEL_NAMES)) });
  const tables = [...yearly, ...(figures.more ?? [])];
  return keys.flatMap((key) => tables.find((table) => table.key === key) ?? []);
}
