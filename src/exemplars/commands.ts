import type { ReturnReason } from '../desks/rules.ts';
import type { Acting } from '../identity/actor.ts';
import type { Outcome } from '../platform/outcome.ts';
import { type StepInput, type StepTaken, takeStep } from './step.ts';
import type { Level } from './step-effect.ts';

/**
 * One verb of the office each; what each needs stands in `exemplarWorkflow`. `merge` and `reopen` have files of their own, and
 * `honour` lives with the awards, for it writes the honour too.
 */
type Verb = (acting: Acting, input: StepInput) => Promise<Outcome<StepTaken>>;

export const propose: Verb = (acting, input) => takeStep(acting, 'propose', input);

export const refuse: Verb = (acting, input) => takeStep(acting, 'refuse', input);

/** All reasons at once, each at its part; once from each level, again only with the word of an office above. */
export const return_ = (
  acting: Acting,
  input: StepInput & { reasons: readonly ReturnReason[] },
): Promise<Outcome<StepTaken>> => takeStep(acting, 'return', input);

export const putOnWaitingList: Verb = (acting, input) => takeStep(acting, 'wait', input);

export const choose: Verb = (acting, input) => takeStep(acting, 'choose', input);

export const decline: Verb = (acting, input) => takeStep(acting, 'decline', input);

/** Recognises at a level; what is recognised already, only at a higher one. */
export const recognise = (
  acting: Acting,
  input: StepInput & { level: Level | null },
): Promise<Outcome<StepTaken>> => takeStep(acting, 'recognise', input);

export const hold: Verb = (acting, input) => takeStep(acting, 'hold', input);

/** Back to where it was before it was held. */
export const resume: Verb = (acting, input) => takeStep(acting, 'resume', input);

export const withdraw: Verb = (acting, input) => takeStep(acting, 'withdraw', input);

export const lapse: Verb = (acting, input) => takeStep(acting, 'lapse', input);

export { reopen } from './commands-reopen.ts';
