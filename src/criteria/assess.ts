import { formatNumber } from '../ui/format.ts';
import type { Answer } from './answer.ts';
import { assessMultiple, assessPoints, assessThreshold, assessVote } from './assess-figure.ts';
import { type Finding, met, NOWHERE, notMet, unknown, type Where } from './finding.ts';
import type { Rule } from './rule.ts';
import { rankInWords } from './rule-words.ts';

/** Kinds that an answer of their own is held against; groups are judged by their criteria, see `assess-set.ts`. */
export type LeafRule = Exclude<Rule, { kind: 'points_sum' | 'any_of' }>;

/**
 * Holds one answer against one criterion. Unknown is neither met nor failed: what was not answered, what does not
 * answer this kind of criterion, and what has no norm to be held against stays unknown and says so.
 *
 * @param years the years that `every_year` asks about, see `yearsAsked`
 */
export function assess(
  rule: LeafRule,
  answer: Answer,
  years: readonly number[],
  where: Where = NOWHERE,
): Finding {
  switch (rule.kind) {
    case 'yes_no':
      return assessYesNo(answer);
    case 'disqualifier':
      return assessDisqualifier(answer);
    case 'threshold':
      return assessThreshold(rule, answer, where);
    case 'vote_percent':
      return assessVote(rule, answer);
    case 'every_year':
      return assessYears(years, answer);
    case 'rank_in_locality':
      return assessRank(rule, answer);
    case 'multiple_of_norm':
      return assessMultiple(rule, answer, where);
    case 'points':
      return assessPoints(rule, answer);
  }
}

const NOT_ANSWERED = unknown('Chưa rõ, cần xác minh.');

function assessYesNo(answer: Answer): Finding {
  if (!('yes' in answer)) return NOT_ANSWERED;
  return answer.yes ? met('Có.') : notMet('Không.');
}

function assessDisqualifier(answer: Answer): Finding {
  if (!('yes' in answer)) return NOT_ANSWERED;
  return answer.yes ? notMet('Có: bị loại.') : met('Không có.');
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
