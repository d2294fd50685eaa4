import { describe, expect, it } from 'vitest';
import { SIDE_NAMES, type Side } from '../desks/sides.ts';
import { offeredActions } from '../workflow/table.ts';
import { type UnitPlanState, unitPlanWorkflow } from './workflow.ts';

const STATES = Object.keys(unitPlanWorkflow.states) as UnitPlanState[];
const SIDES = Object.keys(SIDE_NAMES) as Side[];

describe('the life of a unit plan', () => {
  it('offers each side in each state exactly this', () => {
    const matrix = Object.fromEntries(
      SIDES.map((side) => [
        side,
        Object.fromEntries(
          STATES.map((state) => [state, offeredActions(unitPlanWorkflow, state, new Set([side]))]),
        ),
      ]),
    );
    expect(matrix).toEqual({
      author: {
        draft: ['submit', 'drop_amendment'],
        submitted: [],
        returned: ['submit', 'drop_amendment'],
        approved: ['amend'],
      },
      holder: { draft: [], submitted: ['approve', 'return'], returned: [], approved: [] },
      above: { draft: [], submitted: [], returned: [], approved: [] },
    });
  });

  it('reaches every state from a draft, and has a way out of each', () => {
    const reached = new Set<UnitPlanState>(['draft']);
    for (let grew = true; grew; ) {
      const size = reached.size;
      for (const step of unitPlanWorkflow.steps) {
        if ((step.from as readonly UnitPlanState[]).some((state) => reached.has(state))) reached.add(step.to);
      }
      grew = reached.size > size;
    }
    expect([...reached].toSorted()).toEqual(STATES.toSorted());
    for (const state of STATES) {
      expect(unitPlanWorkflow.steps.some((step) => (step.from as readonly string[]).includes(state))).toBe(
        true,
      );
    }
  });
});
