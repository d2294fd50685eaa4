import { formatNumber } from '../ui/format.ts';
import type { Grouping, PerOption } from './grouping.ts';
import { type Rule, VOTE_BASE_NAMES } from './rule.ts';

/** What the words of a rule take from around it. */
export interface WordsAround {
  groupings: readonly Grouping[];
  /** Key of a norm → its name. */
  normNames: ReadonlyMap<string, string>;
}

const NOTHING_AROUND: WordsAround = { groupings: [], normNames: new Map() };

const NO_NORM = 'chưa có định mức';

/** What is asked, in a few words: "ít nhất 1,5 lần", "mọi năm từ 2016 đến 2020". */
export function ruleInWords(rule: Rule, around: WordsAround = NOTHING_AROUND): string {
  switch (rule.kind) {
    case 'yes_no':
      return 'có';
    case 'disqualifier':
      return 'có thì bị loại';
    case 'threshold':
      return boundsInWords(rule, around.groupings) ?? NO_NORM;
    case 'vote_percent':
      return voteInWords(rule);
    case 'every_year':
      return spanInWords(rule);
    case 'rank_in_locality':
      return rankInWords(rule.rank);
    case 'multiple_of_norm':
      return multipleInWords(rule, around);
    case 'points':
      return rule.atLeast === null ? 'chấm điểm' : `ít nhất ${formatNumber(rule.atLeast)} điểm`;
    case 'points_sum':
      return passInWords(rule, around.groupings);
    case 'any_of':
      return rule.n === null ? NO_NORM : `ít nhất ${formatNumber(rule.n)} trong các tiêu chí sau`;
  }
}

type Threshold = Extract<Rule, { kind: 'threshold' }>;

/** Which bound the figures of single options stand for. */
export const perBound = ({ atLeast, atMost }: Threshold): 'atLeast' | 'atMost' =>
  atLeast === null && atMost !== null ? 'atMost' : 'atLeast';

/** Null when neither bound is known. */
export function boundsInWords(rule: Threshold, groupings: readonly Grouping[] = []): string | null {
  const { atLeast, atMost, unit, per } = rule;
  const own = perInWords(per, groupings, (value) => withUnit(value, unit));
  const ownAt = (bound: 'atLeast' | 'atMost') => (own && perBound(rule) === bound ? ` (${own})` : '');
  const bounds = [
    ...(atLeast === null ? [] : [`ít nhất ${withUnit(atLeast, unit)}${ownAt('atLeast')}`]),
    ...(atMost === null ? [] : [`nhiều nhất ${withUnit(atMost, unit)}${ownAt('atMost')}`]),
  ];
  if (bounds.length === 0) return own ? `ít nhất theo nhóm: ${own}` : null;
  return bounds.join(', ');
}

/** "Xã đặc biệt khó khăn: 90"; empty without figures of single options. */
function perInWords(
  per: PerOption | undefined,
  groupings: readonly Grouping[],
  words: (value: number) => string,
): string {
  const names = new Map(
    groupings.flatMap(({ options }) => options.map(({ key, name }): [string, string] => [key, name])),
  );
  return Object.entries(per ?? {})
    .map(([key, value]) => `${names.get(key) ?? key}: ${words(value)}`)
    .join('; ');
}

/** "1,5 lần", "5%". */
export const withUnit = (value: number, unit: string | null): string =>
  `${formatNumber(value)}${unit === null ? '' : unit.startsWith('%') ? unit : ` ${unit}`}`;

export const voteInWords = ({ atLeast, of }: Extract<Rule, { kind: 'vote_percent' }>): string =>
  atLeast === null ? NO_NORM : `ít nhất ${formatNumber(atLeast)}% ${VOTE_BASE_NAMES[of]} tán thành`;

function spanInWords({ from, to }: { from: number | null; to: number | null }): string {
  if (from === null && to === null) return 'mọi năm của kế hoạch đã qua';
  if (to === null) return `mọi năm từ ${from}`;
  return from === null ? `mọi năm của kế hoạch đến ${to}` : `mọi năm từ ${from} đến ${to}`;
}

export function rankInWords(rank: number | null): string {
  if (rank === null) return NO_NORM;
  return rank === 1 ? 'đứng đầu địa phương' : `trong nhóm ${formatNumber(rank)} đầu của địa phương`;
}

function multipleInWords(
  { norm, factor }: Extract<Rule, { kind: 'multiple_of_norm' }>,
  { normNames }: WordsAround,
): string {
  if (norm === null || factor === null) return NO_NORM;
  const name = `định mức “${normNames.get(norm) ?? norm}”`;
  return factor === 1 ? `ít nhất bằng ${name}` : `ít nhất ${formatNumber(factor)} lần ${name}`;
}

function passInWords(
  { pass, per }: Extract<Rule, { kind: 'points_sum' }>,
  groupings: readonly Grouping[],
): string {
  const own = perInWords(per, groupings, (value) => `${formatNumber(value)} điểm`);
  if (pass === null) return own ? `từ số điểm theo nhóm: ${own}` : 'chưa có điểm chuẩn';
  return `từ ${formatNumber(pass)} điểm trở lên${own ? ` (${own})` : ''}`;
}
