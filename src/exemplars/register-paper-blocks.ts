import type { Block, CellValue, TableBlock } from '../papers/official-paper.ts';
import { DOTS } from './consent-paper.ts';

/** A question with its answer; room for one where there is none. */
export type Answer = [label: string, value: string | null | undefined];
export const row = (label: string, value: string | null | undefined): Answer => [label, value];

/** Answers to tick. */
export const boxes = <K extends string>(keys: readonly K[], names: Record<K, string>): string =>
  keys.map((key) => `□ ${names[key]}`).join('\n');

/** Questions at the left, answers or room for them at the right. */
export const answers = (rows: readonly Answer[]): TableBlock => ({
  type: 'table',
  title: '',
  columns: [{ label: 'Mục', width: 52 }, { label: 'Nội dung' }],
  rows: rows.map(([label, value]) => [label, value || ' ']),
});

/** Words under their own heading, or lines to write on. */
export function words(label: string, text: string | null | undefined, lines: number): Block[] {
  const body: Block[] = text
    ? text.split(/\n+/).map((paragraph) => ({ type: 'paragraph', text: paragraph }))
    : Array.from({ length: lines }, () => ({ type: 'paragraph', text: DOTS }));
  return [{ type: 'heading', level: 2, text: label }, ...body];
}

/** Two lines high; marks of no width, for blanks at the ends of a text are taken off. */
const ROOM = '\u200b\n\u200b';

/** Numbered rows, or so many empty ones. */
export const table = (
  columns: TableBlock['columns'],
  rows: CellValue[][] | undefined,
  empty: number,
): TableBlock => ({
  type: 'table',
  title: '',
  columns,
  rows: rows?.length
    ? rows.map((cells, n) => [String(n + 1), ...cells])
    : Array.from({ length: empty }, (_, n) => [String(n + 1), ROOM, ...columns.slice(2).map(() => null)]),
});
