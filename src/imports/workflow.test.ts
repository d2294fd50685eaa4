import { describe, expect, it } from 'vitest';
import { ROLE_NAMES, ROLES } from '../identity/actor.ts';
import { offeredActions, tryStep } from '../workflow/table.ts';
import { type ImportAction, type ImportState, importWorkflow } from './workflow.ts';

const STATES = Object.keys(importWorkflow.states) as ImportState[];
const ACTIONS = Object.keys(importWorkflow.actions) as ImportAction[];
const FINAL: readonly ImportState[] = ['undone', 'dropped'];

describe('the life of an imported list', () => {
  it('offers each role what the table says, and nothing else', () => {
    const offered = STATES.map((state) => [state, offeredActions(importWorkflow, state, new Set(['unit']))]);
    expect(Object.fromEntries(offered)).toEqual({
      read: ['match', 'drop'],
      matched: ['match', 'apply', 'drop'],
      applied: ['undo'],
      undone: [],
      dropped: [],
    });
    for (const role of ROLES) {
      const any = STATES.some((state) => offeredActions(importWorkflow, state, new Set([role])).length > 0);
      expect([role, any]).toEqual([role, ['unit', 'lead', 'standing'].includes(role)]);
    }
  });

  it('reaches every state, and leads out of every one that is not final', () => {
    const reached = new Set<string>(['read', ...importWorkflow.steps.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...STATES].sort());
    for (const state of STATES) {
      const out = importWorkflow.steps.some(({ from }) => (from as readonly string[]).includes(state));
      expect([state, out]).toEqual([state, !FINAL.includes(state)]);
    }
  });

  it('refuses every step from a wrong state with a sentence', () => {
    for (const state of STATES)
      for (const action of ACTIONS) {
        const verdict = tryStep(importWorkflow, ROLE_NAMES, {
          state,
          action,
          roles: new Set(['standing']),
          judgements: { has_rows: null, still_so: null, untouched: null },
          overrideReason: null,
        });
        const may = importWorkflow.steps.some(
          (step) => step.action === action && (step.from as readonly string[]).includes(state),
        );
        expect([state, action, verdict.allowed]).toEqual([state, action, may]);
      }
  });
});
