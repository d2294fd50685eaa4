import type { SubjectKind } from '../subjects/kinds.ts';
import type { Found, FoundCriterion } from './read-found.ts';
import { findFirst, type Passage, type Source, trimmed, writtenIn } from './read-source.ts';

const MOST = 40;
/** Letters that stand in brackets at most. */
const LONGEST_ASIDE = 400;
const CUT = /[;.](?=\s|$)|\n\s*[-+*•]\s*/g;
const ENCOURAGED = /\(?\s*(?:khuyen khich|uu tien)[^);.]*khong phai la diem[^);.]*\)?/;

/** Who a condition is about, by its first words: it holds for the conditions that follow. */
const ABOUT: readonly [pattern: RegExp, kinds: SubjectKind[]][] = [
  [
    /^(?:doi voi|la)?\s*(?:cac |nhung )?(?:xa|tap the|co quan|don vi|phuong|hop tac xa|doanh nghiep|truong|thon|khu dan cu)(?![a-z])/,
    ['collective'],
  ],
  [
    /^(?:doi voi|la)?\s*(?:cac |nhung )?(?:ca nhan|nguoi|can bo|nong dan|nha giao|giao vien|cong nhan)(?![a-z])/,
    ['individual'],
  ],
  [/^(?:doi voi|la)?\s*(?:cac |nhung )?(?:ho gia dinh|ho nong dan|ho)(?![a-z])/, ['household']],
];

/** The conditions of a field, split into single ones; a condition about one kind of subject says so. */
export function criteriaIn(
  source: Source,
  within: Passage,
  kinds: readonly SubjectKind[],
): Found<FoundCriterion>[] {
  const criteria: Found<FoundCriterion>[] = [];
  let about: SubjectKind[] = [];
  for (const piece of piecesOf(source, within)) {
    const folded = source.folded.slice(piece.start, piece.end).replace(/\s+/g, ' ');
    const named = ABOUT.find(([pattern]) => pattern.test(folded));
    if (named) about = named[1];
    const passage = withoutSubject(source, piece, folded);
    const name = nameOf(source, passage);
    if (name.length < 6 || /:$/.test(source.plain.slice(piece.start, piece.end).trim())) continue;
    criteria.push({
      value: { name, ...ruleOf(folded), subjectKinds: kinds.length > 1 || kinds.length === 0 ? about : [] },
      passage,
      sure: sureness(folded),
    });
    if (criteria.length >= MOST) break;
  }
  return criteria;
}

function piecesOf(source: Source, within: Passage): Passage[] {
  const words = source.folded.slice(within.start, within.end);
  const pieces: Passage[] = [];
  let from = within.start;
  for (const match of words.matchAll(CUT)) {
    const before = words.slice(Math.max(0, match.index - LONGEST_ASIDE), match.index);
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) continue;
    pieces.push({ start: from, end: within.start + match.index });
    from = within.start + match.index + match[0].length;
    if (pieces.length >= MOST * 2) break;
  }
  pieces.push({ start: from, end: within.end });
  return pieces
    .map((piece) => trimmed(source, piece, /[\s|,;.+*•-]/))
    .filter(({ start, end }) => end > start);
}

const LEAD_WORDS =
  /^(?:(?:tieu chuan|tieu chi|dieu kien)(?: chung| lua chon)?\s*:\s+|la (?:cac |nhung )(?:xa|tap the|ca nhan|ho gia dinh|ho nong dan|don vi)\s+|la (?:cac |nhung )?(?:dien hinh|guong)\s+|(?:doi voi )?(?:cac|nhung) (?:xa|ca nhan|tap the|ho gia dinh|ho|don vi)\s*:?\s+)/;

function withoutSubject(source: Source, piece: Passage, folded: string): Passage {
  const lead = LEAD_WORDS.exec(folded)?.[0];
  if (!lead) return piece;
  // one blank of the folded words may be several letters of the text
  let at = piece.start;
  for (const _ of lead.trimEnd().split(' ')) at = endOfWord(source, at);
  return trimmed(source, { start: at, end: piece.end }, /[\s|,:]/);
}

