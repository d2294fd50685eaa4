import { describe, expect, it } from 'vitest';
import { ROLES } from '../identity/actor.ts';
import { offeredActions } from '../workflow/table.ts';
import { judgePlan, type PlanJudged } from './judge-plan.ts';
import { type PlanState, planWorkflow } from './workflow.ts';

const STATES = Object.keys(planWorkflow.states) as PlanState[];

describe('the life of a plan', () => {
  it('is offered to nobody but the standing body and administrators', () => {
    const matrix = Object.fromEntries(
      ROLES.map((role) => [
        role,
        STATES.map((state) => offeredActions(planWorkflow, state, new Set([role]))),
      ]),
    );
    const writer = [['issue'], ['close'], ['reopen']];
    const nobody = [[], [], []];
    expect(matrix).toEqual({
      unit: nobody,
      lead: nobody,
      standing: writer,
      council: nobody,
      leader: nobody,
      press: nobody,
      viewer: nobody,
      admin: writer,
    });
  });

  it('reaches every state and has a way out of each', () => {
    const reached = new Set<PlanState>(['draft']);
    for (let grew = true; grew; ) {
      const size = reached.size;
      for (const step of planWorkflow.steps) {
        if (step.from.some((state) => reached.has(state))) reached.add(step.to);
      }
      grew = reached.size > size;
    }
    expect([...reached].toSorted()).toEqual(STATES.toSorted());
    for (const state of STATES) {
      expect(planWorkflow.steps.some((step) => (step.from as readonly PlanState[]).includes(state))).toBe(
        true,
      );
    }
  });
});

const whole: PlanJudged = {
  number: '1711/KH-UBND',
  signer: 'Người ký',
  issuedOn: '2016-05-10',
  stages: 3,
  fields: 2,
  errors: {},
  rival: null,
  openDecisions: 0,
  openAmendment: null,
};

describe('what stands against a step', () => {
  it('is nothing for a whole plan', () => {
    expect(Object.values(judgePlan(whole)).filter(Boolean)).toEqual([]);
  });

  it.each([
    [{ number: ' ' }, 'has_number'],
    [{ issuedOn: null }, 'has_number'],
    [{ signer: null }, 'has_signer'],
    [{ stages: 0 }, 'has_stages'],
    [{ fields: 0 }, 'has_fields'],
    [{ errors: { periodTo: 'Sai.' } }, 'well_formed'],
    [{ rival: { number: '9/KH', title: 'Khác' } }, 'alone_in_its_period'],
    [{ openDecisions: 2 }, 'nothing_to_decide'],
    [{ openAmendment: '5/QĐ' }, 'no_open_amendment'],
  ] as const)('%j → %s, with a sentence', (change, rule) => {
    const judged = Object.values(judgePlan({ ...whole, ...change })).filter((reason) => reason !== null);
    expect(judged.map((reason) => reason.rule)).toEqual([rule]);
    expect(judged[0]?.sentence.length).toBeGreaterThan(15);
  });
});
