import { type StateShape, StateTag } from '../ui/state-tag.tsx';
import { stateName } from './words.ts';
import { type LeadState, leadWorkflow } from './workflow.ts';

/** States of one tone are told apart by their shape as well. */
const SHAPES: Partial<Record<LeadState, StateShape>> = {
  asked: 'clock',
  opened: 'arrow',
  withdrawn: 'dash',
};

/** The state of a lead as staff call it. */
export function LeadStateTag({ state }: { state: LeadState }) {
  return <StateTag tone={leadWorkflow.states[state].tone} shape={SHAPES[state]} word={stateName(state)} />;
}