function endOfWord(source: Source, at: number): number {
  let end = at;
  while (/\s/.test(source.plain.charAt(end))) end++;
  while (end < source.plain.length && !/\s/.test(source.plain.charAt(end))) end++;
  return end;
}

/** The words without the encouragement of others in brackets, with a capital at the beginning. */
function nameOf(source: Source, passage: Passage): string {
  const aside = findFirst(source, ENCOURAGED, passage);
  const words = aside
    ? `${writtenIn(source, { start: passage.start, end: aside.index })} ${writtenIn(source, { start: aside.index + aside[0].length, end: passage.end })}`
    : writtenIn(source, passage);
  const name = words.replace(/\s+/g, ' ').trim();
  return (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, 500);
}

export const encouragesOthers = (source: Source, within: Passage): boolean =>
  /(?:khuyen khich|uu tien)[^;.]*khong phai la diem/.test(
    source.folded.slice(within.start, within.end).replace(/\s+/g, ' '),
  );

type Rule = Pick<FoundCriterion, 'kind' | 'params' | 'mandatory'>;

const YEARLY =
  /(?:^|\s)(?:hang nam|moi nam|lien tuc|nam nao cung)\s(?:[a-z" ]{0,40}?)(?:phai\s+)?(?:deu\s+)?(?:dat|duoc|hoan thanh|khong)/;
const HIGHEST =
  /(?:cao nhat|dung dau|dan dau|lon nhat|nhieu nhat)[^;]{0,80}(?:tai|trong|tren|cua)\s(?:cac\s|so\s|toan\s)?(?:dia phuong|dia ban|xa|phuong|thon|khu dan cu|tinh|huyen|cum|khoi|nganh)/;
const AMONG_FIRST =
  /(?:nhom|top|trong so|thuoc)\s+(\d{1,3})\s+(?:ho|ca nhan|don vi|tap the|xa|truong)[^;]{0,40}(?:cao nhat|dan dau|dung dau)/;
const AT_LEAST =
  /(?:tu|it nhat|toi thieu|dat|tren)\s+(\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s*(%|trieu dong(?:\/nam|\/nguoi\/nam)?|ty dong(?:\/nam)?|lan|tieu chi|diem|lao dong|ho|m2|ha)?(?:\s*\/\s*nam)?\s*(?:tro len|so ho|nguoi dan)?/;

/** The kind of a condition by its words; a norm is taken over only where number and unit are said. */
export function ruleOf(folded: string): Rule {
  const mandatory = !/^(?:uu tien|khuyen khich)/.test(folded);
  const among = AMONG_FIRST.exec(folded);
  if (among) return { kind: 'rank_in_locality', params: { rank: Number(among[1]) }, mandatory };
  if (HIGHEST.test(folded) && !/phong trao thi dua/.test(folded)) {
    return { kind: 'rank_in_locality', params: { rank: 1 }, mandatory };
  }
  if (YEARLY.test(folded)) return { kind: 'every_year', params: {}, mandatory };
  const norm = AT_LEAST.exec(folded);
  if (norm?.[2] && !isDate(folded, norm)) {
    const number = Number((norm[1] ?? '').replaceAll('.', '').replace(',', '.'));
    return {
      kind: 'threshold',
      params: { at_least: number, unit: UNIT_WORDS[norm[2]] ?? norm[2] },
      mandatory,
    };
  }
  return { kind: 'yes_no', params: {}, mandatory };
}

const isDate = (folded: string, norm: RegExpExecArray): boolean =>
  /^\s*[/-]\d/.test(folded.slice(norm.index + norm[0].length));

const UNIT_WORDS: Readonly<Record<string, string>> = {
  'trieu dong': 'triệu đồng',
  'trieu dong/nam': 'triệu đồng/năm',
  'trieu dong/nguoi/nam': 'triệu đồng/người/năm',
  'ty dong': 'tỷ đồng',
  'ty dong/nam': 'tỷ đồng/năm',
  lan: 'lần',
  'tieu chi': 'tiêu chí',
  diem: 'điểm',
  'lao dong': 'lao động',
  ho: 'hộ',
};

const sureness = (folded: string): 'sure' | 'likely' =>
  ruleOf(folded).kind === 'threshold' ? 'likely' : 'sure';
