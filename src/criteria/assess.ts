import { formatNumber } from '../ui/format.ts';
import type { Answer } from './answer.ts';
import { boundsInWords, type Rule, rankInWords, withUnit } from './rule.ts';

export const RESULTS = ['met', 'not_met', 'unknown'] as const;
export type Result = (typeof RESULTS)[number];

export const RESULT_NAMES: Record<Result, string> = {
  met: 'đạt',
  not_met: 'không đạt',
  unknown: 'chưa rõ',
};

export interface Finding {
  result: Result;
  /** Why, as a sentence. */
  explanation: string;
}

/**
 * Holds one answer against one criterion. Unknown is neither met nor failed: what was not answered, what does not
 * answer this kind of criterion, and what has no norm to be held against stays unknown and says so.
 *
 * @param years the years that `every_year` asks about, see `yearsAsked`
 */
export function assess(rule: Rule, answer: Answer, years: readonly number[]): Finding {
  switch (rule.kind) {
    case 'yes_no':
      return assessYesNo(answer);
    case 'threshold':
      return assessThreshold(rule, answer);
    case 'every_year':
      return assessYears(years, answer);
    case 'rank_in_locality':
      return assessRank(rule, answer);
  }
}

const met = (explanation: string): Finding => ({ result: 'met', explanation });
const notMet = (explanation: string): Finding => ({ result: 'not_met', explanation });
const unknown = (explanation: string): Finding => ({ result: 'unknown', explanation });

const NOT_ANSWERED = unknown('Chưa rõ, cần xác minh.');

function assessYesNo(answer: Answer): Finding {
  if (!('yes' in answer)) return NOT_ANSWERED;
  return answer.yes ? met('Có.') : notMet('Không.');
}

function assessThreshold(rule: Extract<Rule, { kind: 'threshold' }>, answer: Answer): Finding {
  const bounds = boundsInWords(rule);
  const known = 'value' in answer;
  if (bounds === null) {
    const figure = known ? `Đã ghi ${withUnit(answer.value, rule.unit)}, nhưng chưa` : 'Chưa';
    return unknown(`${figure} biết định mức của tiêu chí này nên chưa kết luận được.`);
  }
  if (!known) return unknown(`Chưa rõ số liệu; yêu cầu ${bounds}.`);
  const explanation = `${withUnit(answer.value, rule.unit)}; yêu cầu ${bounds}.`;
  const within =
    (rule.atLeast === null || answer.value >= rule.atLeast) &&
    (rule.atMost === null || answer.value <= rule.atMost);
  return within ? met(explanation) : notMet(explanation);
}

/** One year without fails the criterion whatever the others are; it is met only when every year is known and met. */
function assessYears(years: readonly number[], answer: Answer): Finding {
  if (years.length === 0) return unknown('Chưa có năm nào để xét.');
  const given = 'years' in answer ? answer.years : {};
  const without = years.filter((year) => given[year] === 'no');
  const open = years.filter((year) => given[year] !== 'no' && given[year] !== 'yes');
  if (without.length > 0) return notMet(`Không đạt ${inWords(without)}; yêu cầu ${everyYear(years)}.`);
  if (open.length > 0) return unknown(`Chưa rõ ${inWords(open)}; yêu cầu ${everyYear(years)}.`);
  return met(`Đạt ${inWords(years)}.`);
}

const inWords = (years: readonly number[]): string => `năm ${years.join(', ')}`;

function everyYear(years: readonly number[]): string {
  return years.length === 1 ? `năm ${years[0]}` : `mọi năm từ ${years[0]} đến ${years.at(-1)}`;
}

function assessRank({ rank }: Extract<Rule, { kind: 'rank_in_locality' }>, answer: Answer): Finding {
  const known = 'rank' in answer;
  if (rank === null) {
    const place = known ? `Đã ghi ${placeInWords(answer)}, nhưng chưa` : 'Chưa';
    return unknown(`${place} biết định mức của tiêu chí này nên chưa kết luận được.`);
  }
  if (!known) return unknown(`Chưa rõ thứ hạng; yêu cầu ${rankInWords(rank)}.`);
  const explanation = `${upperFirst(placeInWords(answer))}; yêu cầu ${rankInWords(rank)}.`;
  return answer.rank <= rank ? met(explanation) : notMet(explanation);
}

function placeInWords(answer: Extract<Answer, { rank: number }>): string {
  const { rank, among, locality } = answer;
  const crowd = among === null ? 'chưa rõ trong bao nhiêu' : `trong ${formatNumber(among)}`;
  return `đứng thứ ${formatNumber(rank)} ${among === null ? `(${crowd})` : crowd} tại ${locality}`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many are met, not met and unknown. */
export function countResults(results: readonly Result[]): Record<Result, number> {
  const count: Record<Result, number> = { met: 0, not_met: 0, unknown: 0 };
  for (const result of results) count[result] += 1;
  return count;
}
