import { describe, expect, it } from 'vitest';
import { ROLES } from '../identity/actor.ts';
import { offeredActions } from '../workflow/table.ts';
import { type SetState, setWorkflow } from './workflow.ts';

const STATES = Object.keys(setWorkflow.states) as SetState[];

describe('the life of a criteria set', () => {
  it('offers each role exactly this in each state', () => {
    const matrix = ROLES.flatMap((role) =>
      STATES.flatMap((state) => {
        const offered = offeredActions(setWorkflow, state, new Set([role]));
        return offered.length > 0 ? [`${role} ${state}: ${offered.join(', ')}`] : [];
      }),
    );
    expect(matrix).toEqual([
      'standing draft: publish',
      'standing in_use: end',
      'admin draft: publish',
      'admin in_use: end',
    ]);
  });

  it('reaches every state from the draft, and leaves every state but the last', () => {
    const steps: readonly { from: readonly SetState[]; to: SetState }[] = setWorkflow.steps;
    const reached = new Set<SetState>(['draft']);
    for (let n = 0; n < STATES.length; n++)
      for (const { from, to } of steps) if (from.some((state) => reached.has(state))) reached.add(to);
    expect([...reached].toSorted()).toEqual([...STATES].toSorted());
    for (const state of STATES.filter((one) => one !== 'ended'))
      expect(steps.some(({ from }) => from.includes(state))).toBe(true);
  });
});
