import type { Answer } from '../src/criteria/answer.ts';
import { assessAll, type Judged } from '../src/criteria/assess-set.ts';
import { NOWHERE, type Where } from '../src/criteria/finding.ts';
import type { Rule } from '../src/criteria/rule.ts';
import { judgeSet } from '../src/criteria/verdict.ts';

export const criterion = (id: number, rule: Rule, more: Partial<Judged> = {}): Judged => ({
  ...{ id, rule, name: `Tiêu chí ${id}`, parentId: null, mandatory: true, points: null, years: [] },
  ...more,
});
export const part = (id: number, parentId: number, rule: Rule, points: number | null = null): Judged =>
  criterion(id, rule, { parentId, points, mandatory: false });
export const yes: Answer = { yes: true };
export const no: Answer = { yes: false };

/** What comes of answers to criteria. */
export function judged(
  criteria: readonly Judged[],
  answers: readonly (readonly [number, Answer])[],
  where: Where = NOWHERE,
) {
  const results = assessAll(criteria, new Map(answers), where);
  return { of: (id: number) => results.get(id), verdict: judgeSet(criteria, results) };
}
