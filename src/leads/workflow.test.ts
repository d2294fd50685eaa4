import { describe, expect, it } from 'vitest';
import { ROLES } from '../identity/actor.ts';
import { offeredActions } from '../workflow/table.ts';
import { type LeadAction, type LeadRole, type LeadState, leadWorkflow, OPEN, SETTLED } from './workflow.ts';

const STATES = Object.keys(leadWorkflow.states) as LeadState[];
const EVERYBODY: LeadRole[] = [...ROLES, 'asked_office', 'proposer'];

/** Who may try what in which state, written out: whoever changes the table changes this with open eyes. */
const WORK: Record<LeadState, LeadAction[]> = {
  received: ['verify', 'ask', 'merge', 'refuse', 'quarantine'],
  asked: ['verify', 'ask', 'merge', 'refuse', 'quarantine'],
  verified: ['verify', 'ask', 'open', 'merge', 'refuse', 'quarantine'],
  opened: [],
  merged: ['reopen'],
  refused: ['reopen'],
  quarantined: ['refuse', 'release'],
  withdrawn: [],
};
const PROPOSER: Record<LeadState, LeadAction[]> = {
  received: ['add', 'withdraw'],
  asked: ['add', 'withdraw'],
  verified: ['add', 'withdraw'],
  opened: [],
  merged: [],
  refused: [],
  quarantined: ['add', 'withdraw'],
  withdrawn: [],
};
const ASKED: Partial<Record<LeadState, LeadAction[]>> = {
  received: ['answer'],
  asked: ['answer'],
  verified: ['answer'],
};

describe('the way of a lead', () => {
  it.each(STATES)(
    'offers in “%s” to each role what is written here, and to nobody else anything',
    (state) => {
      const expected: Partial<Record<LeadRole, LeadAction[]>> = {
        unit: WORK[state],
        standing: WORK[state],
        proposer: PROPOSER[state],
        asked_office: ASKED[state] ?? [],
      };
      for (const role of EVERYBODY) {
        const offered = offeredActions(leadWorkflow, state, new Set([role]));
        expect([role, offered]).toEqual([role, expected[role] ?? []]);
      }
    },
  );

  it('reaches every state from the day it comes in', () => {
    const reached = new Set<LeadState>(['received', 'quarantined']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of leadWorkflow.steps)
        if (from.some((one) => reached.has(one))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('has a way out of every state that is not the end', () => {
    const stuck = STATES.filter(
      (state) =>
        !leadWorkflow.steps.some(
          ({ from, to }) => (from as readonly string[]).includes(state) && to !== state,
        ),
    );
    expect(stuck).toEqual(['opened', 'withdrawn']);
  });

  it('tells the proposer the same of what is held for rubbish as of what just came in', () => {
    expect(leadWorkflow.states.quarantined.publicName).toBe(leadWorkflow.states.received.publicName);
    expect(PROPOSER.quarantined).toEqual(PROPOSER.received);
  });

  it('asks for a reason wherever something is refused, merged, put aside or taken up again', () => {
    const asking = Object.entries(leadWorkflow.actions).filter(([, { reason }]) => reason === 'required');
    expect(asking.map(([name]) => name)).toEqual(['merge', 'refuse', 'quarantine', 'reopen']);
  });

  it('knows of each state whether it waits, is over, or is put aside', () => {
    expect([...OPEN, ...SETTLED, 'quarantined'].sort()).toEqual([...STATES].sort());
  });
});
