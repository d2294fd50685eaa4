import type { SameSide } from './same-judge.ts';
import type { PlaceIndex } from './same-place-index.ts';
import type { SameWord } from './same-word.ts';

/**
 * Keys by which names are looked for among many, as numbers of 32 bits: those of the words added up, so that their order
 * does not matter and a word less is a subtraction, and of a year or a place. Two that are one by chance cost a comparison.
 */
export const addKeys = (one: number, other: number): number => (one + other) | 0;

/** A word without marks, i and y being one (FNV-1a). */
export function wordKey(word: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
  return hash | 0;
}

/** A person and their household are written one for the other; a collective is neither. */
export function nameKey({ kind }: Pick<SameSide, 'kind'>, words: readonly SameWord[]): number {
  let sum = kind === 'collective' ? COLLECTIVE : 0;
  for (const { key } of words) sum = addKeys(sum, wordKey(key));
  return sum;
}

const COLLECTIVE = wordKey('tap the');

export const yearKey = (year: number | null): number => spread(-1 - (year ?? 0));

/** The places of somebody and all that followed them: two that are `same` or `became` one another share one. */
export function placeKeys(index: PlaceIndex, { where }: SameSide): number[] {
  const units = [...where.address.units, ...where.offices];
  return [...new Set(units.flatMap(({ id }) => [...index.laterOf(id)]))].map(spread);
}

/** Nothing is known of their place but communes: a district may be that of anybody within. */
export const inCommunesOnly = ({ where }: SameSide): boolean => {
  const units = [...where.address.units, ...where.offices];
  return units.length > 0 && units.every(({ level }) => level === 'commune');
};

export const ANYWHERE = wordKey('o dau cung duoc');
export const WIDE = wordKey('chua ro xa');

/** Numbers that follow each other, far apart. */
function spread(number: number): number {
  const mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  return Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
}
