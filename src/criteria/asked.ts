import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Answer } from './answer.ts';
import { assessAll, type CriterionResult } from './assess-set.ts';
import type { Where } from './finding.ts';
import type { Chosen } from './grouping.ts';
import type { Norm } from './norm.ts';
import { normsOf } from './norm-queries.ts';
import { type CriteriaSet, type Criterion, criteriaFor, normKeysIn } from './queries.ts';
import type { WordsAround } from './rule-words.ts';
import { judgeSet, type Verdict } from './verdict.ts';
import { type Period, yearsAsked } from './years.ts';

/** What a set asks of a kind of subject on a day. */
export interface Asked {
  set: CriteriaSet;
  criteria: AskedCriterion[];
  /** The norms that it asks for, of all days and regions. */
  norms: Norm[];
  day: Day;
}

export interface AskedCriterion extends Criterion {
  /** The years that a criterion of kind `every_year` asks about; empty for the others. */
  years: number[];
}

/** One query for the norms; none where no criterion asks for one. */
export async function askedOf(
  db: Reader,
  set: CriteriaSet,
  kind: SubjectKind,
  period: Period,
  day: Day,
): Promise<Asked> {
  const criteria = criteriaFor(set, kind).map((criterion) => ({
    ...criterion,
    years: criterion.rule.kind === 'every_year' ? yearsAsked(criterion.rule, period, day) : [],
  }));
  return { set, criteria, norms: await normsOf(db, normKeysIn(criteria)), day };
}

export const whereOf = ({ set, norms, day }: Asked, chosen: Chosen): Where => ({
  groupings: set.groupings,
  chosen,
  norms,
  day,
});

/** What the words of its rules take from around them. */
export const aroundOf = ({ set, norms }: Pick<Asked, 'set' | 'norms'>): WordsAround => ({
  groupings: set.groupings,
  normNames: new Map(norms.map(({ key, name }) => [key, name])),
});

export interface Assessed {
  results: Map<number, CriterionResult>;
  verdict: Verdict;
}

/** Holds answers against everything that is asked. */
export function assessBy(asked: Asked, answers: ReadonlyMap<number, Answer>, chosen: Chosen): Assessed {
  const results = assessAll(asked.criteria, answers, whereOf(asked, chosen));
  return { results, verdict: judgeSet(asked.criteria, results) };
}
