import { type StateShape, StateTag } from '../ui/state-tag.tsx';
import { EXEMPLAR_STATES } from './exemplar-states.ts';
import type { ExemplarStateKey } from './in-view.ts';

/** The word that stands beside whatever is invented for the sample. */
export function SampleWord({ shown }: { shown: boolean }) {
  return shown ? <StateTag tone="neutral" shape="dash" word="mẫu" /> : null;
}

/** States of one tone are told apart by their shape as well. */
const SHAPES: Partial<Record<ExemplarStateKey, StateShape>> = {
  proposed: 'arrow',
  returned: 'return',
  waiting: 'clock',
  held: 'pause',
  lapsed: 'dash',
};

/** The state of a registration as staff call it. */
export function FileState({ state }: { state: ExemplarStateKey }) {
  const { name, tone } = EXEMPLAR_STATES[state];
  return <StateTag tone={tone} shape={SHAPES[state]} word={name.charAt(0).toUpperCase() + name.slice(1)} />;
}
