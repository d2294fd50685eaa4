import { meansNothing } from './cell-text.ts';
import type { RawRow } from './raw-table.ts';
import { keyOf } from './words.ts';

/** What a row of a list is. Only `data` becomes something. */
export type RowSort = 'data' | 'section' | 'total' | 'numbering' | 'head' | 'foot' | 'example';

export const ROW_SORT_NAMES: Record<Exclude<RowSort, 'data'>, string> = {
  section: 'dòng tiêu đề mục',
  total: 'dòng cộng',
  numbering: 'dòng đánh số cột',
  head: 'dòng đầu bảng lặp lại',
  foot: 'dòng cuối bảng (chữ ký, ghi chú)',
  example: 'dòng ví dụ của mẫu',
};

/** Marks the row of the template that only shows how: nobody imports it by mistake. */
export const EXAMPLE_MARK = '(ví dụ, hãy xóa dòng này)';

export interface SiftColumns {
  /** Where the number of the row stands; -1: nowhere. */
  number: number;
  name: number;
}

const ROMAN = /^\(?(?:[IVX]{1,5}|[A-HĐ])\)?[.)]?$/u;
const COUNT = /^\(?\d{1,6}\)?[.)]?$/;
const TOTAL = /^(?:tổng cộng|tổng số|cộng)(?=$|[\s:.(]+(?:$|\d|dòng|số|toàn|cả|các|mục|cụm|[ivx]+\b|:))/iu;
const FOOT =
  /^(?:người lập|nguoi lap|nơi nhận|ghi chú\s*:|tm\.|t\/m|kt\.|tl\.|xác nhận|thủ trưởng|chủ tịch|trưởng phòng|giám đốc|hiệu trưởng|bí thư|danh sách (?:này|trên|có|gồm)|ấn định|[\p{L}\s]{2,30},\s*ngày)/iu;

/** Sorts the rows below the head, in their order. */
export function siftRows(
  rows: readonly RawRow[],
  labels: readonly string[],
  columns: SiftColumns,
): { row: RawRow; sort: RowSort }[] {
  const head = labels.map(keyOf);
  const sorted = rows.map((row) => ({ row, sort: sortOf(row, head, columns) }));
  // what stands below the last row with a name and looks unfinished are signatures and remarks
  const last = sorted.findLastIndex(({ row, sort }) => sort === 'data' && isWhole(row, columns));
  return sorted.map((one, at) =>
    at > last && last >= 0 && one.sort === 'data' && !isWhole(one.row, columns)
      ? { ...one, sort: 'foot' as const }
      : one,
  );
}

const textAt = (row: RawRow, column: number): string => (column < 0 ? '' : (row.cells[column] ?? '').trim());

const isWhole = (row: RawRow, { number, name }: SiftColumns): boolean =>
  textAt(row, name) !== '' && (number < 0 || textAt(row, number) !== '' || said(row).length > 2);

const said = (row: RawRow): string[] => row.cells.map((cell) => cell.trim()).filter(Boolean);

function sortOf(row: RawRow, head: readonly string[], columns: SiftColumns): RowSort {
  const texts = said(row);
  const [first = '', second = ''] = texts;
  if (texts.some((text) => text.includes(EXAMPLE_MARK))) return 'example';
  if (isNumbering(texts)) return 'numbering';
  if (repeatsHead(row, head)) return 'head';
  if (isTotal(first) || (isTotal(second) && !COUNT.test(first))) return 'total';
  const number = textAt(row, columns.number);
  if (FOOT.test(first.normalize('NFC')) && !COUNT.test(number) && texts.length <= 4) return 'foot';
  return isSection(row, columns, number) ? 'section' : 'data';
}

const isTotal = (text: string): boolean => {
  const written = text.normalize('NFC');
  return TOTAL.test(written) || /^tổng$/iu.test(written);
};

/** '(1) (2) (3)', '1 2 3', 'A B 1 2': the numbers of the columns. */
function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3 || !texts.every((text) => /^\(?(?:\d{1,2}|[A-H])\)?(?:\s*=.{0,20})?$/.test(text)))
    return false;
  const numbers = texts
    .map((text) => Number(/\d+/.exec(text)?.[0] ?? Number.NaN))
    .filter((n) => !Number.isNaN(n));
  return numbers.length >= 2 && numbers.every((n, at) => at === 0 || n === (numbers[at - 1] ?? 0) + 1);
}

function repeatsHead(row: RawRow, head: readonly string[]): boolean {
  let said = 0;
  for (const [at, cell] of row.cells.entries()) {
    const key = cell === '' ? '' : keyOf(cell);
    if (key === '') continue;
    // as a rule the first cell tells already: every row of a list comes by here
    if (head[at] !== key && !head[at]?.startsWith(`${key} `)) return false;
    said++;
  }
  return said >= 2;
}

/** 'I. Cấp huyện': one text alone beside its number, where other rows have a name and more. */
function isSection(row: RawRow, { number: column, name }: SiftColumns, number: string): boolean {
  const others = row.cells.flatMap((cell, at) =>
    at === column || meansNothing(cell) ? [] : [{ at, text: cell.trim() }],
  );
  const [alone] = others;
  // 'I | Cấp huyện | | 25': the sum of a section is no name
  if (ROMAN.test(number)) return others.filter(({ text }) => !COUNT.test(text)).length < 2;
  if (!alone) return number !== '' && !COUNT.test(number);
  if (others.length > 1 || COUNT.test(number)) return false;
  return column >= 0 || alone.at !== name;
}

/** The words of a section: '1. Xã Thanh Sơn' and 'I | Cấp huyện' → 'Xã Thanh Sơn', 'Cấp huyện'. */
export const sectionWords = (row: RawRow): string =>
  (said(row).reduce((one, other) => (other.length > one.length ? other : one), '') ?? '')
    .replace(/^(?:[IVX]{1,5}|[A-HĐ]|\d{1,3})\s*[.)\-–:]\s*/u, '')
    .trim();
