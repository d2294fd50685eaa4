/** One row that holds something, as it was read. */
export interface RawRow {
  /** As Excel numbers it; in a Word table, text or CSV its number there. */
  no: number;
  /** Text of each cell: numbers as 1200,5, days as 05/12/2018. */
  cells: string[];
  /** For each cell the mark of an old font: 't' .VnTime, 'T' .VnTimeH, 'v' VNI, ' ' any other. Left out where none is. */
  fonts?: string;
  /** Columns whose text is what a formula had last come to. */
  formulas?: number[];
}

/** [first row no, first column, last row no, last column] */
export type Merge = readonly [fromRow: number, fromColumn: number, toRow: number, toColumn: number];

/** A sheet, a table of a Word file, or a text of lines. */
export interface RawTable {
  name: string;
  rows: RawRow[];
  merges: Merge[];
}

/** How the letters of a text of bytes were told; people may choose otherwise. */
export const CHARSETS = ['utf-8', 'utf-16', 'windows-1258', 'windows-1252'] as const;
export type Charset = (typeof CHARSETS)[number];

/**
 * What is read of one file. A list of 20,000 people has some 300,000 cells; more than these limits is no list that
 * somebody keeps by hand.
 */
export const READ_LIMITS = {
  /** Rows that hold something. */
  rows: 30_000,
  /** Rows that the file has, empty ones too. */
  rowsInFile: 60_000,
  cells: 900_000,
  columns: 80,
  /** Of one cell. */
  letters: 4_000,
  merges: 40_000,
  tables: 60,
} as const;
