import { formatNumber, UNKNOWN } from '../ui/format.ts';

/** A figure in a sentence is written as `{{key}}`. Blanks inside are forgiven. */
const TOKEN = /\{\{\s*([a-z0-9_]{1,60})\s*\}\}/g;
/** Anything that looks as if it was meant as one. */
const MEANT = /\{\{[^{}]{0,200}\}\}?/g;

export interface WordedFigure {
  key: string;
  unit: string;
  value: number | null;
}

export const tokenOf = (key: string): string => `{{${key}}}`;

/** Keys of the figures that a text uses, each once, in order. */
export const tokensIn = (text: string): string[] => [
  ...new Set([...text.matchAll(TOKEN)].map((match) => match[1] ?? '')),
];

/** What is written in double braces and names no figure of the form, as it was typed. */
export function unknownTokens(text: string, keys: readonly string[]): string[] {
  const known = new Set(keys);
  const wrong = [...text.matchAll(MEANT)].map((match) => match[0]).filter((token) => !isKnown(token, known));
  return [...new Set(wrong)];
}

function isKnown(token: string, known: ReadonlySet<string>): boolean {
  const key = /^\{\{\s*([a-z0-9_]{1,60})\s*\}\}$/.exec(token)?.[1];
  return key !== undefined && known.has(key);
}

/** The sentence that says what is wrong with the references of a part; null when nothing is. */
export function wrongTokens(text: string, keys: readonly string[]): string | null {
  const [first, ...more] = unknownTokens(text, keys);
  if (!first) return null;
  const others = more.length > 0 ? ` (và ${more.length} chỗ khác)` : '';
  return `“${first.slice(0, 60)}”${others} không phải là số liệu của mẫu báo cáo này; hãy chọn trong danh sách số liệu ở bên, hoặc viết số bằng chữ số.`;
}

/** '12 điển hình', '92,5%'; what is not known is 'chưa rõ'. */
export function figureInWords(value: number | null, unit: string): string {
  if (value === null) return UNKNOWN;
  return unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`;
}

/** A stretch of a text: words, or a figure that is used in them. */
export type Piece = { type: 'words'; text: string } | { type: 'figure'; key: string; text: string };

/**
 * Cuts a text at its references. A unit that the writer has typed right behind one is not said twice; a reference to a
 * figure that does not exist stays as it was typed.
 */
export function piecesOf(text: string, figures: ReadonlyMap<string, WordedFigure>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const figure = figures.get(match[1] ?? '');
    if (!figure) continue;
    const after = match.index + match[0].length;
    if (match.index > at) pieces.push({ type: 'words', text: text.slice(at, match.index) });
    const unitFollows = text.slice(after).trimStart().toLocaleLowerCase('vi').startsWith(figure.unit);
    const shown = unitFollows && figure.value !== null ? formatNumber(figure.value) : undefined;
    pieces.push({
      type: 'figure',
      key: figure.key,
      text: shown ?? figureInWords(figure.value, figure.unit),
    });
    at = after;
  }
  if (at < text.length) pieces.push({ type: 'words', text: text.slice(at) });
  return pieces;
}

/** The text as it is printed: references written out as numbers with their units. */
export const withFigures = (text: string, figures: ReadonlyMap<string, WordedFigure>): string =>
  piecesOf(text, figures)
    .map((piece) => piece.text)
    .join('');
