import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../identity/actor.ts';
import { offeredActions } from '../workflow/table.ts';
import { type ExemplarAction, type ExemplarState, exemplarWorkflow, type Guard } from './workflow.ts';

const STATES = Object.keys(exemplarWorkflow.states) as ExemplarState[];
const HOLDABLE: readonly ExemplarState[] = ['proposed', 'nurtured', 'recognised', 'honoured'];
const targets = (to: ExemplarState | 'before_hold'): readonly ExemplarState[] =>
  to === 'before_hold' ? HOLDABLE : [to];

describe('the life cycle', () => {
  it('reaches every state from discovery', () => {
    const reached = new Set<ExemplarState>(['found']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const step of exemplarWorkflow.steps) {
        if (step.from.some((from) => reached.has(from))) for (const to of targets(step.to)) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('has a way out of every state', () => {
    const stuck = STATES.filter(
      (state) =>
        !exemplarWorkflow.steps.some(
          (step) =>
            (step.from as readonly string[]).includes(state) && targets(step.to).some((to) => to !== state),
        ),
    );
    expect(stuck).toEqual([]);
  });

  it('holds only what can be resumed to where it was', () => {
    const held = exemplarWorkflow.steps.filter((step) => step.action === 'hold').flatMap((step) => step.from);
    expect(held.sort()).toEqual([...HOLDABLE].sort());
  });

  it('names itself in public only where it is recognised or honoured', () => {
    const named = STATES.filter((state) => exemplarWorkflow.states[state].publicName !== null);
    expect(named).toEqual(['recognised', 'honoured']);
  });

  it('gives each action one set of conditions, whichever state it starts from', () => {
    const conditions = new Map<ExemplarAction, Set<string>>();
    for (const { action, must } of exemplarWorkflow.steps) {
      conditions.set(action, (conditions.get(action) ?? new Set()).add(must.join()));
    }
    expect([...conditions].filter(([, sets]) => sets.size > 1)).toEqual([]);
  });

  it('asks for consent, another pair of eyes and answers to the subject wherever somebody is chosen, recognised or honoured', () => {
    const careful: readonly Guard[] = ['consented', 'not_own_proposal', 'voices_answered'];
    for (const to of ['nurtured', 'recognised', 'honoured']) {
      const steps = exemplarWorkflow.steps.filter((step) => step.to === to);
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step.must).toEqual(expect.arrayContaining([...careful]));
    }
  });

  it('waits for answers to the subject nowhere else, least of all where a file is stopped or withdrawn', () => {
    const waiting = exemplarWorkflow.steps.filter(({ must }) =>
      (must as readonly Guard[]).includes('voices_answered'),
    );
    expect(waiting.map(({ action }) => action)).toEqual(['choose', 'recognise', 'honour']);
  });

  it('asks for a reason wherever something is stopped, sent back, resumed or opened again', () => {
    const silent = Object.entries(exemplarWorkflow.actions).filter(([, action]) => action.reason === 'none');
    expect(silent.map(([name]) => name)).toEqual(['propose', 'choose', 'recognise', 'honour']);
  });
});

/** Who may try what in which state, written out: whoever changes the table changes this with open eyes. */
const MATRIX: Record<ExemplarState, Partial<Record<Role, ExemplarAction[]>>> = {
  found: {
    unit: ['propose', 'refuse', 'merge'],
    lead: ['propose', 'refuse', 'merge'],
    standing: ['propose', 'refuse', 'merge'],
  },
  proposed: {
    lead: ['return', 'choose', 'wait', 'decline', 'hold'],
    standing: ['return', 'choose', 'wait', 'decline', 'hold'],
    leader: ['hold'],
  },
  returned: {
    unit: ['propose', 'withdraw'],
    lead: ['propose', 'withdraw'],
    standing: ['propose', 'withdraw'],
  },
  waiting: {
    lead: ['choose', 'decline'],
    standing: ['choose', 'decline'],
  },
  nurtured: {
    lead: ['hold', 'lapse'],
    standing: ['hold', 'withdraw', 'lapse'],
    leader: ['recognise', 'hold', 'withdraw'],
  },
  recognised: {
    lead: ['hold', 'lapse'],
    standing: ['hold', 'withdraw', 'lapse'],
    leader: ['recognise', 'honour', 'hold', 'withdraw'],
  },
  honoured: {
    lead: ['hold', 'lapse'],
    standing: ['hold', 'withdraw', 'lapse'],
    leader: ['honour', 'hold', 'withdraw'],
  },
  held: {
    standing: ['resume', 'withdraw'],
    leader: ['resume', 'withdraw'],
  },
  declined: { lead: ['reopen'], standing: ['reopen'] },
  withdrawn: { lead: ['reopen'], standing: ['reopen'] },
  lapsed: { lead: ['reopen'], standing: ['reopen'] },
};

describe('the matrix of roles, states and actions', () => {
  for (const state of STATES) {
    for (const role of ROLES) {
      const expected = MATRIX[state][role] ?? [];
      it(`offers ${role} in ${state}: ${expected.join(', ') || 'nothing'}`, () => {
        expect(offeredActions(exemplarWorkflow, state, new Set([role]))).toEqual(expected);
      });
    }
  }

  it('offers nothing to somebody without a role over the exemplar', () => {
    for (const state of STATES) expect(offeredActions(exemplarWorkflow, state, new Set())).toEqual([]);
  });
});
