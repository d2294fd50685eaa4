import { formatNumber } from '../ui/format.ts';
import type { Finding, Result, Where } from './finding.ts';
import { figureFor } from './grouping.ts';
import type { Rule } from './rule.ts';
import { fromTenths, toTenths } from './tenths.ts';

/** Points of one criterion or of a group, in tenths: what is reached, and what unknown answers may still add. */
export interface Tenths {
  reached: number;
  open: number;
}

/** What a group is judged by. */
export interface Part {
  name: string;
  result: Result;
  points: Tenths;
  /** Has the criterion a minimum of its own, so that missing it fails the whole group? */
  hasMinimum: boolean;
}

/** Met by at least so many of its criteria; failed only when even every unknown one would not be enough. */
export function assessAnyOf({ n }: Extract<Rule, { kind: 'any_of' }>, parts: readonly Part[]): Finding {
  const metOnes = parts.filter(({ result }) => result === 'met');
  const open = parts.filter(({ result }) => result === 'unknown');
  const so = `Đạt ${metOnes.length} trong ${parts.length} tiêu chí`;
  if (n === null) return { result: 'unknown', explanation: `${so}, nhưng chưa biết cần đạt mấy tiêu chí.` };
  const asked = `cần đạt ít nhất ${formatNumber(n)}`;
  if (metOnes.length >= n) {
    const which = metOnes.map(({ name }) => `“${name}”`).join(', ');
    return { result: 'met', explanation: `${so} (${which}); ${asked}.` };
  }
  if (metOnes.length + open.length < n) return { result: 'not_met', explanation: `${so}; ${asked}.` };
  const more = n - metOnes.length;
  return {
    result: 'unknown',
    explanation: `${so}; ${asked}. Còn ${open.length} tiêu chí chưa rõ, cần đạt thêm ${more}.`,
  };
}

/** Points together, held against the pass mark that holds for the group of the subject. */
export function assessPointsSum(
  rule: Extract<Rule, { kind: 'points_sum' }>,
  parts: readonly Part[],
  { groupings, chosen }: Where,
): Finding {
  const below = parts.filter(({ hasMinimum, result }) => hasMinimum && result === 'not_met');
  const minimumOpen = parts.some(({ hasMinimum, result }) => hasMinimum && result === 'unknown');
  const { reached, open } = sumOf(parts);
  const { figures, open: grouping } = figureFor(rule.pass, rule.per, groupings, chosen);
  const so = `Được ${inPoints(reached)} điểm`;
  const [first] = below;
  if (first) {
    const names = below.map(({ name }) => `“${name}”`).join(', ');
    return { result: 'not_met', explanation: `${so}, nhưng ${names} chưa đủ điểm tối thiểu.` };
  }
  if (figures.includes(null)) {
    return { result: 'unknown', explanation: `${so}, nhưng chưa biết điểm chuẩn nên chưa kết luận được.` };
  }
  const marks = figures.flatMap((mark) => (mark === null ? [] : [toTenths(mark)])).toSorted((a, b) => b - a);
  const asked = `cần ${marks.map(inPoints).join(' hoặc ')} điểm${grouping ? ` tùy nhóm “${grouping.name}”` : ''}`;
  const [highest = 0, lowest = highest] = [marks[0], marks.at(-1)];
  if (reached >= highest && !minimumOpen) return { result: 'met', explanation: `${so}; ${asked}.` };
  if (reached + open < lowest) {
    const still = open > 0 ? `, dù tiêu chí chưa rõ đều đạt cũng chỉ được ${inPoints(reached + open)}` : '';
    return { result: 'not_met', explanation: `${so}${still}; ${asked}.` };
  }
  const unknownOnes = parts.filter(({ points }) => points.open > 0).length;
  return {
    result: 'unknown',
    explanation: `${so}; ${asked}. ${whatIsOpen({ reached, open, highest, unknownOnes, grouping: grouping?.name ?? null })}`,
  };
}

interface Open extends Tenths {
  highest: number;
  unknownOnes: number;
  grouping: string | null;
}

function whatIsOpen({ reached, open, highest, unknownOnes, grouping }: Open): string {
  const group = grouping === null ? '' : ` Chưa chọn nhóm “${grouping}”.`;
  if (unknownOnes === 0) return grouping === null ? 'Chưa kết luận được.' : group.trim();
  const all =
    unknownOnes === 1 ? 'nếu đạt' : unknownOnes === 2 ? 'nếu đạt cả hai' : `nếu đạt cả ${unknownOnes}`;
  const then = reached + open >= highest ? `${all} thì đủ điểm` : `${all} cũng chỉ đủ điểm với mức thấp hơn`;
  return `Còn ${unknownOnes} tiêu chí chưa rõ (tối đa thêm ${inPoints(open)} điểm); ${then}.${group}`;
}

/** Exact: whole numbers of tenths. */
export const sumOf = (parts: readonly { points: Tenths }[]): Tenths => ({
  reached: parts.reduce((sum, { points }) => sum + points.reached, 0),
  open: parts.reduce((sum, { points }) => sum + points.open, 0),
});

const inPoints = (tenths: number): string => formatNumber(fromTenths(tenths));
