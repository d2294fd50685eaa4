import { isExcelError, meansAbove, refusalOfText } from './cell-text.ts';
import { fromOldFont } from './font-convert.ts';
import { type FontFound, fontOf, type Tally, tallyFonts } from './font-detect.ts';
import type { Head } from './head.ts';
import { NUMBER_COLUMN, SECTION_COLUMN } from './head.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import { type RowSort, sectionWords, siftRows } from './sift.ts';
import { isSurelyUnicode } from './syllable.ts';
import type { FieldCell, ListRow } from './target.ts';

/** What the letters of a table are: as the program tells for each cell, or as a person says for all. */
export type FontChoice = 'auto' | FontFound;

const FONT_NAMES: Record<Exclude<FontFound, 'unicode'>, string> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' };

export interface FontSeen {
  font: Exclude<FontFound, 'unicode'>;
  name: string;
  cells: number;
  /** One cell as it stands in the file, and as it is read. */
  before: string;
  after: string;
}

export interface UnicodeTable extends RawTable {
  /** Old fonts that were found, with an example of each. */
  fonts: FontSeen[];
  /** Rows with cells that were typed in an old font. */
  converted: ReadonlySet<number>;
}

/** Of each table as it was read, for as long as somebody has it: one request asks twice, when it proposes and when it plans. */
const turned = new WeakMap<RawTable, Map<FontChoice, UnicodeTable>>();

/** The table in Unicode. What is Unicode already is never touched, unless a person says that it is not. */
export function inUnicode(table: RawTable, choice: FontChoice): UnicodeTable {
  const kept = turned.get(table) ?? new Map<FontChoice, UnicodeTable>();
  turned.set(table, kept);
  const known = kept.get(choice) ?? turnedInto(table, choice);
  kept.set(choice, known);
  return known;
}

function turnedInto(table: RawTable, choice: FontChoice): UnicodeTable {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, c) =>
    tallyFonts(table.rows.map((row) => row.cells[c] ?? '')),
  );
  const whole: Tally = { unicode: 0, tcvn3: 0, vni: 0 };
  for (const { unicode, tcvn3, vni } of columns) {
    whole.unicode += unicode;
    whole.tcvn3 += tcvn3;
    whole.vni += vni;
  }
  const fonts = new FontsSeen();
  const converted = new Set<number>();
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((text, c) => {
      const mark = row.fonts?.[c] ?? ' ';
      const font =
        choice === 'auto' ? (markedFont(mark, text) ?? fontOf(text, columns[c] ?? whole, whole)) : choice;
      if (font === 'unicode' || text === '') return text.normalize('NFC');
      const read = fromOldFont(text, font, mark === 'T');
      if (read === text) return text;
      converted.add(row.no);
      fonts.see(font, text, read);
      return read;
    });
    return { ...row, cells };
  });
  return { ...table, rows, fonts: fonts.list(), converted };
}

const LONGEST_EXAMPLE = 60;

/** The old fonts of a table, each with the example that shows most of it and still fits a line. */
class FontsSeen {
  readonly #seen = new Map<string, FontSeen>();

  see(font: FontSeen['font'], before: string, after: string): void {
    const known = this.#seen.get(font) ?? { font, name: FONT_NAMES[font], cells: 0, before, after };
    const tellsMore = after.length > known.after.length && after.length < LONGEST_EXAMPLE;
    this.#seen.set(font, { ...known, ...(tellsMore ? { before, after } : {}), cells: known.cells + 1 });
  }

