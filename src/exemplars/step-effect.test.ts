import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLE_NAMES, ROLES, type Role } from '../identity/actor.ts';
import { tryStep } from '../workflow/table.ts';
import { AT_HAND } from './desk-judge.ts';
import { type ExemplarFacts, judge } from './rules.ts';
import { afterStep, isHigher, LEVELS, type LifeFields } from './step-effect.ts';
import { type ExemplarAction, type ExemplarState, exemplarWorkflow } from './workflow.ts';

const ACTIONS = Object.keys(exemplarWorkflow.actions) as ExemplarAction[];
const EARNED: ReadonlySet<ExemplarState> = new Set(['nurtured', 'recognised', 'honoured']);
const BORN: LifeFields = {
  state: 'found',
  heldFrom: null,
  level: null,
  maturity: 'emerging',
  proposedBy: null,
  mergedIntoId: null,
  lastReason: null,
};

/** Somebody tries something under some circumstances. */
const attempt = fc.record({
  // most lives would end before they begin if the steps forward were as rare as the others
  action: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<ExemplarAction>('propose', 'choose', 'recognise', 'honour') },
    { weight: 1, arbitrary: fc.constantFrom(...ACTIONS) },
  ),
  roles: fc.oneof(
    fc.constant<Role[]>(['lead', 'leader']),
    fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }),
  ),
  accountId: fc.integer({ min: 1, max: 6 }),
  level: fc.constantFrom(...LEVELS),
  override: fc.boolean(),
  consent: fc.constantFrom<ExemplarFacts['consent']>('standing', 'standing', 'withdrawn', 'none'),
  checks: fc.nat({ max: 2 }),
  taken: fc.nat({ max: 6 }),
  endorsed: fc.boolean(),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

interface Walk {
  life: LifeFields;
  proposers: number[];
}

/** Tries one step, as the command does, without a database. */
function walkOn({ life, proposers }: Walk, tried: Attempt): Walk & { overridden: string[] | null } {
  const facts: ExemplarFacts = {
    state: life.state,
    level: life.level,
    planState: 'in_force',
    fieldName: 'Lĩnh vực',
    hasBreadth: true,
    hasStatement: true,
    achievements: 1,
    endorsement: tried.endorsed ? { present: 10, agreed: 9 } : null,
    criteria: { asked: false, assessed: false, disqualifiedBy: [], notMet: [], unknown: [] },
    ownedSupportActions: 1,
    consent: tried.consent,
    quota: { limit: 5, taken: tried.taken },
    checks: tried.checks,
    proposers,
    lastStepOn: null,
    voices: { objections: 0, corrections: 0 },
    desk: AT_HAND,
  };
  const verdict = tryStep(exemplarWorkflow, ROLE_NAMES, {
    state: life.state,
    action: tried.action,
    roles: new Set(tried.roles),
    judgements: judge(facts, tried),
    overrideReason: tried.override ? 'Đã họp thống nhất' : null,
  });
  if (!verdict.allowed) return { life, proposers, overridden: null };
  const after = afterStep(life, { ...tried, to: verdict.to, reason: 'Lý do', mergedIntoId: 99 });
  const next =
    tried.action === 'reopen' ? [] : tried.action === 'propose' ? [...proposers, tried.accountId] : proposers;
  return { life: after, proposers: next, overridden: verdict.overridden };
}

function checkInvariants(before: Walk, after: Walk & { overridden: string[] | null }, tried: Attempt): void {
  const { life } = after;
  expect(life.heldFrom !== null).toBe(life.state === 'held');
  if (life.heldFrom) expect(['proposed', 'nurtured', 'recognised', 'honoured']).toContain(life.heldFrom);
  if (life.level !== before.life.level && tried.action !== 'reopen') {
    expect(life.level && isHigher(life.level, before.life.level)).toBe(true);
  }
  if (life.state === 'recognised') expect(life.level).not.toBeNull();
  expect(life.mergedIntoId === null || life.state === 'declined').toBe(true);
  if (after.overridden === null) return;
  expect(after.overridden.some((rule) => /consent|own_proposal|level/.test(rule))).toBe(false);
  expect(after.overridden.length === 0 || tried.override).toBe(true);
  const earned = EARNED.has(life.state) && tried.action !== 'resume';
  if (earned) expect(tried.consent).toBe('standing');
  if (earned) expect(before.proposers).not.toContain(tried.accountId);
}

describe('a life of random steps', () => {
  it('never breaks what must always hold', () => {
    const seen = new Set<ExemplarState>();
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 200, maxLength: 400 }), (attempts) => {
        let walk: Walk = { life: BORN, proposers: [] };
        for (const tried of attempts) {
          const after = walkOn(walk, tried);
          checkInvariants(walk, after, tried);
          seen.add(after.life.state);
          walk = after;
        }
      }),
      { numRuns: 100 },
    );
    // a walk that never leaves the door would prove nothing
    expect([...seen].sort()).toEqual(Object.keys(exemplarWorkflow.states).sort());
  });
});

describe('the effect of a step', () => {
  const nurtured: LifeFields = { ...BORN, state: 'nurtured', proposedBy: 3 };
  const step = { accountId: 5, reason: null, level: null, mergedIntoId: null };

  it('keeps who proposed until it is reopened', () => {
    const proposed = afterStep(BORN, { ...step, action: 'propose', to: 'proposed' });
    expect(proposed.proposedBy).toBe(5);
    const declined = afterStep(proposed, { ...step, accountId: 6, action: 'decline', to: 'declined' });
    expect(declined.proposedBy).toBe(5);
    expect(afterStep(declined, { ...step, action: 'reopen', to: 'found' }).proposedBy).toBeNull();
  });

  it('makes an exemplar by recognition, and an outstanding one by honour of the province or the nation', () => {
    const recognised = afterStep(nurtured, {
      ...step,
      action: 'recognise',
      to: 'recognised',
      level: 'national',
    });
    expect(recognised).toMatchObject({ maturity: 'exemplar', level: 'national' });
    for (const level of LEVELS) {
      const honoured = afterStep(recognised, { ...step, action: 'honour', to: 'honoured', level });
      const high = level === 'province' || level === 'national';
      expect(honoured.maturity).toBe(high ? 'outstanding' : 'exemplar');
      expect(honoured.level).toBe('national');
      const again = afterStep(honoured, { ...step, action: 'honour', to: 'honoured', level: 'commune' });
      expect(again.maturity).toBe(honoured.maturity);
    }
  });

  it('comes back from a hold to where it was', () => {
    const held = afterStep(nurtured, { ...step, action: 'hold', to: 'held', reason: 'Có đơn thư' });
    expect(held).toMatchObject({ state: 'held', heldFrom: 'nurtured', lastReason: 'Có đơn thư' });
    const resumed = afterStep(held, { ...step, action: 'resume', to: 'before_hold' });
    expect(resumed).toEqual({ ...nurtured, lastReason: null });
  });

  it('cannot come back from a hold that does not know where it began', () => {
    const lost: LifeFields = { ...nurtured, state: 'held', heldFrom: null };
    expect(() => afterStep(lost, { ...step, action: 'resume', to: 'before_hold' })).toThrow();
  });
});
