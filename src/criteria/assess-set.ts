import { type Answer, UNANSWERED } from './answer.ts';
import { assess } from './assess.ts';
import { assessAnyOf, assessPointsSum, type Part, sumOf, type Tenths } from './assess-group.ts';
import type { Finding, Where } from './finding.ts';
import type { Rule } from './rule.ts';
import { fromTenths, toTenths } from './tenths.ts';

/** A criterion as far as it is judged. */
export interface Judged {
  id: number;
  /** The group that it belongs to; null: it stands by itself. */
  parentId: number | null;
  name: string;
  rule: Rule;
  mandatory: boolean;
  /** What it is worth in a group whose points add up. */
  points: number | null;
  /** The years that a criterion of kind `every_year` asks about; empty for the others. */
  years: readonly number[];
}

export interface CriterionResult extends Finding {
  /** Points reached, and what unknown answers may still add; null where nothing is worth points. */
  points: { reached: number; open: number } | null;
}

/**
 * Holds answers against every criterion of a set: single ones by their answer, groups by their criteria. What was not
 * answered is unknown. Neither the order of criteria nor that of answers matters.
 *
 * @returns the result of each criterion by its id
 */
export function assessAll(
  criteria: readonly Judged[],
  answers: ReadonlyMap<number, Answer>,
  where: Where,
): Map<number, CriterionResult> {
  const ids = new Set(criteria.map(({ id }) => id));
  const results = new Map<number, CriterionResult>();
  const resultOf = (criterion: Judged): CriterionResult => {
    const { rule } = criterion;
    if (rule.kind !== 'points_sum' && rule.kind !== 'any_of') {
      const answer = answers.get(criterion.id) ?? UNANSWERED;
      const finding = assess(rule, answer, criterion.years, where);
      return { ...finding, points: pointsOf(criterion, answer, finding) };
    }
    const children = criteria.filter(({ parentId }) => parentId === criterion.id);
    const parts = children.map((child) => partOf(child, results.get(child.id) ?? resultOf(child)));
    if (rule.kind === 'any_of') return { ...assessAnyOf(rule, parts), points: null };
    return { ...assessPointsSum(rule, parts, where), points: inPoints(sumOf(parts)) };
  };
  // groups last: they read the results of their criteria
  const groupsLast = criteria.toSorted((one, other) => Number(isRoot(one, ids)) - Number(isRoot(other, ids)));
  for (const criterion of groupsLast) results.set(criterion.id, resultOf(criterion));
  return results;
}

const isRoot = ({ parentId }: Judged, ids: ReadonlySet<number>): boolean =>
  parentId === null || !ids.has(parentId);

const inPoints = ({ reached, open }: Tenths) => ({ reached: fromTenths(reached), open: fromTenths(open) });

function pointsOf({ rule, points }: Judged, answer: Answer, { result }: Finding): CriterionResult['points'] {
  if (points === null) return null;
  if (rule.kind === 'points' && 'points' in answer) {
    return { reached: Math.min(fromTenths(toTenths(answer.points)), points), open: 0 };
  }
  if (result === 'unknown') return { reached: 0, open: points };
  return { reached: result === 'met' ? points : 0, open: 0 };
}

const partOf = ({ name, rule }: Judged, { result, points }: CriterionResult): Part => ({
  name,
  result,
  points: { reached: toTenths(points?.reached ?? 0), open: toTenths(points?.open ?? 0) },
  hasMinimum: rule.kind === 'points' && rule.atLeast !== null,
});
