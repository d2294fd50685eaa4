import { cleanText } from './clean-text.ts';
import { cellLetters, type SheetColumn } from './workbook.ts';

/** A value given by the caller, or one to write. */
export type Value = string | number | null;

/** A column of a sheet as Excel takes it. */
export interface XlsxColumn {
  width: number;
  /** Excel's number format; its separators follow the language of the reader's Excel. */
  format: string;
  align: 'left' | 'right' | 'center';
  /** The format of one value, where it is not that of the column. */
  ownFormat?(value: Value): string | null;
  /** The value to write: a number, a day as Excel's serial number, or text. */
  value(value: Value): Value;
}

const NARROWEST = 8;
const WIDEST = 60;
const ROWS_MEASURED = 400;
const MOST_DECIMALS = 4;

/** Decides how a column is shown, from its kind and what it holds. */
export function xlsxColumn(column: SheetColumn, values: readonly Value[]): XlsxColumn {
  const width = column.width ?? widthOf([column.label, ...values.slice(0, ROWS_MEASURED)]);
  const numbers = values.filter((value) => typeof value === 'number');
  switch (column.kind ?? 'text') {
    case 'number':
      return { width, align: 'right', format: numberFormat(numbers), value: numberOrText };
    case 'figures':
      return { width, align: 'right', format: numberFormat([]), ownFormat, value: numberOrText };
    case 'percent':
      return {
        width,
        align: 'right',
        format: `0${decimals(numbers)}%`,
        value: (value) => (typeof value === 'number' ? finite(value / 100) : textOf(value)),
      };
    case 'date':
      return { width: Math.max(width, 11), align: 'center', format: 'dd/mm/yyyy', value: dayOrText };
    default:
      return { width, align: 'left', format: '@', value: textOf };
  }
}

const numberFormat = (numbers: readonly number[]): string => `#,##0${decimals(numbers)}`;

/** For a number with decimals in a column that shows none. */
function ownFormat(value: Value): string | null {
  return typeof value === 'number' && decimals([value]) !== '' ? numberFormat([value]) : null;
}

/** As many decimals for the whole column as its most exact number has: `.0`, `.00`, or none. */
function decimals(numbers: readonly number[]): string {
  const most = numbers.reduce((places, number) => Math.max(places, decimalPlaces(number)), 0);
  return most === 0 ? '' : `.${'0'.repeat(most)}`;
}

function decimalPlaces(number: number): number {
  return /\.(\d+)$/.exec(String(Number(number.toFixed(MOST_DECIMALS))))?.[1]?.length ?? 0;
}

const numberOrText = (value: Value): Value => (typeof value === 'number' ? finite(value) : textOf(value));

/** Excel has no infinity: such a number is shown as text rather than lost. */
const finite = (number: number): Value => (Number.isFinite(number) ? number : String(number));

/** An ISO day as Excel counts days, from 1 March 1900 on (before that Excel counts wrong); anything else as text. */
function dayOrText(value: Value): Value {
  const day = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!day) return textOf(value);
  const time = Date.parse(`${day[0]}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day[0]);
  if (!exists || time < Date.UTC(1900, 2, 1)) return textOf(value);
  return (time - Date.UTC(1899, 11, 30)) / 86_400_000;
}

const textOf = (value: Value): string | null => (value === null ? null : cellText(String(value)));

/** Excel reads `_x0041_` in a text as the letter A, so such an underscore is written as its own code. */
export function cellText(text: string): string {
  return cellLetters(cleanText(text)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Lines that a text takes in a column of this width, which Excel does not work out by itself on opening. */
export function linesIn(value: Value, column: XlsxColumn): number {
  if (typeof value !== 'string' || column.align !== 'left') return 1;
  const lines = value.split('\n').map((line) => Math.max(1, Math.ceil(line.length / (column.width - 1))));
  return lines.reduce((sum, line) => sum + line, 0);
}

function widthOf(values: readonly Value[]): number {
  const lines = values.flatMap((value) => String(value ?? '').split('\n'));
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}
