import { LAYOUT } from './layout.ts';
import { tinosBold } from './typeface.ts';

/** Text longer than this wraps anyway and claims no more room. */
const WIDEST_CLAIM_MM = 110;
/** How far a column's claim goes from its mean cell towards its longest one. */
const TOWARDS_LONGEST = 0.25;
/** A single word wider than this is broken rather than given the room. */
const WIDEST_WORD_MM = 32;
const NARROWEST_MM = 6;
/** Cells beyond these count for nothing: enough to judge a column, and cheap for a long table. */
const CELLS_MEASURED = 400;
const LETTERS_MEASURED = 200;

interface Measured {
  /** Fixed width in mm, when the paper gives one. */
  width?: number;
  /** The column's label and its cells, as shown. */
  texts: readonly string[];
}

/**
 * Divides `totalMm` among the columns. Widths given by the paper are kept (shrunk together when they do not fit);
 * the others get at least their longest word, then what their text asks for, the modest ones first, so that short
 * columns do not wrap for the sake of long ones. What is left over goes to all in proportion.
 */
export function columnWidths(columns: readonly Measured[], totalMm: number): number[] {
  const claims = columns.map((column) =>
    column.width === undefined ? claimOf(column.texts) : fixed(column.width),
  );
  const least = sum(claims.map((claim) => claim.least));
  const wish = sum(claims.map((claim) => claim.wish));
  if (least > totalMm)
    return shrunk(
      claims.map((claim) => claim.least),
      totalMm,
    );
  if (wish === 0) return claims.map((claim) => (claim.least * totalMm) / least);
  const granted = grant(
    claims.map((claim) => claim.wish),
    totalMm - least,
  );
  const leftOver = totalMm - least - sum(granted);
  return claims.map((claim, i) => claim.least + (granted[i] ?? 0) + (leftOver * claim.wish) / wish);
}

/** Makes columns that are too wide together fit, the wide ones giving most; none becomes narrower than a word needs. */
function shrunk(widths: readonly number[], totalMm: number): number[] {
  const floor = Math.min(NARROWEST_MM, totalMm / widths.length);
  const above = widths.map((width) => Math.max(0, width - floor));
  const share = (totalMm - floor * widths.length) / Math.max(sum(above), Number.EPSILON);
  return above.map((width) => floor + width * share);
}

/** Grants wishes in full, smallest first, while they ask for less than an equal share; the rest share by wish. */
function grant(wishes: readonly number[], room: number): number[] {
  const granted = wishes.map(() => 0);
  const waiting = wishes.map((wish, i) => ({ wish, i })).sort((a, b) => a.wish - b.wish);
  let left = room;
  for (let next = waiting[0]; next && next.wish <= left / waiting.length; next = waiting[0]) {
    granted[next.i] = next.wish;
    left -= next.wish;
    waiting.shift();
  }
  const asked = sum(waiting.map(({ wish }) => wish));
  for (const { wish, i } of waiting) granted[i] = (left * wish) / asked;
  return granted;
}

interface Claim {
  /** In mm, granted always. */
  least: number;
  /** In mm beyond that: nothing for a column of fixed width. */
  wish: number;
}

const fixed = (width: number): Claim => ({ least: width, wish: 0 });

function claimOf(texts: readonly string[]): Claim {
  const padding = 2 * LAYOUT.table.insetXMm + 0.5;
  const shown = texts.slice(0, CELLS_MEASURED).map((text) => text.slice(0, LETTERS_MEASURED));
  const lines = shown.flatMap((text) => text.split('\n')).map(widthMm);
  const mean = sum(lines) / Math.max(1, lines.length);
  const words = shown.flatMap((text) => text.split(/\s+/)).map(widthMm);
  const least = Math.max(NARROWEST_MM, Math.min(largest(words), WIDEST_WORD_MM) + padding);
  const text = mean + (largest(lines) - mean) * TOWARDS_LONGEST;
  return { least, wish: Math.max(1, Math.min(text, WIDEST_CLAIM_MM) + padding - least) };
}

const widthMm = (text: string): number => tinosBold().widthMm(text, LAYOUT.table.sizePt);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
