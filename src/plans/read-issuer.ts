import type { Found } from './read-found.ts';
import { ownNumbers, property } from './read-head.ts';
import { findFirst, type Passage, type Source, trimmed, writtenIn } from './read-source.ts';

const MOTTO = [
  /cong[\s|]+hoa[\s|]+xa[\s|]+hoi[\s|]+chu[\s|]+nghia[\s|]+viet[\s|]+nam/g,
  /doc[\s|]+lap[\s|]*-[\s|]*tu[\s|]+do[\s|]*-[\s|]*hanh[\s|]+phuc/g,
];
/** Letters in which a letterhead ends where no number stands below it. */
const LONGEST_HEAD = 600;
/** How names of bodies begin; a line that begins so names another body than the line above it. */
const BODY =
  /^(?:uy ban nhan(?: dan)?(?![a-z])|ubnd|so |bo |ban |hoi |lien doan|uy ban mat tran|uy ban mttq|mttq|van phong|cuc |tong cuc|vu |tinh uy|thanh uy|huyen uy|dang uy|tinh doan|truong |cong ty|tap doan|benh vien|vien |cong an|toa an|tong lien doan|phong |hoi dong)/;
const AREA = /^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\s+\p{L}/u;

/**
 * Who issues the plan: the last body of the letterhead, however its lines and cells are broken; completed by the row
 * "Cơ quan ban hành" where the letterhead has lost the name of its area.
 */
export function readIssuer(source: Source, number: Found<string>): Found<string> | null {
  const row = property(source, 'issuer');
  const head = letterhead(source, number.passage);
  if (!head) return row ? fromRow(source, row) : null;
  const name = inCase(head.words);
  if (/^ủy ban nhân dân$/i.test(canonical(name))) {
    const area = row && AREA.test(source.folded.slice(row.start, row.end)) ? row.words : null;
    if (area) return { value: `Ủy ban nhân dân ${lowerFirst(area)}`, passage: head.passage, sure: 'likely' };
    const named = findFirst(
      source,
      /uy ban nhan dan (?<area>(?:tinh|thanh pho|huyen|xa|phuong)(?: [a-z]+){1,3})(?=[,;. ])/d,
      { start: 0, end: source.text.length },
    );
    return named
      ? {
          value: upperFirst(source.text.slice(named.index, named.index + named[0].length)),
          passage: head.passage,
          sure: 'guess',
        }
      : { value: name, passage: head.passage, sure: 'guess' };
  }
  return { value: name, passage: head.passage, sure: 'sure' };
}

function fromRow(source: Source, row: Passage & { words: string }): Found<string> {
  const area = AREA.test(source.folded.slice(row.start, row.end));
  const value = area ? `Ủy ban nhân dân ${lowerFirst(row.words)}` : row.words;
  return { value, passage: { start: row.start, end: row.end }, sure: area ? 'likely' : 'sure' };
}

/** The words at the left of the head, without the motto of the state at the right. */
function letterhead(source: Source, number: Passage): { words: string; passage: Passage } | null {
  // the row of a collection stands above the letterhead
  const end = ownNumbers(source)[0]?.start ?? (number.start > 20 ? number.start : LONGEST_HEAD);
  const lines = linesOf(source, end);
  const starts = lines.findLastIndex(({ folded }) => BODY.test(folded));
  if (starts < 0) return null;
  const own: (typeof lines)[number][] = [];
  for (const line of lines.slice(starts)) {
    if (own.length > 0 && !belongs(own.map(({ folded }) => folded).join(' '), line.folded)) break;
    own.push(line);
  }
  const [first] = own;
  if (!first) return null;
  const words = own.map((line) => line.words).join(' ');
  return { words, passage: { start: first.start, end: own.at(-1)?.end ?? first.end } };
}

/** A line below goes on with a name: it is in the same style, and no sentence. */
const belongs = (before: string, line: string): boolean =>
  !/[:;]/.test(line) && line.length <= 60 && !/^so\b\s*[:.]?/.test(line) && `${before} ${line}`.length <= 140;

function linesOf(source: Source, end: number) {
  let folded = source.folded.slice(0, end);
  for (const motto of MOTTO) folded = folded.replace(motto, (words) => '\n'.repeat(words.length));
  const lines: (Passage & { words: string; folded: string })[] = [];
  let at = 0;
  for (const piece of folded.split(/[\n|]/)) {
    const passage = trimmed(source, { start: at, end: at + piece.length }, /[\s|*_-]/);
    const words = writtenIn(source, passage);
    if (words && !/^\s*so\s*:?\s*$/.test(piece) && !isRow(piece)) {
      lines.push({ ...passage, words, folded: source.folded.slice(passage.start, passage.end) });
    }
    at += piece.length + 1;
  }
  return lines;
}

const isRow = (folded: string): boolean =>
  /^\s*(?:so hieu|ngay |loai van ban|co quan ban hanh|nguoi ky|linh vuc|ke hoach)/.test(folded);

/** Words in capitals in the case of a name: "ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ" → "Ủy ban nhân dân tỉnh Phú Thọ". */
function inCase(words: string): string {
  if (/\p{Ll}{2}/u.test(words)) return words;
  const small = words.toLowerCase();
  const area = /^(.*?\b|)(tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\s+(.+)$/u.exec(
    small.normalize('NFC'),
  );
  const before = area?.[1] ?? '';
  if (area)
    return `${/^ủy ban|^uỷ ban/.test(before) ? upperFirst(before) : bodyCase(before)}${before ? area[2] : upperFirst(area[2] ?? '')} ${eachUpper(area[3] ?? '')}`;
  return bodyCase(small);
}

/** "sở nông nghiệp và môi trường" → "Sở Nông nghiệp và Môi trường": the kind of body and each subject matter. */
const bodyCase = (small: string): string =>
  upperFirst(
    small.replace(
      /^(sở|bộ|ban|hội|cục|vụ|trường|công ty|liên đoàn|phòng|viện)\s+(\p{L})|(,\s+|\s+và\s+|\s+-\s+)(\p{L})/gu,
      (
        _,
        body: string | undefined,
        letter: string | undefined,
        link: string | undefined,
        next: string | undefined,
      ) => (body ? `${body} ${letter?.toUpperCase()}` : `${link}${next?.toUpperCase()}`),
    ),
  );

const canonical = (name: string): string => name.normalize('NFC').replace(/uỷ/gi, 'ủy').toLowerCase();
const upperFirst = (words: string): string =>
  (words.charAt(0).toUpperCase() + words.slice(1)).replace(/^Ubnd\b/, 'UBND');
const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
const eachUpper = (words: string): string =>
  words.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
