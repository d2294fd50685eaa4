import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, UNANSWERED, YEAR_ANSWERS } from './answer.ts';
import { assess, type LeafRule } from './assess.ts';
import { countResults, type Result } from './finding.ts';

const YES_NO: LeafRule = { kind: 'yes_no' };
const EVERY_YEAR: LeafRule = { kind: 'every_year', from: null, to: null };
const threshold = (bounds: { atLeast?: number; atMost?: number }, unit: string | null = 'lần'): LeafRule => ({
  kind: 'threshold',
  atLeast: bounds.atLeast ?? null,
  atMost: bounds.atMost ?? null,
  unit,
});
const top = (rank: number | null): LeafRule => ({ kind: 'rank_in_locality', rank });

describe('a criterion held against its answer', () => {
  const CASES: [string, LeafRule, Answer, number[], Result, string][] = [
    ['yes', YES_NO, { yes: true }, [], 'met', 'Có.'],
    ['no', YES_NO, { yes: false }, [], 'not_met', 'Không.'],
    ['not known', YES_NO, UNANSWERED, [], 'unknown', 'Chưa rõ, cần xác minh.'],
    ['enough', threshold({ atLeast: 1.5 }), { value: 1.8 }, [], 'met', '1,8 lần; yêu cầu ít nhất 1,5 lần.'],
    [
      'just enough',
      threshold({ atLeast: 1.5 }),
      { value: 1.5 },
      [],
      'met',
      '1,5 lần; yêu cầu ít nhất 1,5 lần.',
    ],
    ['too much', threshold({ atMost: 5 }, '%'), { value: 7 }, [], 'not_met', '7%; yêu cầu nhiều nhất 5%.'],
    [
      'a figure without a norm',
      threshold({}),
      { value: 9 },
      [],
      'unknown',
      'Đã ghi 9 lần, nhưng chưa biết định mức của tiêu chí này nên chưa kết luận được.',
    ],
    [
      'no figure',
      threshold({ atLeast: 2 }),
      UNANSWERED,
      [],
      'unknown',
      'Chưa rõ số liệu; yêu cầu ít nhất 2 lần.',
    ],
    [
      'every year',
      EVERY_YEAR,
      { years: { 2016: 'yes', 2017: 'yes' } },
      [2016, 2017],
      'met',
      'Đạt năm 2016, 2017.',
    ],
    [
      'one year without, another unknown',
      EVERY_YEAR,
      { years: { 2016: 'unknown', 2017: 'no' } },
      [2016, 2017],
      'not_met',
      'Không đạt năm 2017; yêu cầu mọi năm từ 2016 đến 2017.',
    ],
    ['a year left out', EVERY_YEAR, { years: {} }, [2017], 'unknown', 'Chưa rõ năm 2017; yêu cầu năm 2017.'],
    ['no year to look at', EVERY_YEAR, { years: { 2016: 'yes' } }, [], 'unknown', 'Chưa có năm nào để xét.'],
    [
      'the first of its commune',
      top(1),
      { rank: 1, among: 1_654, locality: 'xã Tiên Kiên' },
      [],
      'met',
      'Đứng thứ 1 trong 1.654 tại xã Tiên Kiên; yêu cầu đứng đầu địa phương.',
    ],
    [
      'the fourth where three are asked',
      top(3),
      { rank: 4, among: null, locality: 'khu 7' },
      [],
      'not_met',
      'Đứng thứ 4 (chưa rõ trong bao nhiêu) tại khu 7; yêu cầu trong nhóm 3 đầu của địa phương.',
    ],
    ['a rank not known', top(1), UNANSWERED, [], 'unknown', 'Chưa rõ thứ hạng; yêu cầu đứng đầu địa phương.'],
    [
      'a rank without a norm',
      top(null),
      { rank: 1, among: null, locality: 'khu 7' },
      [],
      'unknown',
      'Đã ghi đứng thứ 1 (chưa rõ trong bao nhiêu) tại khu 7, nhưng chưa biết định mức của tiêu chí này nên chưa kết luận được.',
    ],
    ['an answer to another question', YES_NO, { value: 1 }, [], 'unknown', 'Chưa rõ, cần xác minh.'],
  ];

  it.each(CASES)('%s', (_name, rule, answer, years, result, explanation) => {
    expect(assess(rule, answer, years)).toEqual({ result, explanation });
  });

  it('counts what is met, not met and unknown', () => {
    expect(countResults(['met', 'unknown', 'met'])).toEqual({ met: 2, not_met: 0, unknown: 1 });
  });
});

const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const anyRule: fc.Arbitrary<LeafRule> = fc.oneof(
  fc.constant(YES_NO),
  fc.record({
    kind: fc.constant('threshold' as const),
    atLeast: fc.option(figure),
    atMost: fc.option(figure),
    unit: fc.option(fc.constant('ha')),
  }),
  fc.constant(EVERY_YEAR),
  fc.option(fc.integer({ min: 1, max: 50 })).map(top),
);
const anyYears = fc
  .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, count]) => Array.from({ length: count }, (_, index) => from + index));

describe('whatever is asked', () => {
  it('unknown never becomes met, and never failed', () => {
    fc.assert(
      fc.property(anyRule, anyYears, (rule, years) => {
        expect(assess(rule, UNANSWERED, years).result).toBe('unknown');
      }),
    );
  });

  it('a better figure is never judged worse', () => {
    fc.assert(
      fc.property(figure, figure, figure, (norm, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const judged = (rule: LeafRule, value: number) => assess(rule, { value }, []).result;
        if (judged(threshold({ atLeast: norm }), less) === 'met')
          expect(judged(threshold({ atLeast: norm }), more)).toBe('met');
        if (judged(threshold({ atMost: norm }), more) === 'met')
          expect(judged(threshold({ atMost: norm }), less)).toBe('met');
      }),
    );
  });

  it('a better rank is never judged worse', () => {
    const place = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(place, place, place, (norm, one, other) => {
        const judged = (rank: number) => assess(top(norm), { rank, among: null, locality: 'xã' }, []).result;
        if (judged(Math.max(one, other)) === 'met') expect(judged(Math.min(one, other))).toBe('met');
      }),
    );
  });

  it('every year is needed: all known and met, or it is not met', () => {
    const answers = fc.array(fc.constantFrom(...YEAR_ANSWERS), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(answers, (given) => {
        const years = given.map((_, index) => 2016 + index);
        const answer = { years: Object.fromEntries(years.map((year, n) => [year, given[n] ?? 'unknown'])) };
        const expected = given.includes('no')
          ? 'not_met'
          : given.every((one) => one === 'yes')
            ? 'met'
            : 'unknown';
        expect(assess(EVERY_YEAR, answer, years).result).toBe(expected);
        // a further year that nobody answered takes a "met" away
        expect(assess(EVERY_YEAR, answer, [...years, 2030]).result).not.toBe('met');
      }),
    );
  });

  it('the sentence ends with a full stop and never shows a missing value', () => {
    const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
      fc.constant(UNANSWERED),
      fc.record({ yes: fc.boolean() }),
      fc.record({ value: figure }),
      fc.record({
        rank: fc.integer({ min: 1 }),
        among: fc.constant(null),
        locality: fc.constant('xã Yên Kiện'),
      }),
    );
    fc.assert(
      fc.property(anyRule, anyAnswer, anyYears, (rule, answer, years) => {
        expect(assess(rule, answer, years).explanation).toMatch(/^(?!.*(null|undefined|NaN)).+\.$/s);
      }),
    );
  });
});
