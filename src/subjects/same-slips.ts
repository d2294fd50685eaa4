import { isMistyped, isSyllable } from './same-typo.ts';

/** No syllable is longer, and what is longer is looked up whole only. */
const LONGEST = 20;
/** So many words that share letters are compared, and so many slips of one word are followed. */
const MOST_ALIKE = 40;
const MOST_SLIPS = 10;

/**
 * For each of these words (without marks) that is no syllable, which of the others it may be mistyped for. Words within one
 * letter of each other agree when one letter of each is left out, so that no word is compared with all.
 */
export function slipsAmong(words: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const odd = [...words].filter((word) => word.length <= LONGEST && !/\d/.test(word) && !isSyllable(word));
  const slips = new Map<string, readonly string[]>();
  if (odd.length === 0) return slips;
  const byLetters = new Map<string, string[]>();
  for (const word of words) for (const form of formsOf(word)) remember(byLetters, form, word);
  for (const word of odd) {
    const alike = new Set(formsOf(word).flatMap((form) => byLetters.get(form) ?? []));
    const meant = [...alike].filter((other) => isMistyped(word, other)).slice(0, MOST_SLIPS);
    if (meant.length > 0) slips.set(word, meant);
  }
  return slips;
}

function remember(byLetters: Map<string, string[]>, form: string, word: string): void {
  const known = byLetters.get(form);
  if (!known) byLetters.set(form, [word]);
  else if (known.length < MOST_ALIKE) known.push(word);
}

/** The word itself, and without each of its letters. */
const formsOf = (word: string): string[] =>
  word.length > LONGEST ? [] : [word, ...Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1))];
