import { readXlsx } from 'hucre/xlsx';
import { FILL_IN } from './fill-in.ts';

/** A cell that was filled in: where it stands, as Excel names it, and what is in it. */
export interface FilledCell {
  key: string;
  /** `E12` */
  at: string;
  /** Anything that is neither text nor a number (a day, yes or no) is null with `odd`. */
  value: string | number | null;
  odd: boolean;
  formula: boolean;
}

export interface FilledIn {
  marks: Record<string, string>;
  numbers: FilledCell[];
  texts: FilledCell[];
}

/** No form has more rows than this; what stands below is not read. */
const MOST_ROWS = 600;
const COLUMNS = 'ABCDEFGH';

/**
 * Reads a form that came back. Null when it is not one of ours: a sheet is missing or the marks are. The caller has
 * checked before that the file is a whole workbook of a size that can be opened.
 */
export async function readFillIn(bytes: Uint8Array): Promise<FilledIn | null> {
  const book = await read(bytes);
  const sheetOf = (name: string) => book?.sheets.find((sheet) => sheet.name === name);
  const [marks, numbers, texts] = [FILL_IN.marksSheet, FILL_IN.numbersSheet, FILL_IN.textsSheet].map(sheetOf);
  if (!marks || !numbers) return null;
  return {
    marks: Object.fromEntries(marks.rows.map((row) => [String(row[0] ?? ''), String(row[1] ?? '')])),
    numbers: filled(numbers, FILL_IN.numberColumn),
    texts: texts ? filled(texts, FILL_IN.textColumn) : [],
  };
}

/** A workbook that the reader cannot make sense of is no form of ours. */
async function read(bytes: Uint8Array) {
  try {
    return await readXlsx(bytes, { range: `A1:H${MOST_ROWS}`, maxRows: MOST_ROWS });
  } catch {
    return null;
  }
}

type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

const KEY = /^[a-z0-9_.-]{1,80}$/;

function filled(sheet: Sheet, column: number): FilledCell[] {
  return sheet.rows.flatMap((row, n): FilledCell[] => {
    const key = row[FILL_IN.keyColumn];
    if (typeof key !== 'string' || !KEY.test(key)) return [];
    const value = row[column] ?? null;
    const plain = value === null || typeof value === 'string' || typeof value === 'number';
    return [
      {
        key,
        at: `${COLUMNS[column]}${n + 1}`,
        value: plain ? value : null,
        odd: !plain,
        formula: sheet.cells?.get(`${n},${column}`)?.formula !== undefined,
      },
    ];
  });
}
