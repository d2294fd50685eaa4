import type { SubjectKind } from './kinds.ts';
import { type SameWord, sameWord } from './same-word.ts';
import { ABBREVIATIONS, ROMAN, SHORT_NAMES, TITLES } from './same-words.ts';

/** A name in one form, whatever its Unicode, case, tone placement, titles and abbreviations. */
export interface SameName {
  words: SameWord[];
  /** What was written out, as in 'TH = tiểu học', to be told as a reason. */
  expanded: string[];
  /** What followed the name within it, a place as a rule: 'Trường TH Hy Cương, TP Việt Trì'. */
  rest: string | null;
  /** The words before the commune with which a collective's name ends, and that place: 'KDC số 2 | xã Hy Cương'. */
  head: { words: SameWord[]; place: string } | null;
}

/** Beyond these nothing is compared: no name has so many. */
const MOST_LETTERS = 200;
const MOST_WORDS = 24;

/** The names that stand in one: two where a household is called after both of its heads. */
export function sameNames(kind: SubjectKind, written: string): SameName[] {
  const text = written.slice(0, MOST_LETTERS).normalize('NFC');
  const [, main = '', rest = ''] = /^([^,;(]*)(?:[,;(](.*))?$/s.exec(text) ?? [];
  const one = /[\p{L}\p{N}]/u.test(main) ? main : text;
  const spellings = kind === 'collective' ? [one] : one.split(/ [-–] | và /).slice(0, 2);
  return spellings.map((spelling) => nameOf(kind, spelling, rest.trim() || null));
}

function nameOf(kind: SubjectKind, spelling: string, rest: string | null): SameName {
  const written = withoutTitles(wordsIn(spelling)).slice(0, MOST_WORDS);
  if (kind !== 'collective') return { words: personWords(written), expanded: [], rest, head: null };
  const { words, expanded } = writtenOut(written);
  const head = headOf(words);
  return {
    words: withoutKinds(words).map(sameWord),
    expanded,
    rest,
    head: head && { words: withoutKinds(head.words).map(sameWord), place: head.place },
  };
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Titles by their first word, however its marks are: few names begin with one. */
const titlesFrom = byLetters(
  TITLES.map((title) => title.split(' ')),
  ([first = '']) => first,
);

/** 'Gia đình ông Nguyễn Văn A' → 'Nguyễn Văn A'; at least two words remain. */
function withoutTitles(words: readonly string[]): string[] {
  const titles = titlesFrom.get(sameWord(words[0] ?? '').key) ?? [];
  const marked = titles.length > 0 && words.some((word) => sameWord(word).marked);
  const title = titles.find(
    (one) =>
      words.length >= one.length + 2 && one.every((word, n) => isTitleWord(words[n] ?? '', word, marked)),
  );
  return title ? withoutTitles(words.slice(title.length)) : [...words];
}

/** In a name with marks 'Ba' is not 'Bà'; one without any may mean either. */
function isTitleWord(written: string, title: string, marked: boolean): boolean {
  const one = sameWord(written);
  const other = sameWord(title);
  return marked ? one.spelled === other.spelled : one.bare === other.bare;
}

const personWords = (written: readonly string[]): SameWord[] =>
  written.map((word, n) => {
    const long = SHORT_NAMES[word.toLowerCase()];
    return sameWord(long && (long === 'nguyễn') === (n === 0) ? long : word);
  });

const byBare = new Map(Object.entries(ABBREVIATIONS).map(([short, long]) => [sameWord(short).bare, long]));

/** Where nobody typed marks, what is written out has none either. */
function writtenOut(written: readonly string[]): { words: string[]; expanded: string[] } {
  const expanded: string[] = [];
  const typed = written.filter((word) => !byBare.has(sameWord(word).bare) && !/\d/.test(word));
  const marked = typed.length === 0 || typed.some((word) => sameWord(word).marked);
  const words = written.flatMap((word, n) => {
    const long = longOf(word, written[n - 1] ?? '', written[n + 1] ?? '');
    if (long === undefined) return [word.replace(/^0+(?=\d)/, '')];
    if (!/^\d/.test(long)) expanded.push(`${word} = ${long}`);
    return long.split(' ').map((one) => (marked ? one : sameWord(one).bare));
  });
  return { words, expanded };
}

function longOf(word: string, before: string, after: string): string | undefined {
  const { bare } = sameWord(word);
  const [previous, next] = [sameWord(before).bare, sameWord(after).bare];
  const inContext = IN_CONTEXT[bare]?.(previous, next);
  if (inContext) return inContext;
  if (word === word.toUpperCase() && ROMAN[bare] && (NUMBERED.has(previous) || !SYLLABLES.has(bare)))
    return ROMAN[bare];
  return byBare.get(bare);
}

/** Figures that are syllables as well ('Sơn Vi') are read as figures only behind what is numbered. */
const SYLLABLES = new Set(['i', 'vi']);
const NUMBERED = new Set(['khu', 'so', 'to', 'thon', 'xom', 'doi', 'khoi', 'cum', 'ban', 'cap', 'hang']);

const PLACE_KINDS = new Set(['xa', 'phuong', 'thi', 'tt', 'huyen', 'tinh', 'tp', 'tx', 'thanh']);
const CENTRES = new Set([
  'y',
  'yt',
  'gdtx',
  'gdnn',
  'giao',
  'day',
  'van',
  'vh',
  'vhtt',
  'dich',
  'phat',
  'cong',
]);

/** Short words with more than one meaning, by their neighbours; undefined leaves them as they are. */
const IN_CONTEXT: Record<string, (before: string, after: string) => string | undefined> = {
  ca: (before, after) => (before === '' && PLACE_KINDS.has(after) ? 'công an' : undefined),
  tt: (_, after) => (CENTRES.has(after) ? 'trung tâm' : 'thị trấn'),
  bch: (_, after) => (after === 'quan' || after === 'qs' ? 'ban chỉ huy' : 'ban chấp hành'),
  tn: (_, after) => (after === 'mt' ? 'tài nguyên' : 'thanh niên'),
  cd: (before) => (before === 'truong' ? 'cao đẳng' : before === '' ? 'công đoàn' : undefined),
  nd: (before) => (before === 'hoi' ? 'nông dân' : undefined),
  yt: () => 'y tế',
  tp: () => 'thành phố',
  tx: () => 'thị xã',
};

/** 'KDC số 2 xã Hy Cương': the place is no part of what tells it from the others there. */
function headOf(words: readonly string[]): { words: string[]; place: string } | null {
  const at = words.findIndex((_, n) => n >= 2 && n < words.length - 1 && beginsPlace(words, n));
  return at < 0 ? null : { words: words.slice(0, at), place: words.slice(at).join(' ') };
}

/** A word as it is meant, or without any marks: 'Phương' is not 'phường'. */
function isWord(written: string | undefined, meant: string): boolean {
  const one = sameWord(written ?? '');
  const other = sameWord(meant);
  return one.marked ? one.spelled === other.spelled : one.bare === other.bare;
}

const beginsPlace = (words: readonly string[], n: number): boolean =>
  (isWord(words[n], 'phường') && !isWord(words[n - 1], 'xã')) ||
  (isWord(words[n], 'xã') && !isWord(words[n - 1], 'tác') && !isWord(words[n - 1], 'thị')) ||
  (isWord(words[n], 'thị') && isWord(words[n + 1], 'trấn'));

/** Words that are written or left out at will, by their neighbours: 'trường' before its kind, the kind of a place. */
const LEFT_OUT: [string, (words: readonly string[], n: number) => boolean][] = [
  ['và', () => true],
  ['của', () => true],
  ['tại', () => true],
  ['trường', (words, n) => n === 0 && words.length > 2],
  ['số', (words, n) => /^\d/.test(words[n + 1] ?? '')],
  ['xã', (words, n) => n > 0 && n < words.length - 1 && beginsPlace(words, n)],
  ['phường', (words, n) => n > 1 && n < words.length - 1 && beginsPlace(words, n)],
  ['thị', (words, n) => n > 1 && isWord(words[n + 1], 'trấn')],
  ['trấn', (words, n) => n > 2 && isWord(words[n - 1], 'thị')],
  ['dân', (words, n) => isWord(words[n - 1], 'khu')],
  ['cư', (words, n) => isWord(words[n - 1], 'dân') && isWord(words[n - 2], 'khu')],
];

const leftOutBy = byLetters(LEFT_OUT, ([meant]) => meant);

function withoutKinds(words: readonly string[]): string[] {
  const isLeftOut = (word: string, n: number) =>
    leftOutBy.get(sameWord(word).key)?.some(([meant, isOut]) => isWord(word, meant) && isOut(words, n));
  const kept = words.filter((word, n) => !isLeftOut(word, n));
  return kept.length > 0 ? kept : [...words];
}

/** What is said of words, by the letters of the word: names are many, and few of their words are among these. */
function byLetters<T>(all: readonly T[], wordOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const { key } = sameWord(wordOf(one));
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}
