import type { Acting } from '../identity/actor.ts';
import type { Outcome } from '../platform/outcome.ts';
import {
  choose,
  decline,
  hold,
  lapse,
  propose,
  putOnWaitingList,
  recognise,
  refuse,
  reopen,
  resume,
  return_,
  withdraw,
} from './commands.ts';
import type { StepInput, StepTaken } from './step.ts';
import type { TypedStep } from './step-pages-form.ts';
import type { ExemplarAction } from './workflow.ts';

type Typed = StepInput & TypedStep;

/** The command behind each page of a step. */
export const STEP_COMMANDS: Record<
  Exclude<ExemplarAction, 'honour' | 'merge'>,
  (acting: Acting, typed: Typed) => Promise<Outcome<StepTaken>>
> = {
  propose,
  refuse,
  return: return_,
  choose,
  wait: putOnWaitingList,
  decline,
  recognise,
  hold,
  resume,
  withdraw,
  lapse,
  reopen,
};
