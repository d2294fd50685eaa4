import { type Cell, type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { cleanLine } from './clean-text.ts';
import { cellsOf, checkWorkbookLimits, type Sheet, sheetNames, type Workbook } from './workbook.ts';
import { cellText, linesIn, type Value, type XlsxColumn, xlsxColumn } from './xlsx-column.ts';
import { writeXlsxInThread } from './xlsx-thread.ts';

const FACE = 'Times New Roman';
const TYPE_SIZE = 12;
/** Up to here writing takes some 50 ms, less than starting a thread is worth. */
const CELLS_AT_ONCE = 10_000;
const LINE_PT = 16;
/** Excel's own limit. */
const TALLEST_ROW_PT = 409;
const THIN = { style: 'thin', color: { rgb: '808080' } } as const;
const FRAME = { top: THIN, bottom: THIN, left: THIN, right: THIN };

const TITLE: CellStyle = { font: { name: FACE, size: 14, bold: true } };
const NOTE: CellStyle = { font: { name: FACE, size: TYPE_SIZE, italic: true } };
const HEAD: CellStyle = {
  font: { name: FACE, size: TYPE_SIZE, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: FRAME,
};

/**
 * Writes a workbook for Excel: head bold, frozen, filtered and repeated in print; numbers, days and percentages as
 * real values in Vietnamese formats. Throws `PaperLimitExceeded` past `WORKBOOK_LIMITS`, an error for a workbook
 * without sheets or a sheet without columns.
 */
export async function renderXlsx(book: Workbook): Promise<Uint8Array> {
  if (book.sheets.length === 0) throw new Error(`The workbook “${book.title}” has no sheets.`);
  checkWorkbookLimits(book);
  const names = sheetNames(book.sheets.map((sheet) => sheet.name));
  const workbook = {
    sheets: book.sheets.map((sheet, i) => writeSheet(sheet, names[i] ?? sheet.name)),
    properties: { title: cleanLine(book.title), created: new Date() },
    defaultFont: { name: FACE, size: TYPE_SIZE },
  };
  return cellsOf(book) <= CELLS_AT_ONCE ? writeXlsx(workbook) : writeXlsxInThread(workbook);
}

function writeSheet(sheet: Sheet, name: string): WriteSheet {
  if (sheet.columns.length === 0) throw new Error(`The sheet “${sheet.name}” has no columns.`);
  const columns = sheet.columns.map((column, i) => xlsxColumn(column, columnValues(sheet, i)));
  const above = sheet.title ? [[cellText(sheet.title)], []] : [];
  const below = sheet.note ? [[], [cellText(sheet.note)]] : [];
  const head = above.length;
  const last = head + sheet.rows.length;
  const rows: Value[][] = [
    ...above,
    sheet.columns.map((column) => cellText(column.label)),
    ...sheet.rows.map((row) => columns.map((column, i) => column.value(row[i] ?? null))),
    ...below,
  ];
  const lastColumn = colToLetter(columns.length - 1);

  const cells = new Map<string, Partial<Cell>>();
  if (sheet.title) cells.set('0,0', { style: TITLE });
  columns.forEach((_, i) => {
    cells.set(`${head},${i}`, { style: HEAD });
  });
  if (sheet.note) cells.set(`${last + 2},0`, { style: NOTE });
  keepErrorWords(rows, cells);
  formatFigures(rows.slice(0, last + 1), columns, cells);
  const rowDefs = rowHeights(rows, head, columns);

  return {
    name,
    columns: columns.map((column) => ({ width: column.width, style: bodyStyle(column) })),
    rows,
    cells,
    rowDefs,
    freezePane: { rows: head + 1 },
    autoFilter: { range: `A${head + 1}:${lastColumn}${last + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
  };
}

function columnValues(sheet: Sheet, column: number): Value[] {
  return sheet.rows.map((row) => {
    if (row.length > sheet.columns.length) {
      throw new Error(
        `The sheet “${sheet.name}” has a row of ${row.length} cells for ${sheet.columns.length} columns.`,
      );
    }
    return row[column] ?? null;
  });
}

function bodyStyle(column: XlsxColumn): CellStyle {
  return {
    numFmt: column.format,
    alignment: { horizontal: column.align, vertical: 'top', wrapText: column.align === 'left' },
    border: FRAME,
  };
}

/** Words such as `#N/A` would be written as errors of Excel; as rich text they stay words. */
function keepErrorWords(rows: readonly Value[][], cells: Map<string, Partial<Cell>>): void {
  for (const [r, row] of rows.entries()) {
    for (const [c, value] of row.entries()) {
      if (typeof value !== 'string' || !value.startsWith('#')) continue;
      const place = `${r},${c}`;
      cells.set(place, { ...cells.get(place), richText: [{ text: value }] });
    }
  }
}

/** Gives each number its own decimals in a column of figures of different kinds. */
function formatFigures(
  rows: readonly Value[][],
  columns: readonly XlsxColumn[],
  cells: Map<string, Partial<Cell>>,
): void {
  for (const [c, column] of columns.entries()) {
    if (!column.ownFormat) continue;
    for (const [r, row] of rows.entries()) {
      const format = column.ownFormat(row[c] ?? null);
      if (format) cells.set(`${r},${c}`, { style: { ...bodyStyle(column), numFmt: format } });
    }
  }
}

/** Heights of the rows of the table whose text takes more than one line. */
function rowHeights(
  rows: readonly Value[][],
  head: number,
  columns: readonly XlsxColumn[],
): NonNullable<WriteSheet['rowDefs']> {
  const heights: NonNullable<WriteSheet['rowDefs']> = new Map();
  for (const [r, row] of rows.entries()) {
    if (r < head || row.length < columns.length) continue;
    const lines = columns.map((column, c) =>
      linesIn(row[c] ?? null, r === head ? { ...column, align: 'left' } : column),
    );
    const most = Math.max(...lines);
    if (most > 1) heights.set(r, { height: Math.min(most * LINE_PT, TALLEST_ROW_PT) });
  }
  return heights;
}