  list(): FontSeen[] {
    return [...this.#seen.values()];
  }
}

/** The name of the font of a cell is believed, unless its letters are surely Unicode. */
function markedFont(mark: string, text: string): FontFound | null {
  if (mark === ' ' || mark === '') return null;
  if (isSurelyUnicode(text)) return 'unicode';
  return mark === 'v' ? 'vni' : 'tcvn3';
}

export interface ListRows {
  rows: ListRow[];
  /** Original cells of each row, for the file of those that were refused. */
  cells: string[][];
  /** Rows that are no data, by what they are. */
  left: Partial<Record<Exclude<RowSort, 'data'>, number>>;
}

/**
 * The rows of a list with the cells of each field: merged cells hold for all their rows, 'nt' is what stands above, the
 * last section above is a cell of its own, and rows that are no data are counted and left out.
 *
 * @param columns the field of each column; null: not read
 * @param sectionField what the lines above groups of rows say; null: nothing that is kept
 */
export function listRows(
  table: UnicodeTable,
  head: Head,
  columns: readonly (string | null)[],
  sectionField: string | null,
  nameField: string,
): ListRows {
  const below = table.rows.filter(({ no }) => no > head.to);
  const filled = fillMerged(below, table);
  const sifted = siftRows(filled, head.labels, {
    number: columns.indexOf(NUMBER_COLUMN),
    name: columns.indexOf(nameField),
  });
  const found: ListRows = { rows: [], cells: [], left: {} };
  let section = '';
  let above: string[] = [];
  for (const { row, sort } of sifted) {
    if (sort === 'section') section = sectionWords(row);
    if (sort !== 'data') {
      found.left[sort] = (found.left[sort] ?? 0) + 1;
      continue;
    }
    const cells = row.cells.map((cell, c) =>
      meansAbove(cell) && c !== columns.indexOf(NUMBER_COLUMN) ? (above[c] ?? '') : cell,
    );
    above = cells;
    const sectionCell = sectionField && section ? { field: sectionField, text: section } : null;
    found.rows.push(listRow(row, cells, head.labels, columns, sectionCell, table.converted.has(row.no)));
    found.cells.push(row.cells);
  }
  return found;
}

/** A cell that is merged over several rows holds for each of them. */
function fillMerged(rows: readonly RawRow[], { merges }: RawTable): RawRow[] {
  const byNo = new Map(rows.map((row) => [row.no, { ...row, cells: [...row.cells] }]));
  for (const [fromRow, column, toRow] of merges) {
    const text = byNo.get(fromRow)?.cells[column];
    if (!text || toRow === fromRow) continue;
    for (let no = fromRow + 1; no <= toRow; no++) {
      const row = byNo.get(no);
      if (!row) continue;
      while (row.cells.length <= column) row.cells.push('');
      row.cells[column] ||= text;
    }
  }
  return [...byNo.values()];
}

function listRow(
  row: RawRow,
  cells: readonly string[],
  labels: readonly string[],
  columns: readonly (string | null)[],
  section: { field: string; text: string } | null,
  converted: boolean,
): ListRow {
  const fields = new Map<string, FieldCell[]>();
  const notes: string[] = [];
  const problems: string[] = [];
  cells.forEach((text, column) => {
    const field = columns[column];
    if (!field || field === NUMBER_COLUMN) return;
    const formula = row.formulas?.includes(column) ?? false;
    const said = saidOfCell(text, `Cột “${labels[column] || column + 1}”`, formula);
    if (said.problem) problems.push(said.problem);
    if (said.note) notes.push(said.note);
    if (text.trim() === '') return;
    fields.set(field, [...(fields.get(field) ?? []), { text, head: labels[column] ?? '', column }]);
  });
  if (section && !fields.has(section.field))
    fields.set(section.field, [{ text: section.text, head: SECTION_COLUMN, column: -1 }]);
  if (converted) notes.push('Đã chuyển từ phông chữ cũ sang Unicode.');
  return { no: row.no, fields, notes, problems };
}

/** What stands against a cell, or what is to be said of it. */
function saidOfCell(text: string, head: string, formula: boolean): { problem?: string; note?: string } {
  if (text.trim() === '')
    return formula ? { problem: `${head} là công thức chưa có kết quả; hãy ghi thẳng giá trị.` } : {};
  const refusal = isExcelError(text)
    ? `có lỗi công thức ${text.trim()}; hãy sửa trong Excel`
    : refusalOfText(text);
  if (refusal) return { problem: `${head} ${refusal}.` };
  return formula ? { note: `${head} là công thức: lấy kết quả đã tính sẵn.` } : {};
}
