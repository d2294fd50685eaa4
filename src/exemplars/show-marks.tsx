import { type StateShape, StateTag } from '../ui/state-tag.tsx';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

/** The word that stands beside whatever is invented for the sample. */
export function SampleMark({ shown }: { shown: boolean }) {
  return shown ? <StateTag tone="neutral" shape="dash" word="mẫu" /> : null;
}

/** The word beside whatever was typed on behalf of the one it is about. */
export function AssistedMark({ shown }: { shown: boolean }) {
  return shown ? <StateTag tone="neutral" shape="dot" word="ghi hộ" /> : null;
}

/** States of one tone are told apart by their shape as well. */
const SHAPES: Partial<Record<ExemplarState, StateShape>> = {
  proposed: 'arrow',
  returned: 'return',
  waiting: 'clock',
  held: 'pause',
  lapsed: 'dash',
};

/** The state of an exemplar as staff call it. */
export function ExemplarStateTag({ state }: { state: ExemplarState }) {
  const { name, tone } = exemplarWorkflow.states[state];
  return <StateTag tone={tone} shape={SHAPES[state]} word={name.charAt(0).toUpperCase() + name.slice(1)} />;
}
