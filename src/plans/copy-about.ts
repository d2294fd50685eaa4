import { z } from 'zod';

/**
 * The part of a plan that a decision is about. A field is named by its id; a stage by its place and what stood there, so
 * that nothing is overwritten that somebody changed in the draft meanwhile.
 */
export const aboutShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issuer') }),
  z.object({ kind: z.literal('basis'), number: z.string() }),
  z.object({ kind: z.literal('stage_day'), stage: z.int(), end: z.enum(['from', 'to']), day: z.string() }),
  z.object({ kind: z.literal('stage_words'), stage: z.int(), words: z.string() }),
  z.object({ kind: z.literal('lead'), field: z.int() }),
  z.object({ kind: z.literal('coordination'), field: z.int() }),
  z.object({ kind: z.literal('coordinating_words'), field: z.int() }),
  z.object({
    kind: z.literal('allocation'),
    field: z.int(),
    number: z.number().nullable(),
    percent: z.number().nullable(),
  }),
  z.object({ kind: z.literal('quota'), field: z.int() }),
  z.object({ kind: z.literal('criteria_set'), fields: z.array(z.int()) }),
  /** A duty of the plan that was copied, to be set for other offices; `years` is how far its days move. */
  z.object({ kind: z.literal('duty'), duty: z.int(), years: z.int() }),
  /** Nothing in the tables changes by it: somebody must have seen to it. */
  z.object({ kind: z.literal('note'), what: z.string() }),
]);

export type About = z.infer<typeof aboutShape>;

/**
 * `keep` and `drop`; `office:12`, or `office:12,13` for all of several; `kind:commune:1` (all of a kind below an office);
 * `set:3`; `move` (to the next working day); `done`.
 */
export interface DecisionOption {
  value: string;
  label: string;
}

export const optionsShape = z.array(z.object({ value: z.string(), label: z.string() }));

/** A decision before it is written; see `PlanDecision`. */
export interface NewDecision {
  about: About;
  question: string;
  options: DecisionOption[];
  suggested: string | null;
  other: 'office' | 'number' | 'text' | null;
}

export const KEEP: DecisionOption = { value: 'keep', label: 'Giữ nguyên' };
export const DROP: DecisionOption = { value: 'drop', label: 'Bỏ' };
