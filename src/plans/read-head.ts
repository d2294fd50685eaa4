import type { Day } from '../platform/clock.ts';
import { type Block, blocksOf } from './read-blocks.ts';
import { DATE, type DateInText, datesIn } from './read-dates.ts';
import type { Found } from './read-found.ts';
import { numberKey, numbersIn, type PaperNumber } from './read-numbers.ts';
import {
  findAll,
  findFirst,
  type Passage,
  passageOf,
  type Source,
  trimmed,
  wholeOf,
  writtenIn,
} from './read-source.ts';

/** Rows that a collection of papers puts above the text: "Ngày ban hành | 10/05/2016 |". */
export type Property = 'number' | 'issuedOn' | 'kind' | 'issuer' | 'signer';

const PROPERTIES: Readonly<Record<Property, RegExp>> = {
  number: /^\s*so(?: hieu|, ky hieu)\s*[|:]\s*(?<value>[^\n|]+)/dm,
  issuedOn: /^\s*ngay ban hanh\s*[|:]\s*(?<value>[^\n|]+)/dm,
  kind: /^\s*loai van ban\s*[|:]\s*(?<value>[^\n|]+)/dm,
  issuer: /^\s*(?:co quan|noi) ban hanh\s*[|:]\s*(?<value>[^\n|]+)/dm,
  signer: /^\s*nguoi ky\s*[|:]\s*(?<value>[^\n|]+)/dm,
};

export function property(source: Source, name: Property): (Passage & { words: string }) | null {
  const match = findFirst(source, PROPERTIES[name], wholeOf(source));
  const place = match && passageOf(match, 'value');
  if (!place) return null;
  const passage = trimmed(source, place);
  return passage.start < passage.end ? { ...passage, words: writtenIn(source, passage) } : null;
}

const OWN_NUMBER = /(?:^|[\n|])\s*so\s*:\s*(?=\d)/d;

/** The numbers that stand where a paper has its own: "Số: 1711/KH-UBND". */
export function ownNumbers(source: Source): PaperNumber[] {
  return findAll(source, OWN_NUMBER, wholeOf(source)).flatMap((match) => {
    const start = match.index + match[0].length;
    return numbersIn(source, { start, end: Math.min(source.text.length, start + 60) }, true)
      .filter((number) => number.start === start)
      .slice(0, 1);
  });
}

/** The number of the plan: at its own place, in a row above the text, or in its first lines. */
export function readNumber(source: Source): Found<string> | null {
  const [own] = ownNumbers(source);
  if (own) return { value: own.number, passage: own, sure: 'sure' };
  // without a colon only in the head: in the text a line may begin with the number of another paper
  const bare = findFirst(source, /(?:^|[\n|])\s*so\s+(?=\d)/, {
    start: 0,
    end: Math.min(source.text.length, 600),
  });
  const [inHead] = bare ? numbersIn(source, { start: bare.index, end: bare.index + 60 }) : [];
  if (bare && inHead?.start === bare.index + bare[0].length) {
    return { value: inHead.number, passage: inHead, sure: 'likely' };
  }
  const row = property(source, 'number');
  const [inRow] = row ? numbersIn(source, row, true) : [];
  if (inRow) return { value: inRow.number, passage: inRow, sure: 'sure' };
  const attached = findFirst(
    source,
    /(?:kem theo|ban hanh kem theo)\s+(?:ke hoach|quyet dinh|chuong trinh)\s+so\s+/,
    wholeOf(source),
  );
  const near = attached ? passageOf(attached) : null;
  const title = findFirst(source, /(?:^|\n)\s*(?:ke hoach|chuong trinh|de an|huong dan)\s+(?:so\s+)?(?=\d)/, {
    start: 0,
    end: Math.min(source.text.length, HEAD),
  });
  for (const place of [near, title ? passageOf(title) : null]) {
    const [found] = place ? numbersIn(source, { start: place.end, end: place.end + 60 }, true) : [];
    if (found && found.start === place?.end) return { value: found.number, passage: found, sure: 'likely' };
  }
  return null;
}

/** Letters in which the head of a paper stands. */
export const HEAD = 3_000;

