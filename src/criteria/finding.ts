import type { Day } from '../platform/clock.ts';
import type { Chosen, Grouping } from './grouping.ts';
import type { Norm } from './norm.ts';

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

/** Where and when one assesses: what is chosen in the groupings of the set, and the norms to be held against. */
export interface Where {
  groupings: readonly Grouping[];
  chosen: Chosen;
  norms: readonly Norm[];
  day: Day;
}

export const NOWHERE: Where = { groupings: [], chosen: {}, norms: [], day: '1900-01-01' };

export const met = (explanation: string): Finding => ({ result: 'met', explanation });
export const notMet = (explanation: string): Finding => ({ result: 'not_met', explanation });
export const unknown = (explanation: string): Finding => ({ result: 'unknown', explanation });

/** How many are met, not met and unknown. */
export function countResults(results: readonly Result[]): Record<Result, number> {
  const count: Record<Result, number> = { met: 0, not_met: 0, unknown: 0 };
  for (const result of results) count[result] += 1;
  return count;
}
