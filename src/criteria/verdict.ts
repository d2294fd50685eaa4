import { formatNumber } from '../ui/format.ts';
import type { CriterionResult, Judged } from './assess-set.ts';
import { countResults, type Result } from './finding.ts';

/** What the results say of the set as a whole. */
export interface Verdict {
  result: Result;
  /** Names of the disqualifying conditions that hold. */
  disqualifiedBy: string[];
  /** Names of mandatory criteria, by result. */
  notMet: string[];
  unknown: string[];
  /** In sentences: points so far and the pass mark, what fails, what is open, what would be enough. */
  summary: string;
}

type Shown = Pick<Judged, 'id' | 'parentId' | 'name' | 'rule' | 'mandatory'>;

/**
 * A set is met when every mandatory criterion is, and nothing disqualifies. One that is not met fails it whatever is
 * unknown; else what is unknown keeps it open. Criteria within groups count by their groups.
 */
export function judgeSet(
  criteria: readonly Shown[],
  results: ReadonlyMap<number, Pick<CriterionResult, 'result' | 'explanation'>>,
): Verdict {
  const resultOf = ({ id }: Shown) => results.get(id)?.result ?? 'unknown';
  const top = criteria.filter(({ parentId }) => parentId === null);
  const disqualifying = top.filter(({ rule }) => rule.kind === 'disqualifier');
  const mandatory = top.filter((one) => one.mandatory && one.rule.kind !== 'disqualifier');
  const optional = top.filter((one) => !one.mandatory && one.rule.kind !== 'disqualifier');
  const named = (ones: readonly Shown[], result: Result) =>
    ones.filter((one) => resultOf(one) === result).map(({ name }) => name);
  const disqualifiedBy = named(disqualifying, 'not_met');
  const notMet = named(mandatory, 'not_met');
  const unknown = [...named(disqualifying, 'unknown'), ...named(mandatory, 'unknown')];
  const result: Result =
    disqualifiedBy.length + notMet.length > 0 ? 'not_met' : unknown.length > 0 ? 'unknown' : 'met';
  const sums = mandatory.filter(({ rule }) => rule.kind === 'points_sum');
  const summary = [
    ...(disqualifiedBy.length > 0 ? [`Bị loại vì ${quoted(disqualifiedBy)}.`] : []),
    ...sums.map((sum) => `${sum.name}: ${lowerFirst(results.get(sum.id)?.explanation ?? 'chưa rõ.')}`),
    countInWords(mandatory.map(resultOf), 'tiêu chí bắt buộc'),
    countInWords(optional.map(resultOf), 'tiêu chí không bắt buộc'),
    ...openInWords(unknown, result),
  ].filter(Boolean);
  if (summary.length === 0) summary.push('Không vướng điều kiện nào.');
  return { result, disqualifiedBy, notMet, unknown, summary: summary.join(' ') };
}

/** "Đạt 3 trong 5 tiêu chí bắt buộc; không đạt 1; chưa rõ 1."; nothing where there are none. */
function countInWords(results: readonly Result[], what: string): string {
  if (results.length === 0) return '';
  const count = countResults(results);
  const parts = [
    `Đạt ${formatNumber(count.met)} trong ${formatNumber(results.length)} ${what}`,
    ...(count.not_met > 0 ? [`không đạt ${count.not_met}`] : []),
    ...(count.unknown > 0 ? [`chưa rõ ${count.unknown}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** Said only where it decides: what is failed stays failed. */
function openInWords(unknown: readonly string[], whole: Result): string[] {
  if (whole !== 'unknown') return [];
  const [only] = unknown;
  if (unknown.length === 1) return [`Còn “${only}” chưa rõ; nếu đạt thì đạt bộ tiêu chí.`];
  const all = unknown.length === 2 ? 'cả hai' : `cả ${unknown.length}`;
  return [`Còn ${unknown.length} điều chưa rõ; nếu đạt ${all} thì đạt bộ tiêu chí.`];
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
