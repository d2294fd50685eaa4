import type { SameSide } from './same-judge.ts';
import {
  ANYWHERE,
  addKeys,
  inCommunesOnly,
  nameKey,
  placeKeys,
  WIDE,
  wordKey,
  yearKey,
} from './same-keys.ts';
import type { SameName } from './same-names.ts';
import type { PlaceIndex } from './same-place-index.ts';
import { slipsAmong } from './same-slips.ts';

/** So many of one key are remembered, the first of them, and so many compared with one, as `same.ts` does for rows of a list. */
export const MOST_COMPARED = 40;

/** Who is remembered by which key: a name and what bounds it, for of a name alone there may be thousands. */
type Blocks = Map<number, number[]>;

/**
 * Who among many is worth comparing, without comparing each with all: those who share a key, as `same_keys` has them in the
 * database (migration 350). They have the whole name and about that year or that place; or a word more or less, a place
 * left out or a word mistyped, and that very year or that place. Where all have a year, it alone tells enough.
 */
export class SameBlocks {
  readonly #index: PlaceIndex;
  readonly #slips: ReadonlyMap<string, readonly string[]>;
  readonly #someWithoutYear: boolean;
  readonly #whole: Blocks = new Map();
  readonly #alike: Blocks = new Map();

  /** @param sides all that will be added */
  constructor(index: PlaceIndex, sides: readonly SameSide[]) {
    this.#index = index;
    this.#slips = slipsAmong(wordsOf(sides));
    this.#someWithoutYear = sides.some(({ kind, birthYear }) => kind !== 'collective' && birthYear === null);
  }

  /** Who of those added before may be the same, in the order in which they were added; and adds this one. */
  add(at: number, side: SameSide): number[] {
    const found = new Set<number>();
    const places = side.kind === 'collective' || this.#someWithoutYear ? placeKeys(this.#index, side) : null;
    const near = [...yearOf(side), ...(places ?? [])];
    const [asked, kept] = places
      ? [askedBounds(side, places), keptBounds(side, places)]
      : [yearsAbout(side), yearOf(side)];
    const names = side.names.map((name) => ({ name, whole: nameKey(side, name.words) }));
    for (const { whole } of names) look(found, this.#whole, whole, asked);
    for (const { name, whole } of names) {
      for (const alike of this.#alikeOf(side, name, whole)) {
        look(found, this.#whole, alike, near);
        keep(this.#alike, alike, near, at);
      }
      look(found, this.#alike, whole, near);
    }
    for (const { whole } of names) keep(this.#whole, whole, kept, at);
    found.delete(at);
    return [...found].sort((one, other) => one - other);
  }

  /** The name without one word, without its place, and with a word as it may have been meant. */
  #alikeOf(side: SameSide, { words, head }: SameName, whole: number): number[] {
    // between family name and given name a word may be missing, of a collective any
    const leftOut = side.kind === 'collective' ? words : words.slice(1, -1);
    const alike = words.length < 3 ? [] : leftOut.map(({ key }) => addKeys(whole, -wordKey(key)));
    if (head) alike.push(nameKey(side, head.words));
    if (this.#slips.size === 0) return alike;
    for (const { bare, key } of words) {
      for (const meant of this.#slips.get(bare) ?? []) {
        alike.push(addKeys(addKeys(whole, -wordKey(key)), wordKey(meant.replaceAll('y', 'i'))));
      }
    }
    return alike;
  }
}

function look(found: Set<number>, blocks: Blocks, name: number, bounds: readonly number[]): void {
  for (const bound of bounds) {
    const block = blocks.get(addKeys(name, bound));
    if (block) for (const at of block) if (found.size < MOST_COMPARED) found.add(at);
  }
}

function keep(blocks: Blocks, name: number, bounds: readonly number[], at: number): void {
  for (const bound of bounds) {
    const key = addKeys(name, bound);
    const block = blocks.get(key);
    if (!block) blocks.set(key, [at]);
    else if (block.length < MOST_COMPARED) block.push(at);
  }
}

const yearOf = ({ birthYear }: SameSide): number[] => (birthYear === null ? [] : [yearKey(birthYear)]);

const yearsAbout = ({ birthYear }: SameSide): number[] =>
  birthYear === null ? [] : [birthYear, birthYear - 1, birthYear + 1].map(yearKey);

/** Near by and about that year first, then where nothing of it is known. */
function askedBounds(side: SameSide, places: readonly number[]): number[] {
  if (side.birthYear !== null) return [...places, ...yearsAbout(side), yearKey(null)];
  return [...places, inCommunesOnly(side) ? WIDE : ANYWHERE];
}

function keptBounds(side: SameSide, places: readonly number[]): number[] {
  return [...places, yearKey(side.birthYear), ANYWHERE, ...(inCommunesOnly(side) ? [] : [WIDE])];
}

function wordsOf(sides: readonly SameSide[]): Set<string> {
  const words = new Set<string>();
  for (const { names } of sides) for (const name of names) for (const { bare } of name.words) words.add(bare);
  return words;
}
