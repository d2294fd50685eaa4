import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { cleanLine } from './clean-text.ts';
import { cellText } from './xlsx-column.ts';

/** A form that somebody fills in with Excel and sends back: numbers on one sheet, words on another. */
export interface FillIn {
  title: string;
  /** Shown on top: for whom, for which period. */
  facts: readonly { label: string; value: string }[];
  /** What tells the form apart when it comes back; kept on a hidden sheet. */
  marks: Readonly<Record<string, string>>;
  numbers: readonly { key: string; label: string; unit: string; hint: string; value: number | null }[];
  texts: readonly { key: string; label: string; hint: string; value: string }[];
  /** One sentence each, above the table. */
  help: readonly string[];
}

/** Where things stand in the sheets; the reader finds them by the keys in column A. */
export const FILL_IN = {
  numbersSheet: 'Số liệu',
  textsSheet: 'Lời văn',
  marksSheet: 'ma_bieu',
  /** Column of the keys (hidden) and of what is filled in, counted from 0. */
  keyColumn: 0,
  numberColumn: 4,
  textColumn: 3,
} as const;

const FACE = 'Times New Roman';
const THIN = { style: 'thin', color: { rgb: '808080' } } as const;
const FRAME = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const base = { font: { name: FACE, size: 12 }, border: FRAME } as const;
const STYLES = {
  title: { font: { name: FACE, size: 14, bold: true } },
  fact: { font: { name: FACE, size: 12 } },
  help: { font: { name: FACE, size: 12, italic: true } },
  head: {
    ...base,
    font: { name: FACE, size: 12, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  label: { ...base, alignment: { vertical: 'top', wrapText: true } },
  number: {
    ...base,
    numFmt: '#,##0.######',
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9E5' } },
    alignment: { horizontal: 'right', vertical: 'top' },
    protection: { locked: false },
  },
  text: {
    ...base,
    numFmt: '@',
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9E5' } },
    alignment: { vertical: 'top', wrapText: true },
    protection: { locked: false },
  },
} satisfies Record<string, CellStyle>;

type Values = (string | number | null)[];

/** Writes the form. Only the cells to fill in are open for writing; the protection has no password. */
export function renderFillIn(form: FillIn): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [numbersSheet(form), ...(form.texts.length > 0 ? [textsSheet(form)] : []), marksSheet(form)],
    properties: { title: cleanLine(form.title), created: new Date() },
    defaultFont: { name: FACE, size: 12 },
  });
}

function numbersSheet(form: FillIn): WriteSheet {
  const top = topRows(form);
  const head: Values = [null, 'STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Cách tính'];
  const body = form.numbers.map(
    ({ key, label, unit, hint, value }, n): Values => [key, n + 1, label, unit, value, hint],
  );
  const first = top.length + 1;
  return {
    ...sheet(form, FILL_IN.numbersSheet, [8, 6, 48, 14, 16, 60], { top, head, body }),
    cells: styles(top, head, body, FILL_IN.numberColumn, STYLES.number),
    dataValidations: [
      {
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Số liệu',
        errorMessage: 'Ô này chỉ nhận số. Nếu chưa có số liệu, để trống.',
        range: `E${first + 1}:E${first + Math.max(1, body.length)}`,
      },
    ],
  };
}

function textsSheet(form: FillIn): WriteSheet {
  const top = topRows({ ...form, help: ['Mỗi mục viết vào một ô; xuống dòng trong ô bằng Alt + Enter.'] });
  const head: Values = [null, 'STT', 'Mục', 'Nội dung', 'Gợi ý'];
  const body = form.texts.map(({ key, label, hint, value }, n): Values => [key, n + 1, label, value, hint]);
  return {
    ...sheet(form, FILL_IN.textsSheet, [8, 6, 28, 90, 50], { top, head, body }),
    cells: styles(top, head, body, FILL_IN.textColumn, STYLES.text),
  };
}

function marksSheet({ marks }: FillIn): WriteSheet {
  return {
    name: FILL_IN.marksSheet,
    rows: Object.entries(marks).map(([name, value]) => [name, value]),
    veryHidden: true,
  };
}

const topRows = ({ title, facts, help }: Pick<FillIn, 'title' | 'facts' | 'help'>): Values[] => [
  [null, title],
  ...facts.map(({ label, value }): Values => [null, `${label}: ${value}`]),
  ...help.map((sentence): Values => [null, sentence]),
  [],
];

function sheet(
  form: FillIn,
  name: string,
  widths: readonly number[],
  rows: { top: Values[]; head: Values; body: Values[] },
): WriteSheet {
  const written = [...rows.top, rows.head, ...rows.body].map((row) =>
    row.map((value) => (typeof value === 'string' ? cellText(value) : value)),
  );
  return {
    name,
    columns: widths.map((width, n) => ({ width, ...(n === FILL_IN.keyColumn ? { hidden: true } : {}) })),
    rows: written,
    rowDefs: rowHeights(written, widths),
    freezePane: { rows: rows.top.length + 1 },
    protection: { sheet: true, formatRows: true, formatColumns: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { summary: form.title },
  };
}

const LINE_PT = 16;

/** Excel does not work out by itself, on opening, how high a row of wrapped text is. */
function rowHeights(rows: readonly Values[], widths: readonly number[]) {
  const heights: NonNullable<WriteSheet['rowDefs']> = new Map();
  rows.forEach((row, n) => {
    const lines = widths.map((width, column) =>
      column === FILL_IN.keyColumn ? 1 : linesIn(row[column] ?? null, width),
    );
    const most = Math.max(...lines);
    if (row.length === widths.length && most > 1) heights.set(n, { height: Math.min(most, 25) * LINE_PT });
  });
  return heights;
}

const linesIn = (value: string | number | null, width: number): number =>
  typeof value === 'string'
    ? value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 2))), 0)
    : 1;

function styles(
  top: readonly Values[],
  head: Values,
  body: readonly Values[],
  openColumn: number,
  open: CellStyle,
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  top.forEach((_, row) => {
    cells.set(`${row},1`, { style: row === 0 ? STYLES.title : STYLES.fact });
  });
  head.forEach((label, column) => {
    if (label !== null) cells.set(`${top.length},${column}`, { style: STYLES.head });
  });
  body.forEach((row, n) => {
    row.forEach((_, column) => {
      const style = column === openColumn ? open : STYLES.label;
      if (column !== FILL_IN.keyColumn) cells.set(`${top.length + 1 + n},${column}`, { style });
    });
  });
  return cells;
}
