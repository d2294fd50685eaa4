import type { Merge, RawTable } from './raw-table.ts';
import type { TargetField } from './target.ts';
import { keyOf } from './words.ts';

/** Columns that are known and not read. */
export const NUMBER_COLUMN = 'stt';
/** A line above some rows that says of all of them what a column else would: '1. Xã Thanh Sơn'. */
export const SECTION_COLUMN = 'section';

export interface Head {
  /** Row numbers of its first and last line, as in the file; 0 and 0 when the table has none. */
  from: number;
  to: number;
  /** One for each column; lines of one head joined: 'Năm sinh – Nam'. */
  labels: string[];
}

const LOOKED_AT = 25;
const MOST_LINES = 3;
const NUMBER_HEADS = ['stt', 'tt', 'so tt', 'so thu tu', 'so'];

/** Finds the head: the line that has most of the known words, with the lines that stand below in merged cells. */
export function findHead(table: RawTable, fields: readonly TargetField[]): Head {
  const lines = table.rows.slice(0, LOOKED_AT);
  let best = { score: 0, at: -1 };
  lines.forEach((row, at) => {
    const known = new Set(row.cells.flatMap((cell) => matchLabel(cell, fields)?.key ?? []));
    const long = row.cells.filter((cell) => cell.length > 120).length;
    const score = known.size - long;
    if (score > best.score && (known.size > 1 || row.cells.filter(Boolean).length === 1))
      best = { score, at };
  });
  const first = lines[best.at];
  if (!first) return { from: 0, to: 0, labels: labelsOf(table, 0, 0) };
  const to = lastLine(table, best.at);
  return { from: first.no, to, labels: labelsOf(table, first.no, to) };
}

/** Down to where merged cells of the first line reach, or over a second line that only says more of some columns. */
function lastLine(table: RawTable, at: number): number {
  const first = table.rows[at];
  if (!first) return 0;
  const merged = table.merges
    .filter(([fromRow, , toRow]) => fromRow === first.no && toRow < first.no + MOST_LINES)
    .reduce((last, [, , toRow]) => Math.max(last, toRow), first.no);
  if (merged > first.no) return merged;
  const next = table.rows[at + 1];
  return next && next.no === first.no + 1 && saysMore(first.cells, next.cells) ? next.no : first.no;
}

/** 'Nam', 'Nữ' below 'Năm sinh': short words without a number, where the line above has nothing or a wider cell. */
function saysMore(above: readonly string[], below: readonly string[]): boolean {
  const said = below.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell, at }]));
  if (said.length === 0 || said.every(({ at }) => at === 0)) return false;
  const short = said.every(({ cell }) => cell.length <= 30 && !/\d/.test(cell));
  const under = said.filter(
    ({ at }) => (above[at] ?? '').trim() !== '' && (above[at + 1] ?? '').trim() !== '',
  );
  return short && under.length === 0;
}

/** The labels of the columns, from the lines of a head that begins and ends in these rows. */
export function labelsOf(table: RawTable, from: number, to: number): string[] {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length));
  const lines = table.rows
    .filter(({ no }) => from > 0 && no >= from && no <= to)
    .map(({ no, cells }) => spread(no, cells, width, table.merges));
  const parts = (column: number) => lines.map((line) => oneLine(line[column] ?? '')).filter(Boolean);
  return Array.from({ length: width }, (_, column) =>
    [...new Set(fillUp(lines, column, parts(column)))].join(' – '),
  );
}

/** Below a cell that spans several columns without being merged (CSV), the word on the left above holds on. */
function fillUp(lines: readonly string[][], column: number, parts: string[]): string[] {
  const [top, ...below] = lines;
  const isBelow = below.some((line) => (line[column] ?? '').trim() !== '');
  if (!top || !isBelow || (top[column] ?? '').trim() !== '') return parts;
  for (let at = column - 1; at >= 0 && below.some((line) => (line[at] ?? '').trim() !== ''); at--) {
    const word = oneLine(top[at] ?? '');
    if (word) return [word, ...parts];
  }
  return parts;
}

function spread(no: number, cells: readonly string[], width: number, merges: readonly Merge[]): string[] {
  const line = Array.from({ length: width }, (_, column) => cells[column] ?? '');
  for (const [fromRow, fromColumn, toRow, toColumn] of merges) {
    if (fromRow !== no || toRow < no) continue;
    for (let column = fromColumn + 1; column <= Math.min(toColumn, width - 1); column++)
      line[column] ||= line[fromColumn] ?? '';
  }
  return line;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Which field each column holds, as far as its label says; null: none. */
export function proposeColumns(labels: readonly string[], fields: readonly TargetField[]): (string | null)[] {
  const matches = labels.map((label) => matchLabel(label, fields));
  return matches.map((match, column) => {
    if (!match) return null;
    const field = fields.find(({ key }) => key === match.key);
    const rivals = matches.flatMap((other, at) =>
      other?.key === match.key ? [{ at, score: other.score }] : [],
    );
    if (rivals.length === 1 || (field && field.join !== 'first')) return match.key;
    // 'Năm sinh – Nam' and 'Năm sinh – Nữ' say it equally well: both are read
    const most = Math.max(...rivals.map(({ score }) => score));
    return match.score >= most - 4 || rivals[0]?.at === column ? match.key : null;
  });
}

interface Match {
  key: string;
  score: number;
}

function matchLabel(label: string, fields: readonly TargetField[]): Match | null {
  const key = keyOf(label);
  if (key === '' || label.length > 150) return null;
  if (NUMBER_HEADS.includes(key)) return { key: NUMBER_COLUMN, score: 100 };
  const matches = fields.flatMap((field) =>
    field.heads.map((head) => ({ key: field.key, score: scoreOf(key, head) })),
  );
  const best = matches.reduce((one, other) => (other.score > one.score ? other : one), { key: '', score: 0 });
  return best.score > 0 ? best : null;
}

function scoreOf(label: string, head: string): number {
  if (label === head) return 100;
  if (label.startsWith(`${head} `)) return 50 + head.length;
  return head.length > 3 && ` ${label} `.includes(` ${head} `) ? 20 + head.length : 0;
}
