import { findAll, type Passage, passageOf, type Source } from './read-source.ts';

/** A number of a paper as the text writes it, without the blanks in it. */
export interface PaperNumber extends Passage {
  number: string;
}

const PART = String.raw`[a-z][a-z0-9&.]{0,14}`;
/** "1711/KH-UBND", "06/2022/QH15", "34-CT/TW", "34/CT-TW", "12-KH/TU"; a hyphen may end a line. */
export const NUMBER = String.raw`\d{1,5}[a-z]?\s?(?:/\s*(?:\d{4}\s?/\s*)?|-\s*)${PART}(?: ?[/-]\s{0,2}${PART}){0,3}`;

/**
 * The numbers of papers in a passage. In running text a number is written in capitals; `loose` reads small letters too
 * ("số: 15/kh-ubnd").
 */
export function numbersIn(source: Source, within: Passage, loose = false): PaperNumber[] {
  return findAll(source, new RegExp(`(?<![\\d/-])${NUMBER}`, 'd'), within).flatMap((match) => {
    const place = passageOf(match);
    if (!place) return [];
    const written = capitalPart(source.plain.slice(place.start, place.end), loose);
    if (!written) return [];
    const number = written
      .replace(/\s+/g, '')
      .replace(/[.,]+$/, '')
      .toUpperCase();
    return isNumber(number)
      ? [{ start: place.start, end: place.start + written.length, number: partyStyle(number) }]
      : [];
  });
}

/** Cuts off words that only look like a part: "34-CT/TW - về" keeps "34-CT/TW". */
function capitalPart(written: string, loose: boolean): string | null {
  if (loose) return written;
  const found = /^[\d]+[a-z]?[\s\d/-]*[\p{Lu}][\p{Lu}\d&.]*(?:\s?[/-]\s*[\p{Lu}][\p{Lu}\p{Ll}\d&.]*)*/u.exec(
    written,
  );
  return found?.[0] ?? null;
}

const isNumber = (number: string): boolean => /^\d+[A-Z]?[/-]/.test(number) && /[A-ZĐ]{2}/.test(number);

const PARTY =
  /^(\d+[A-Z]?)[/-]([A-ZĐ]{1,5})[/-]((?:TW|TU|TƯ|HU|QU|ĐU|ĐUK|THU|BTCTW|BTGTW|BDVTW|VPTW|UBKTTW).*)$/;

/** Papers of the Party are written 34-CT/TW; the way of the state, 34/CT-TW, is the same number. */
const partyStyle = (number: string): string => number.replace(PARTY, '$1-$2/$3');

/** One key for both styles, for comparing. */
export const numberKey = (number: string): string =>
  number
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

const KINDS: readonly [symbol: RegExp, kind: string][] = [
  [/(^|[/-])KH([/-]|$)/, 'Kế hoạch'],
  [/(^|[/-])CTR?([/-]|$)/, 'Chương trình'],
  [/(^|[/-])QĐ([/-]|$)/, 'Quyết định'],
  [/(^|[/-])HD([/-]|$)/, 'Hướng dẫn'],
  [/(^|[/-])ĐA([/-]|$)/, 'Đề án'],
  [/(^|[/-])NQ([/-]|$)/, 'Nghị quyết'],
];

/** What sort of paper a number belongs to, by its symbol; null when it does not say. */
export const kindOfNumber = (number: string): string | null =>
  KINDS.find(([symbol]) => symbol.test(number))?.[1] ?? null;
