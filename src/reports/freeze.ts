import type { Reader, Tx } from '../platform/db.ts';
import { tableFigures } from './figures.ts';
import { figuresOf } from './indicators/registry.ts';
import type { ReportInView } from './queries.ts';
import { scopeOfReport } from './scope.ts';
import { statisticsTables } from './statistics-tables.ts';

/**
 * Freezes what a report says in numbers: one row an indicator, and the tables as JSON. Figures that were rolled up from
 * below or typed by hand stay as they are; only what the program counts is counted, as of the closing day.
 */
export async function freezeFigures(tx: Tx, report: ReportInView): Promise<{ figures: string }> {
  const scope = scopeOfReport(report);
  const counted = await figuresOf(tx, report.figureKeys, scope);
  await unfreezeFigures(tx, report.id);
  const rows = [...counted].map(([indicator, value]) => ({ report_id: report.id, indicator, value }));
  if (rows.length > 0) {
    await tx
      .insertInto('report_figure')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['report_id', 'indicator']).doNothing())
      .execute();
  }
  const figures = {
    ...(await tableFigures(tx, scope)),
    more: await statisticsTables(tx, { ...report, scope }),
  };
  return { figures: JSON.stringify(figures) };
}

/** Open again: what the program counts is counted anew. */
export async function unfreezeFigures(tx: Tx, reportId: number): Promise<void> {
  await tx
    .deleteFrom('report_figure')
    .where('report_id', '=', reportId)
    .where('source', '=', 'system')
    .execute();
}

export type FigureSource = 'system' | 'rolled_up' | 'typed';

/** The figures that stand in a report, by key: all of a submitted one, of an open one those rolled up or typed. */
export async function keptFigures(
  db: Reader,
  reportId: number,
): Promise<Map<string, { value: number | null; source: FigureSource }>> {
  const rows = await db
    .selectFrom('report_figure')
    .select(['indicator', 'value', 'source'])
    .where('report_id', '=', reportId)
    .execute();
  return new Map(
    rows.map((row) => [row.indicator, { value: row.value, source: row.source as FigureSource }]),
  );
}
