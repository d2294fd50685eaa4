import { cleanText } from '../web/form.ts';

/** A stretch of a text: the place of its first letter and the place behind its last one. */
export interface Passage {
  start: number;
  end: number;
}

/**
 * A text with views of exactly the same length, so that a place found in one is the same place in the others: `plain` has
 * one sort of blank, hyphen and quotation mark; `folded` is `plain` in lower case and without marks (đ → d).
 */
export interface Source {
  text: string;
  plain: string;
  folded: string;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2043': '-',
  '\u2022': '•',
  '\u25cf': '•',
  '\u25aa': '•',
  '\u00b7': '•',
  '\uf0b7': '•',
  '\uf02d': '-',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '\uff1a': ':',
};

/**
 * The text as it is kept and shown: NFC, '\n' for line breaks, nothing invisible, no long runs of blanks, empty lines or
 * rules, which only drew columns and lines and would make patterns slow.
 */
export const planText = (raw: string): string =>
  cleanText(raw.replace(/[\u2028\u2029\u0085\f\v]/g, '\n'))
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/([^\p{L}\d\s])\1{5,}/gu, '$1$1$1$1$1')
    .trim();

/** @param text as `planText` gives it; every passage is counted in it */
export function makeSource(text: string): Source {
  const plain = eachLetter(text, (letter) => LOOKALIKES[letter] ?? letter);
  return { text, plain, folded: eachLetter(plain, fold) };
}

/** Lower case without marks, one letter for one. */
export const folded = (text: string): string => makeSource(planText(text)).folded;

const eachLetter = (text: string, change: (letter: string) => string): string => {
  let out = '';
  // by code unit: places must stay what they are
  for (let at = 0; at < text.length; at++) out += change(text.charAt(at));
  return out;
};

function fold(letter: string): string {
  if (letter === 'đ' || letter === 'Đ') return 'd';
  const base = letter.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : letter;
}

/** The words of a passage as the text has them, blanks and line breaks as one blank. */
export const wordsIn = (source: Source, { start, end }: Passage): string =>
  source.plain
    .slice(start, end)
    .replace(/[\s|]+/g, ' ')
    .trim();

/** The same, with the quotation marks and hyphens of the text itself. */
export const writtenIn = (source: Source, { start, end }: Passage): string =>
  source.text
    .slice(start, end)
    .replace(/[\s|]+/g, ' ')
    .trim();

/** A passage without blanks, bars and list marks at its ends. */
export function trimmed(source: Source, { start, end }: Passage, marks = /[\s|]/): Passage {
  let from = start;
  let to = end;
  while (from < to && marks.test(source.plain.charAt(from))) from++;
  while (to > from && marks.test(source.plain.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Every place of a pattern inside a passage of the folded text, with the places of its named groups (flag d). */
export function findAll(source: Source, pattern: RegExp, within: Passage): RegExpExecArray[] {
  const global = new RegExp(
    pattern.source,
    pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`,
  );
  global.lastIndex = within.start;
  const text = source.folded.slice(0, within.end);
  const found: RegExpExecArray[] = [];
  for (let match = global.exec(text); match; match = global.exec(text)) {
    found.push(match);
    if (match[0] === '') global.lastIndex++;
  }
  return found;
}

/** The first place of a pattern inside a passage. */
export const findFirst = (source: Source, pattern: RegExp, within: Passage): RegExpExecArray | null =>
  findAll(source, pattern, within)[0] ?? null;

/** Where a match, or one of its groups (flag d), stands. */
export function passageOf(match: RegExpExecArray, group?: string): Passage | null {
  if (group === undefined) return { start: match.index, end: match.index + match[0].length };
  const place = match.indices?.groups?.[group];
  return place ? { start: place[0], end: place[1] } : null;
}

export const wholeOf = (source: Source): Passage => ({ start: 0, end: source.text.length });
