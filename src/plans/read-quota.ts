import type { SubjectKind } from '../subjects/kinds.ts';
import type { FoundQuota } from './read-found.ts';
import { findAll, type Passage, type Source, wordsIn } from './read-source.ts';

/** What a plan counts, by its first word, and the kind of subject that it is. */
const UNITS: readonly [folded: string, kind: SubjectKind | null][] = [
  ['ho gia dinh', 'household'],
  ['gia dinh', 'household'],
  ['ho nong dan', 'household'],
  ['ho', 'household'],
  ['ca nhan', 'individual'],
  ['nguoi', 'individual'],
  ['guong', 'individual'],
  ['nong dan', 'individual'],
  ['can bo', 'individual'],
  ['giao vien', 'individual'],
  ['nha giao', 'individual'],
  ['cong nhan', 'individual'],
  ['tap the', 'collective'],
  ['hop tac xa', 'collective'],
  ['doanh nghiep', 'collective'],
  ['truong', 'collective'],
  ['thon', 'collective'],
  ['khu dan cu', 'collective'],
  ['to dan pho', 'collective'],
  ['xa', 'collective'],
  ['phuong', 'collective'],
  ['co quan', 'collective'],
  ['don vi', 'collective'],
  ['to', 'collective'],
  ['mo hinh', null],
  ['dien hinh', null],
];
const UNIT = UNITS.map(([folded]) => folded).join('|');
const QUOTA = new RegExp(
  String.raw`(?<how>it nhat|toi thieu|khong it hon|khong qua|toi da|nhieu nhat|dung|tu)?\s*(?<number>\d{1,3}(?:\.\d{3})*|\d+)(?:\s*\([a-z ]+\))?\s*(?<percent>%)?\s*(?:so\s+)?(?<unit>${UNIT})(?![a-z])(?<more>(?:\s*(?:,|hoac|va|/)\s*(?:${UNIT})(?![a-z]))*)(?<behind>\s+(?:[a-z ]{0,30}\s)?tro len)?`,
  'd',
);

const HOW: Readonly<Record<string, FoundQuota['kind']>> = {
  'it nhat': 'at_least',
  'toi thieu': 'at_least',
  'khong it hon': 'at_least',
  tu: 'at_least',
  'khong qua': 'at_most',
  'toi da': 'at_most',
  'nhieu nhat': 'at_most',
};

export const NO_QUOTA: FoundQuota = {
  kind: 'none',
  number: null,
  each: null,
  percentOf: null,
  also: null,
  counts: [],
};
const MOST = 100_000;

/** The quota that a passage sets, with its place; null when it sets none. */
export function quotaIn(source: Source, within: Passage): { quota: FoundQuota; passage: Passage } | null {
  const matches = findAll(source, QUOTA, within).filter((match) => isQuota(source, match, within));
  const match = matches.find(({ groups }) => groups?.how) ?? matches[0];
  if (!match?.groups) return null;
  const { number = '', percent, how = '', behind, unit = '', more = '' } = match.groups;
  const count = Number(number.replaceAll('.', ''));
  const passage = { start: match.index, end: match.index + match[0].length };
  if (percent) {
    return { quota: { ...NO_QUOTA, percentOf: wordsIn(source, passage) }, passage };
  }
  if (count < 1 || count > MOST) return null;
  const kind = behind ? 'at_least' : (HOW[how.trim()] ?? 'exactly');
  const counts = [...new Set(kindsIn(`${unit}${more}`))];
  const other = matches.find((one) => one.index > match.index && !one.groups?.percent);
  const also = other ? wordsIn(source, { start: other.index, end: other.index + other[0].length }) : null;
  const each = eachBefore(source, within, match.index);
  return { quota: { kind, number: count, each, percentOf: null, also, counts }, passage };
}

/** A number before a word that is counted; not a year, a day, an article, a threshold of money. */
function isQuota(source: Source, match: RegExpExecArray, within: Passage): boolean {
  const before = source.folded.slice(Math.max(within.start, match.index - 14), match.index);
  const number = match.groups?.number ?? '';
  if (/(?:nam|thang|ngay|dieu|khoan|so|lan thu)\s*$/.test(before) && !match.groups?.how) return false;
  if (/[\d/.,-]$/.test(before) && !/^\s/.test(match[0])) return false;
  return !/^(?:19|20)\d{2}$/.test(number) || match.groups?.how !== undefined;
}

export function kindsIn(folded: string): SubjectKind[] {
  return UNITS.flatMap(([unit, kind]) =>
    kind && new RegExp(`(?<![a-z])${unit}(?![a-z])`).test(folded) ? [{ kind, unit }] : [],
  )
    .filter(({ unit }) => unit !== 'xa' || !/hop tac xa/.test(folded))
    .map(({ kind }) => kind);
}

const EACH =
  /(?:mỗi|từng)\s+(\p{L}[\p{L} ,]{1,50}?)(?:\s+(?:lựa |bình |đề )?(?:chọn|xây dựng|giới thiệu|cử|có))?\s*$/iu;

/** "mỗi xã, phường chọn ít nhất 01 …": the number is for each of them. */
function eachBefore(source: Source, within: Passage, at: number): string | null {
  const before = source.plain.slice(Math.max(within.start, at - 90), at);
  return EACH.exec(before)?.[1]?.replace(/\s+/g, ' ').trim() ?? null;
}
