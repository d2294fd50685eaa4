import { describe, expect, it } from 'vitest';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import { ROLES, type Role } from '../identity/actor.ts';
import { offeredActions } from '../workflow/table.ts';
import { DECISIONS } from './rules.ts';
import { type ListState, listWorkflow } from './workflow.ts';

const STATES = Object.keys(listWorkflow.states) as ListState[];

describe('the workflow of a list of decisions', () => {
  it('gives each role exactly these actions in each state', () => {
    const both = ['prepare', 'apply'];
    const given = Object.fromEntries(
      ROLES.map((role: Role) => [
        role,
        STATES.map((state) => offeredActions(listWorkflow, state, new Set([role]))),
      ]),
    );
    expect(given).toEqual({
      unit: [[], []],
      lead: [both, []],
      standing: [both, []],
      council: [[], []],
      leader: [[], []],
      press: [[], []],
      viewer: [[], []],
      admin: [[], []],
    });
  });

  it('reaches every state, and leaves every state but the last', () => {
    const reached = new Set<string>(['open', ...listWorkflow.steps.map(({ to }) => to)]);
    expect(STATES.filter((state) => !reached.has(state))).toEqual([]);
    const left = new Set<string>(
      listWorkflow.steps
        .filter(({ to, from }) => !from.some((one) => one === to))
        .flatMap(({ from }) => [...from]),
    );
    expect(STATES.filter((state) => !left.has(state))).toEqual(['applied']);
  });

  it('prepares only steps of the life cycle that a lead office may take', () => {
    for (const decision of DECISIONS) {
      const steps = exemplarWorkflow.steps.filter(({ action }) => action === decision);
      expect(steps.length).toBeGreaterThan(0);
      for (const { who } of steps) expect(who).toEqual(['lead', 'standing']);
    }
  });
});
