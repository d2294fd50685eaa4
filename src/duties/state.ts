import type { Day } from '../platform/clock.ts';

/**
 * How an item stands. `void`: nothing was to be done in the period (no exemplar under care to check); such an item is
 * never counted. A state is reckoned, never typed.
 */
export const DUTY_STATES = ['late', 'open', 'done', 'done_late', 'excused', 'void'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export interface DutyFacts {
  periodFrom: Day;
  dueOn: Day;
  /** The day on which the thing itself was done, in time or not; null: it was not. */
  doneOn: Day | null;
  excusedOn: Day | null;
  /** There is nothing to be done, as far as is known. */
  nothingToDo: boolean;
}

/** The state of an item at the end of a day. The same rule stands in SQL (`done.ts`); a test holds the two together. */
export function stateOf(item: DutyFacts, day: Day): DutyState {
  if (item.doneOn !== null && item.doneOn <= day) return item.doneOn <= item.dueOn ? 'done' : 'done_late';
  if (item.excusedOn !== null && item.excusedOn <= day) return 'excused';
  if (item.nothingToDo && item.periodFrom <= day) return 'void';
  return item.dueOn < day ? 'late' : 'open';
}

/** Still to be done. */
export const isOpen = (state: DutyState): boolean => state === 'open' || state === 'late';