/** The different numbers at the places where papers have their own; more than one: several papers in one text. */
export function papersIn(source: Source): string[] {
  const keys = new Map(ownNumbers(source).map(({ number }) => [numberKey(number), number]));
  return [...keys.values()];
}

const PLACE_AND_DATE = new RegExp(
  String.raw`(?:^|[\n|]|(?<=so\s{0,3}:\s{0,3}\S{3,40}\s))\s*(?<place>[a-z][a-z .-]{1,40}?)\s*,\s*(?<date>${DATE})`,
  'd',
);

/** "Phú Thọ, ngày 10 tháng 5 năm 2016" in the head; a row "Ngày ban hành" where there is none. */
export function readDate(source: Source): { on: Found<Day>; at: Found<string> | null } | null {
  const head = { start: 0, end: Math.min(source.text.length, HEAD) };
  for (const match of findAll(source, PLACE_AND_DATE, head)) {
    const [date] = datesIn(source, passageOf(match, 'date') ?? head);
    const place = passageOf(match, 'place');
    if (!date || !place || !/^\p{Lu}/u.test(source.plain.slice(place.start))) continue;
    return { on: found(date), at: { value: writtenIn(source, place), passage: place, sure: 'sure' } };
  }
  const row = property(source, 'issuedOn');
  const [date] = row ? datesIn(source, row) : [];
  return date ? { on: found(date), at: null } : null;
}

const found = ({ day, start, end }: DateInText): Found<Day> => ({
  value: day,
  passage: { start, end },
  sure: 'sure',
});

const SIGNS =
  /^(?:t[mu]q?\.|kt\.|tl\.)|(?:^|[;,.]\s?)(?:pho )?(?:chu tich|giam doc|tong giam doc|bo truong|thu truong|truong ban|hieu truong|cuc truong|vu truong|bi thu|chanh van phong|vien truong|chanh an|truong phong|tong bien tap)(?:\s[a-z ]{0,30})?$/;
const NAME = /^\p{Lu}\p{L}*(?:[ ]+\p{Lu}\p{L}*){1,4}$/u;

/** The person who signed: a row "Người ký", or the name below the signature block at the end. */
export function readSigner(source: Source): Found<string> | null {
  const row = property(source, 'signer');
  if (row) return { value: row.words, passage: row, sure: 'sure' };
  const lines = signatureLines(source);
  const at = lines.findLastIndex(({ folded }) => SIGNS.test(folded));
  if (at < 0) return null;
  const name = lines
    .slice(at + 1, at + 8)
    .find(({ words, folded }) => NAME.test(words) && !SIGNS.test(folded));
  if (!name) return null;
  return { value: inNameCase(name.words), passage: { start: name.start, end: name.end }, sure: 'likely' };
}

/** The lines after the last full paragraph, where recipients and signature stand. */
function signatureLines(source: Source) {
  const lines: (Passage & { words: string; folded: string })[] = [];
  let at = 0;
  for (const line of source.plain.split(/[\n|]/)) {
    const passage = trimmed(source, { start: at, end: at + line.length });
    const words = source.plain.slice(passage.start, passage.end).replace(/^(?:TS|ThS|PGS|GS|BS)\.?\s+/u, '');
    if (words) lines.push({ ...passage, words, folded: source.folded.slice(passage.start, passage.end) });
    at += line.length + 1;
  }
  return lines.slice(-60);
}

/** "TM. ỦY BAN NHÂN DÂN" or the office of the signer in capitals, among the last lines. */
export const hasSignature = (source: Source): boolean =>
  signatureLines(source).some(
    ({ words, folded }) =>
      /(?:^|\s)(?:T\/?M|KT|TL|TUQ)\.?\s+\p{Lu}{2}/u.test(words) ||
      (SIGNS.test(folded) && !/\p{Ll}/u.test(words)),
  );

const inNameCase = (name: string): string =>
  /\p{Ll}/u.test(name)
    ? name
    : name
        .toLowerCase()
        .replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** The first blocks that are neither letterhead nor rows: where the title stands. */
export function titleBlocks(source: Source): Block[] {
  return blocksOf(source).filter((block) => block.start < HEAD + 2_000);
}
