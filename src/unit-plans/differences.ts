import { diffArrays, diffWordsWithSpace } from 'diff';
import { formatDate, formatNumber } from '../ui/format.ts';
import type { PlannedExemplar, Target, UnitPlanContent } from './content.ts';
import { nameKey } from './name-key.ts';

/** A stretch of a text: in both, only in the later one, or only in the earlier one. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface PartDifference {
  name: string;
  pieces: Piece[];
  changed: boolean;
}

export type RowChange = {
  kind: 'same' | 'added' | 'removed' | 'changed';
  name: string;
  before: string;
  after: string;
};

export interface Difference {
  parts: PartDifference[];
  targets: RowChange[];
  exemplars: RowChange[];
  files: RowChange[];
}

/** Beyond these the texts have little in common: they are compared line by line, and then as wholes. */
const MOST_WORD_EDITS = 1_000;
const MOST_LINE_EDITS = 500;

/**
 * What changed from one text to another, word by word. The work is bounded: where two long texts have little in common
 * whole lines are compared, and in the last resort one stands for the other. The pieces that are not `added` make the
 * earlier text, those that are not `removed` the later one.
 */
export function differenceOf(before: string, after: string): Piece[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const byWord = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORD_EDITS });
  if (byWord) return readable(byWord.map(pieceOf));
  const byLine = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_LINE_EDITS });
  if (byLine) return byLine.map((change) => pieceOf({ ...change, value: change.value.join('') }));
  return [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '');
}

/**
 * Puts together what would be read as a jumble: a stretch in common that is shorter than the changes around it (a blank,
 * one word by chance) is told as removed and added with them. Each change is first what went, then what came.
 */
function readable(pieces: readonly Piece[]): Piece[] {
  const told: Piece[] = [];
  let run = { removed: '', added: '' };
  const close = () => {
    for (const kind of ['removed', 'added'] as const)
      if (run[kind] !== '') told.push({ kind, text: run[kind] });
    run = { removed: '', added: '' };
  };
  for (const [n, { kind, text }] of pieces.entries()) {
    if (kind !== 'same') run[kind] += text;
    else if (isJumble(text, run, changesAfter(pieces, n)))
      run = { removed: run.removed + text, added: run.added + text };
    else {
      close();
      told.push({ kind, text });
    }
  }
  close();
  return told;
}

/** Words in common that stand between changes longer than they are. */
function isJumble(common: string, before: Changed, after: Changed): boolean {
  const length = common.trim().length;
  return [before, after].every(({ removed, added }) => {
    const letters = Math.max(removed.trim().length, added.trim().length);
    return letters > 0 && letters >= length;
  });
}

type Changed = Record<'removed' | 'added', string>;

/** What went and what came right after piece `n`. */
function changesAfter(pieces: readonly Piece[], n: number): Changed {
  const changed: Changed = { removed: '', added: '' };
  for (let at = n + 1; at < pieces.length; at++) {
    const { kind, text } = pieces[at] as Piece;
    if (kind === 'same') break;
    changed[kind] += text;
  }
  return changed;
}

const pieceOf = (change: { added: boolean; removed: boolean; value: string }): Piece => ({
  kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
  text: change.value,
});

/** Lines with their breaks, so that joined they are the text again. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** What changed from one submission to another. Parts are the same by name, rows by what they are about. */
export function compareContents(before: UnitPlanContent, after: UnitPlanContent): Difference {
  const old = new Map(before.parts.map((part) => [nameKey(part.name), part]));
  const now = new Set(after.parts.map(({ name }) => nameKey(name)));
  const gone = before.parts.filter(({ name, text }) => text !== '' && !now.has(nameKey(name)));
  return {
    parts: [
      ...after.parts.map(({ name, text }) => partOf(name, old.get(nameKey(name))?.text ?? '', text)),
      ...gone.map(({ name, text }) => partOf(name, text, '')),
    ],
    targets: rowsOf(before.targets, after.targets, (one) => one.what, targetInWords),
    exemplars: rowsOf(before.exemplars, after.exemplars, (one) => one.name, exemplarInWords),
    files: rowsOf(
      before.files,
      after.files,
      (one) => one.title,
      () => 'có',
    ),
  };
}

function partOf(name: string, before: string, after: string): PartDifference {
  return { name, pieces: differenceOf(before, after), changed: before !== after };
}

/** Rows in the order of the later list, what is gone last. The second of one name is told apart from the first. */
function rowsOf<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (row: T) => string,
  inWords: (row: T) => string,
): RowChange[] {
  const old = new Map(keyed(before, nameOf));
  const changes = keyed(after, nameOf).map(([key, row]): RowChange => {
    const was = old.get(key);
    old.delete(key);
    const texts = { name: nameOf(row), before: was === undefined ? '' : inWords(was), after: inWords(row) };
    if (was === undefined) return { kind: 'added', ...texts };
    return { kind: texts.before === texts.after ? 'same' : 'changed', ...texts };
  });
  const gone = [...old.values()].map(
    (row): RowChange => ({ kind: 'removed', name: nameOf(row), before: inWords(row), after: '' }),
  );
  return [...changes, ...gone];
}

function keyed<T>(rows: readonly T[], nameOf: (row: T) => string): [string, T][] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = nameKey(nameOf(row));
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    return [`${key} ${turn}`, row];
  });
}

/** '5 mô hình, xong trước 31/12/2019' */
export function targetInWords({ number, unit, dueOn }: Omit<Target, 'what'>): string {
  const amount = number === null ? (unit ?? '') : [formatNumber(number), unit].filter(Boolean).join(' ');
  return (
    [amount, dueOn ? `xong trước ${formatDate(dueOn)}` : ''].filter(Boolean).join(', ') ||
    'không ghi số lượng'
  );
}

export const exemplarInWords = ({ fieldName, note }: Omit<PlannedExemplar, 'name' | 'fieldId'>): string =>
  [fieldName, note].filter(Boolean).join('; ') || 'chưa ghi lĩnh vực';

export const hasChanges = ({ parts, targets, exemplars, files }: Difference): boolean =>
  parts.some(({ changed }) => changed) ||
  [...targets, ...exemplars, ...files].some(({ kind }) => kind !== 'same');
