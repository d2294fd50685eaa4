import { describe, expect, it } from 'vitest';
import { readAnswers } from './answer-typed.ts';
import type { AskedCriterion } from './asked.ts';
import type { Rule } from './rule.ts';

const criterion = (id: number, rule: Rule, years: number[] = []): AskedCriterion => ({
  ...{ id, rule, years, name: `Tiêu chí ${id}`, mandatory: true, subjectKinds: null },
  ...{ parentId: null, points: null, source: null, hint: null },
});
const ASKED = [
  criterion(1, { kind: 'yes_no' }),
  criterion(2, { kind: 'threshold', atLeast: 1.5, atMost: null, unit: 'lần' }),
  criterion(3, { kind: 'every_year', from: null, to: null }, [2016, 2017]),
  criterion(4, { kind: 'rank_in_locality', rank: 1 }),
];
const read = (typed: Record<string, unknown>) => {
  const { answers, errors } = readAnswers(ASKED, typed);
  return { answers: Object.fromEntries(answers), errors };
};

describe('typed answers', () => {
  it('are read by kind of criterion, with what they rest on', () => {
    const typed = {
      ...{ c1: 'no', c1_can_cu: ' Biên bản ', c2: '1,8' },
      ...{ c3_nam_2016: 'yes', c3_nam_2017: 'unknown', c4: '1', c4_tong: '1.654', c4_noi: 'xã Tiên Kiên' },
    };
    expect(read(typed)).toEqual({
      errors: {},
      answers: {
        1: { yes: false, note: 'Biên bản' },
        2: { value: 1.8 },
        3: { years: { 2016: 'yes', 2017: 'unknown' } },
        4: { rank: 1, among: 1654, locality: 'xã Tiên Kiên' },
      },
    });
  });

  it('that are left empty are unknown', () => {
    const unknown = { unknown: true };
    expect(read({ c1: 'unknown', c2: ' ', c4_noi: 'xã Thử' })).toEqual({
      errors: {},
      answers: { 1: unknown, 2: unknown, 3: { years: { 2016: 'unknown', 2017: 'unknown' } }, 4: unknown },
    });
  });

  it.each([
    ['a figure that is none', { c2: 'nhiều' }, 'c2'],
    ['a rank that is no whole number', { c4: '1,5', c4_noi: 'xã' }, 'c4'],
    ['a rank nowhere', { c4: '1' }, 'c4_noi'],
    ['a rank beyond the number of all', { c4: '3', c4_tong: '2', c4_noi: 'xã' }, 'c4_tong'],
    ['a number of all without a rank', { c4_tong: '20' }, 'c4'],
    ['too long a note', { c1_can_cu: 'x'.repeat(501) }, 'c1_can_cu'],
  ])('are told at their field: %s', (_name, typed, field) => {
    expect(Object.keys(read(typed).errors)).toEqual([field]);
  });

  it('of a form made on other criteria are not lost, so that the command can refuse them', () => {
    expect(read({ c99: 'yes', c98_nam_2016: 'yes' }).answers).toMatchObject({ 98: {}, 99: {} });
  });
});
