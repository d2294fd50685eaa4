import type { SubjectFacts } from '../subjects/facts.ts';
import type { PastAward } from '../subjects/past-award-facts.ts';
import type { Value } from './target.ts';
import { keyOf } from './words.ts';

/** What one row of a list of past awards writes. */
export interface AwardValue extends Value {
  subject: SubjectFacts;
  award: PastAward;
  /** Of the catalogue; null: in words. */
  formName: string | null;
  /** Why the row writes only for somebody known; null: it knows enough of a new one. */
  onlyKnown: string | null;
}

/** The rows were written by `judgeAward` alone. */
export const awardValue = (value: Value): AwardValue => value as AwardValue;

type Told = Pick<PastAward, 'awardFormId' | 'formWords' | 'year' | 'number' | 'decidedOn'>;

/** Rows of one key say the same of one award. */
export const awardKey = ({ award }: { award: Told }): string =>
  [formOf(award), award.year, keyOf(award.number ?? ''), award.decidedOn].join('|');

/** Two awards of a subject are one when their forms are, and what both know of year, number and day agrees. */
export function isSameAward(one: Told, other: Told): boolean {
  if (formOf(one) !== formOf(other)) return false;
  const known = [
    [one.year, other.year],
    [one.number === null ? null : keyOf(one.number), other.number === null ? null : keyOf(other.number)],
    [one.decidedOn, other.decidedOn],
  ];
  const both = known.filter(([a, b]) => a !== null && b !== null);
  if (both.length === 0) return known.every(([a, b]) => a === b);
  return both.every(([a, b]) => a === b);
}

const formOf = ({ awardFormId, formWords }: Told): number | string => awardFormId ?? keyOf(formWords ?? '');
