import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_HAND } from './desk-judge.ts';
import { type ExemplarFacts, judge } from './rules.ts';
import { LEVELS } from './step-effect.ts';
import type { Guard } from './workflow.ts';

const DECIDER = 7;

/** Facts of an exemplar that may be chosen, recognised and honoured. */
const GOOD: ExemplarFacts = {
  state: 'proposed',
  level: null,
  planState: 'in_force',
  fieldName: 'Phát triển kinh tế hộ gia đình',
  hasBreadth: true,
  hasStatement: true,
  achievements: 1,
  endorsement: { present: 40, agreed: 38 },
  criteria: { asked: true, assessed: true, disqualifiedBy: [], notMet: [], unknown: [] },
  ownedSupportActions: 1,
  consent: 'standing',
  quota: { limit: 5, taken: 4 },
  checks: 1,
  proposers: [1, 2],
  lastStepOn: '2018-01-12',
  voices: { objections: 0, corrections: 0 },
  desk: AT_HAND,
};

const judged = (facts: Partial<ExemplarFacts>, level: ExemplarFacts['level'] = null) =>
  judge({ ...GOOD, ...facts }, { accountId: DECIDER, level });

const asked = { asked: true, assessed: true, disqualifiedBy: [], notMet: [], unknown: [] };

/** [what is wrong, the guard that says so, its rule, whether the deciding office may go on with a reason] */
const CASES: [Partial<ExemplarFacts>, Guard, string, boolean][] = [
  [{ planState: null }, 'has_plan', 'plan_missing', false],
  [{ planState: 'closed' }, 'has_plan', 'plan_not_in_force', false],
  [{ planState: 'draft' }, 'has_plan', 'plan_not_in_force', false],
  [{ fieldName: null }, 'has_field', 'field_missing', false],
  [{ hasBreadth: false }, 'has_breadth', 'breadth_missing', false],
  [{ hasStatement: false }, 'has_statement', 'statement_missing', false],
  [{ achievements: 0 }, 'has_achievement', 'achievement_missing', false],
  [{ endorsement: null }, 'endorsed', 'endorsement_missing', true],
  [{ endorsement: { present: 40, agreed: 0 } }, 'endorsed', 'endorsement_rejected', true],
  [{ criteria: { ...asked, assessed: false, unknown: ['a'] } }, 'criteria_met', 'assessment_missing', true],
  [
    { criteria: { ...asked, notMet: ['Được mọi người công nhận'] } },
    'criteria_met',
    'criteria_not_met',
    true,
  ],
  [
    { criteria: { ...asked, unknown: ['Được mọi người công nhận'] } },
    'criteria_known',
    'criteria_unknown',
    true,
  ],
  [{ ownedSupportActions: 0 }, 'nurturing_planned', 'nurturing_missing', true],
  [{ consent: 'none' }, 'consented', 'consent_missing', false],
  [{ consent: 'withdrawn' }, 'consented', 'consent_withdrawn', false],
  [{ quota: { limit: 5, taken: 5 } }, 'quota_room', 'quota_full', true],
  [{ quota: { limit: 5, taken: 7 } }, 'quota_room', 'quota_full', true],
  [{ voices: { objections: 1, corrections: 0 } }, 'voices_answered', 'voices_open', true],
  [{ voices: { objections: 0, corrections: 2 } }, 'voices_answered', 'voices_open', true],
  [{ checks: 0 }, 'checked', 'check_missing', true],
  [{ proposers: [DECIDER] }, 'not_own_proposal', 'own_proposal', false],
  [{ state: 'recognised', level: 'national' }, 'higher_level', 'level_not_higher', false],
];

describe('the conditions of the life cycle', () => {
  it('all hold for an exemplar in order', () => {
    expect(Object.values(judge(GOOD, { accountId: DECIDER, level: 'commune' })).filter(Boolean)).toEqual([]);
  });

  for (const [facts, guard, rule, mayOverride] of CASES) {
    it(`${rule}: ${JSON.stringify(facts)} is refused, ${mayOverride ? 'unless overridden' : 'always'}`, () => {
      const unmet = Object.entries(judged(facts)).filter(([, reason]) => reason !== null);
      expect(unmet.map(([name]) => name)).toEqual([guard]);
      const reason = judged(facts)[guard];
      expect(reason?.rule).toBe(rule);
      expect(reason?.mayOverride ?? false).toBe(mayOverride);
    });
  }

  it('name the criteria that are not met, and say what to do', () => {
    const both = judged({
      criteria: { ...asked, notMet: ['Tiêu chí A', 'Tiêu chí B'], unknown: ['Tiêu chí C'] },
    });
    expect(both.criteria_met?.sentence).toContain('“Tiêu chí A”, “Tiêu chí B”');
    expect(both.criteria_known?.sentence).toContain('“Tiêu chí C”');
  });

  it('ask for no assessment where the field has no criteria for this kind of subject', () => {
    const none = judged({
      criteria: { asked: false, assessed: false, disqualifiedBy: [], notMet: [], unknown: [] },
    });
    expect([none.criteria_met, none.criteria_known]).toEqual([null, null]);
  });

  it('know no full quota where there is no limit', () => {
    expect(judged({ quota: { limit: null, taken: 900 } }).quota_room).toBeNull();
    expect(judged({ quota: { limit: 0, taken: 0 } }).quota_room?.rule).toBe('quota_full');
  });

  it('let the program itself decide, for it has proposed nothing', () => {
    expect(judge({ ...GOOD, proposers: [1] }, { accountId: null, level: null }).not_own_proposal).toBeNull();
  });

  it('let a recognition only rise, and begin at any level', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS), (now, next) => {
        const again = judged({ state: 'recognised', level: now }, next).higher_level;
        expect(again === null).toBe(LEVELS.indexOf(next) > LEVELS.indexOf(now));
        expect(judged({ state: 'nurtured', level: null }, next).higher_level).toBeNull();
      }),
    );
  });

  it('end every sentence with a full stop and say what to do next', () => {
    const sentences = CASES.map(([facts, guard]) => judged(facts)[guard]?.sentence ?? '');
    expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
    expect(sentences.filter((sentence) => !/hãy|chỉ tiếp tục|không còn cấp/.test(sentence))).toEqual([]);
  });
});
