import { cleanLine } from './clean-text.ts';
import { PaperLimitExceeded } from './paper-limit.ts';

/** A workbook as data. Text stays text, whatever it begins with; a formula cannot be written. */
export interface Workbook {
  /** Title in the file's properties. */
  title: string;
  sheets: Sheet[];
}

export interface Sheet {
  /** Name on the tab; made to fit Excel's rules, and unlike the others. */
  name: string;
  /** Printed above the table. */
  title?: string;
  columns: SheetColumn[];
  /** Rows shorter than `columns` are filled with blanks; a longer one is a bug and throws. */
  rows: (string | number | null)[][];
  /** Printed below the table. */
  note?: string;
}

export interface SheetColumn {
  label: string;
  /** In characters; default: by what the column holds. */
  width?: number;
  /**
   * Default `text`, where a number is written as its digits (years, codes). `number` shows 1.234,5 in Excel set to
   * Vietnamese, with as many decimals all down the column as its most exact number; `figures` holds numbers of
   * different kinds under each other (25 people, 27,33 days), each with its own decimals. `date` takes an ISO day and shows dd/mm/yyyy. `percent` takes percent points: 95 shows 95%.
   * A value of another form (`Quý II/2016`, `chưa có số liệu`) stays text.
   */
  kind?: 'text' | 'number' | 'figures' | 'date' | 'percent';
}

/** Measured: 300,000 cells take about two seconds and 2 MB. */
export const WORKBOOK_LIMITS = { rowsPerSheet: 50_000, cells: 300_000, sheets: 50 } as const;

/** Longest text of a cell, by Excel's format. */
const CELL_LETTERS = 32_767;
const CUT = ' […]';

export function cellsOf(book: Workbook): number {
  return book.sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0);
}

/** Throws `PaperLimitExceeded` for a workbook too large to be made in one piece. */
export function checkWorkbookLimits(book: Workbook): void {
  const rows = Math.max(0, ...book.sheets.map((sheet) => sheet.rows.length));
  const cells = cellsOf(book);
  const { rowsPerSheet, cells: most, sheets } = WORKBOOK_LIMITS;
  if (rows <= rowsPerSheet && cells <= most && book.sheets.length <= sheets) return;
  const [shownRows, shownCells] = [rowsPerSheet, most].map((limit) => limit.toLocaleString('vi-VN'));
  throw new PaperLimitExceeded(
    `A workbook of ${book.sheets.length} sheets, ${rows} rows in the longest, ${cells} cells.`,
    `Bảng quá lớn (tối đa ${shownRows} dòng mỗi trang tính, ${shownCells} ô cả tệp). Hãy lọc bớt rồi tải lại.`,
  );
}

/**
 * Names that Excel accepts: no `: \ / ? * [ ]`, no apostrophe at the ends, 31 letters at most, never empty or
 * `History`, and no two alike whatever their capitals.
 */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>();
  return wished.map((name) => {
    const base = acceptable(name);
    let candidate = base;
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy++) {
      const suffix = ` (${copy})`;
      candidate = shortened(base, 31 - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function acceptable(name: string): string {
  const cleaned = cleanLine(cleanLine(name).replace(/[:\\/?*[\]]/g, ' '));
  const bare = shortened(cleaned, 31).replace(/^[' ]+|[' ]+$/g, '');
  if (bare === '') return 'Trang';
  return bare.toLowerCase() === 'history' ? `${bare}_` : bare;
}

/** Cuts to a number of UTF-16 units, as Excel counts, without splitting a character. */
function shortened(text: string, units: number): string {
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, '');
}

/** Text as a cell holds it: cut, with a mark, where Excel would refuse the file. */
export function cellLetters(text: string): string {
  return text.length <= CELL_LETTERS ? text : shortened(text, CELL_LETTERS - CUT.length) + CUT;
}
