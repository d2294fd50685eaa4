/** The longest search that is read; nobody remembers more words of a name. */
const MOST_WORDS = 10;

/** What was typed, as the search reads it. */
export interface SearchWords {
  /** As typed, in one spelling of Unicode, without needless spaces. */
  text: string;
  /** Words without marks, as `search_key` of the database makes them. */
  keys: readonly string[];
  /** Words with their marks, in small letters; empty when the whole was typed without a single mark. */
  accented: readonly string[];
}

/**
 * Reads what was typed into a search box: 'Bà Hoà, xã Hy Cương' → the words ba, hoa, xa, hy, cuong; signs are
 * nothing. The accented words order what is found, they never hide anything.
 */
export function searchWords(typed: string): SearchWords {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  const keys = [...new Set(words.map(withoutMarks).filter(Boolean))];
  const marked = words.some((word) => word !== withoutMarks(word));
  return { text, keys, accented: marked ? words : [] };
}

/**
 * A word with its marks in both placements of the tone, as a pattern: 'hòa' and 'hoà' → 'hoà|hòa', 'lan' → 'lan'.
 * The two are one spelling to whoever types them. Words hold nothing but letters and figures, so nothing needs quoting.
 */
export function spellings(word: string): string {
  const taken = word.normalize('NFD');
  const late = taken.replace(EARLY_TONE, '$1$3$2');
  const early = taken.replace(LATE_TONE, '$1$3$2');
  return [...new Set([late, early].map((one) => one.normalize('NFC')))].join('|');
}

const TONE = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
/** 'hòa', 'hòe', 'thủy': only at the end of a syllable, and never in 'quý', are there two placements. */
const EARLY_TONE = new RegExp(`(o(?=${TONE}[ae]$)|(?<!q)u(?=${TONE}y$))(${TONE})([aey])$`);
const LATE_TONE = new RegExp(`(o(?=[ae]${TONE}$)|(?<!q)u(?=y${TONE}$))([aey])(${TONE})$`);

/** Too little to search by: a single letter stands in nearly every name. */
export const isTooShort = ({ keys }: SearchWords): boolean => keys.join('').length < 2;

const withoutMarks = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]/g, '');
