import { cleanText } from './clean-text.ts';
import { columnWidths } from './column-widths.ts';
import { LANDSCAPE_WIDTH_MM, LAYOUT, TEXT_WIDTH_MM } from './layout.ts';
import type { CellValue, TableBlock } from './official-paper.ts';
import { cellText } from './wording.ts';

/** What an empty table says instead of a blank grid. */
const NO_ROWS = 'Không có số liệu';

/** More lines than this in one row, and the row may break across pages. */
const TALLEST_WHOLE_ROW = 20;
/** Mean width of a letter at the size of tables, in mm. */
const LETTER_MM = 2;

/** A table as both writers set it: every text final, every column with its width. */
export interface TypesetTable {
  type: 'table';
  title: string;
  columns: { label: string; align: 'left' | 'center' | 'right'; widthMm: number }[];
  rows: string[][];
  totals: string[] | null;
  note: string;
  landscape: boolean;
  /** Printed across the table when there are no rows. */
  emptyText: string;
  /** The head is repeated on each page, unless it is too tall for that. */
  repeatHead: boolean;
  /** Rows stay whole, unless one is too tall for that. */
  wholeRows: boolean;
}

/** Sets a table: cleans and formats its cells and divides the width. Throws when the table is malformed. */
export function typesetTable(table: TableBlock): TypesetTable {
  if (table.columns.length === 0) throw new Error(`The table “${table.title}” has no columns.`);
  const rows = table.rows.map((row) => rowTexts(row, table));
  const totals = table.totals ? rowTexts(table.totals, table) : null;
  const labels = table.columns.map((column) => cleanText(column.label));
  const shown = totals ? [...rows, totals] : rows;
  const widths = columnWidths(
    table.columns.map((column, i) => ({
      ...(column.width === undefined ? {} : { width: column.width }),
      texts: [labels[i] ?? '', ...shown.map((row) => row[i] ?? '')],
    })),
    table.landscape ? LANDSCAPE_WIDTH_MM : TEXT_WIDTH_MM,
  );
  return {
    type: 'table',
    title: cleanText(table.title),
    columns: table.columns.map((column, i) => ({
      label: labels[i] ?? '',
      align: column.align ?? (holdsNumbersOnly(table.rows, i) ? 'right' : 'left'),
      widthMm: widths[i] ?? 0,
    })),
    rows,
    totals,
    note: cleanText(table.note ?? ''),
    landscape: table.landscape ?? false,
    emptyText: NO_ROWS,
    repeatHead: linesOf(labels, widths) <= TALLEST_WHOLE_ROW,
    wholeRows: shown.every((row) => linesOf(row, widths) <= TALLEST_WHOLE_ROW),
  };
}

function rowTexts(row: readonly CellValue[], table: TableBlock): string[] {
  if (row.length > table.columns.length) {
    throw new Error(
      `The table “${table.title}” has a row of ${row.length} cells for ${table.columns.length} columns.`,
    );
  }
  return table.columns.map((_, i) => cleanText(cellText(row[i] ?? null)));
}

function holdsNumbersOnly(rows: readonly CellValue[][], column: number): boolean {
  const values = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}

/** Rough number of lines of the tallest cell. */
function linesOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, i) => {
    const room = Math.max(1, (widths[i] ?? 0) - 2 * LAYOUT.table.insetXMm);
    return text.split('\n').length + (text.length * LETTER_MM) / room;
  });
  return Math.max(...lines);
}
