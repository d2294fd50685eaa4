import { describe, expect, it } from 'vitest';
import { AT_HAND } from './desk-judge.ts';
import type { ExemplarFacts } from './rules.ts';
import { whatIsMissing } from './show-missing.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

const NOTHING_DONE: ExemplarFacts = {
  state: 'found',
  level: null,
  planState: null,
  fieldName: null,
  hasBreadth: false,
  hasStatement: false,
  achievements: 0,
  endorsement: null,
  criteria: { asked: true, assessed: false, disqualifiedBy: [], notMet: [], unknown: [] },
  ownedSupportActions: 0,
  consent: 'none',
  quota: { limit: 5, taken: 5 },
  checks: 0,
  proposers: [7],
  lastStepOn: null,
  voices: { objections: 0, corrections: 0 },
  desk: AT_HAND,
};
const ALL = new Set(['dang-ky', 'thanh-tich', 'suy-ton', 'tieu-chi', 'boi-duong', 'dong-y', 'kiem-tra']);

const missing = (state: ExemplarState, more: Partial<Parameters<typeof whatIsMissing>[0]> = {}) =>
  whatIsMissing({
    exemplar: { state },
    facts: { ...NOTHING_DONE, state },
    events: { steps: [], checks: [], honours: [] },
    gaps: { achievementsWithoutEvidence: 0, contradicted: 0 },
    year: 2018,
    sections: ALL,
    ...more,
  });

describe('what is missing', () => {
  it('is what the next step forward will ask for, each with its place on the page', () => {
    expect(missing('found').map((item) => item.href)).toEqual([
      '#dang-ky',
      '#dang-ky',
      '#dang-ky',
      '#dang-ky',
      '#thanh-tich',
    ]);
    const toChoose = missing('proposed');
    expect(toChoose.map((item) => item.href)).toEqual([
      '#suy-ton',
      '#tieu-chi',
      '#boi-duong',
      '#dong-y',
      undefined,
    ]);
    expect(toChoose.at(-1)?.text).toContain('chỉ tiêu là 5');
  });

  it('never speaks of who decides, only of the file', () => {
    for (const state of Object.keys(exemplarWorkflow.states) as ExemplarState[])
      expect(missing(state).filter((item) => item.text.includes('Bạn là người'))).toEqual([]);
  });

  it('leads nowhere when the section is not on the page', () => {
    expect(missing('proposed', { sections: new Set() }).every((item) => item.href === undefined)).toBe(true);
  });

  it('tells of the year’s check only while under care, and of figures without evidence or with a contradiction', () => {
    const unchecked = 'Năm 2018 chưa kiểm tra, đánh giá.';
    const said = (state: ExemplarState) => missing(state).some((item) => item.text === unchecked);
    expect((['nurtured', 'recognised', 'honoured'] as const).every(said)).toBe(true);
    expect((['found', 'held', 'withdrawn', 'lapsed'] as const).some(said)).toBe(false);
    const checks = [{ year: 2018, checkedOn: '2018-10-01' }];
    const checked = missing('honoured', {
      events: { steps: [], checks, honours: [] },
      gaps: { achievementsWithoutEvidence: 2, contradicted: 1 },
    });
    expect(checked).toEqual([
      { text: 'Chưa có minh chứng cho 2 thành tích.', href: '#thanh-tich' },
      { text: 'Có 1 thành tích bị phản bác, cần làm rõ.', href: '#thanh-tich' },
    ]);
  });
});
