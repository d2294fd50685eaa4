import { describe, expect, it } from 'vitest';
import type { Role } from '../identity/actor.ts';
import { AT_HAND } from './desk-judge.ts';
import type { ExemplarFacts } from './rules.ts';
import { availableSteps, stepsOfOthers } from './steps-available.ts';
import type { ExemplarState } from './workflow.ts';

const FACTS: ExemplarFacts = {
  state: 'proposed',
  level: null,
  planState: 'in_force',
  fieldName: 'Xây dựng nông thôn mới',
  hasBreadth: true,
  hasStatement: true,
  achievements: 2,
  endorsement: { present: 30, agreed: 29 },
  criteria: { asked: false, assessed: false, disqualifiedBy: [], notMet: [], unknown: [] },
  ownedSupportActions: 1,
  consent: 'standing',
  quota: { limit: null, taken: 0 },
  checks: 0,
  proposers: [1],
  lastStepOn: null,
  voices: { objections: 0, corrections: 0 },
  desk: AT_HAND,
};

const steps = (state: ExemplarState, roles: Role[], facts: Partial<ExemplarFacts> = {}, accountId = 2) =>
  availableSteps({ state, roles: new Set(roles) }, { ...FACTS, state, ...facts }, { accountId });

describe('what may be done now', () => {
  it('is every step of the actor’s roles, with nothing in the way of those that can be taken', () => {
    const found = steps('proposed', ['lead']);
    expect(found.map((step) => step.action)).toEqual(['return', 'choose', 'wait', 'decline', 'hold']);
    expect(found.flatMap((step) => step.reasons)).toEqual([]);
    expect(found.some((step) => step.mayOverride)).toBe(false);
  });

  it('shows a step that cannot be taken with every reason why not', () => {
    const choose = steps('proposed', ['lead'], { endorsement: null, quota: { limit: 1, taken: 1 } })[1];
    expect(choose?.reasons.map((reason) => reason.rule)).toEqual(['endorsement_missing', 'quota_full']);
    expect(choose?.mayOverride).toBe(true);
  });

  it('offers no override where one reason allows none', () => {
    const choose = steps('proposed', ['lead'], { endorsement: null, consent: 'none' })[1];
    expect(choose?.mayOverride).toBe(false);
  });

  it('keeps the one who proposed from deciding', () => {
    const choose = steps('proposed', ['standing'], {}, 1)[1];
    expect(choose?.reasons.map((reason) => reason.rule)).toEqual(['own_proposal']);
  });

  it('offers a recognition while there is a higher level, and says so when there is none', () => {
    const recognise = (level: ExemplarFacts['level']) =>
      steps('recognised', ['leader'], { level, checks: 1 })[0]?.reasons.map((reason) => reason.rule);
    expect(recognise('province')).toEqual([]);
    expect(recognise('national')).toEqual(['level_not_higher']);
  });

  it('is nothing for somebody without a role over the exemplar', () => {
    expect(steps('proposed', [])).toEqual([]);
    expect(steps('proposed', ['viewer'])).toEqual([]);
  });
});

describe('what others may do now', () => {
  it('is the rest of the state’s steps, with who can', () => {
    const others = stepsOfOthers({ state: 'nurtured', roles: new Set<Role>(['lead']) });
    expect(others).toEqual([
      { action: 'recognise', who: ['leader'] },
      { action: 'withdraw', who: ['standing', 'leader'] },
    ]);
  });
});
