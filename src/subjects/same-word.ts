/** One word of a name, ready to be compared. */
export interface SameWord {
  /** As it stands, for showing it. */
  written: string;
  /** Small letters with their quality (â, ơ, đ) and the tone behind: where the tone was placed no longer matters. */
  spelled: string;
  /** Without any mark. */
  bare: string;
  /** Without any mark, i and y being one. */
  key: string;
  /** Has it a tone, or a letter that only a Vietnamese keyboard gives? */
  marked: boolean;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const TONES = new RegExp(TONE, 'g');

/** A name has few syllables and a list has the same ones over and over: each is taken apart once. */
const known = new Map<string, SameWord>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 20;

export function sameWord(written: string): SameWord {
  const found = known.get(written);
  if (found) return found;
  const word = takenApart(written);
  if (known.size >= MOST_KNOWN) known.clear();
  if (written.length <= LONGEST_KNOWN) known.set(written, word);
  return word;
}

function takenApart(written: string): SameWord {
  const apart = written.toLowerCase().normalize('NFD');
  const tone = TONE.exec(apart)?.[0] ?? '';
  const letters = apart.replace(TONES, '').normalize('NFC');
  const bare = apart.replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd');
  return {
    written,
    spelled: (letters + tone).replaceAll('y', 'i'),
    bare,
    key: bare.replaceAll('y', 'i'),
    marked: tone !== '' || letters !== bare,
  };
}
