import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BelowStatus } from './rollup-below.ts';
import { byRule, type Completeness, completenessInWords, completenessOf, withOwn } from './rollup-rules.ts';

const whole = (fields: Partial<Completeness>): Completeness => ({
  expected: 0,
  accepted: 0,
  submitted: 0,
  none: 0,
  gap: 0,
  excused: 0,
  waiting: 0,
  counted: 0,
  ...fields,
});

describe('how complete a sum is', () => {
  it.each([
    [
      { expected: 277, accepted: 200, submitted: 13, none: 4, waiting: 60 },
      '213 trong 277 báo cáo, 4 ước tính không phát sinh, 60 chưa có',
    ],
    [{ expected: 3, accepted: 3 }, '3 trong 3 báo cáo'],
    [
      { expected: 1200, submitted: 1197, gap: 1, excused: 2 },
      '1.197 trong 1.200 báo cáo, 1 thiếu có nêu lý do, 2 được miễn',
    ],
    [{}, 'Chưa đơn vị cấp dưới nào có nhiệm vụ gửi báo cáo này'],
  ])('is said in words: %j', (fields, words) => {
    expect(completenessInWords(whole(fields))).toBe(words);
  });

  it('always adds up to what was expected', () => {
    const statuses: BelowStatus[] = [
      'accepted',
      'submitted',
      'returned',
      'none',
      'gap',
      'excused',
      'waiting',
    ];
    const office = fc.record({ status: fc.constantFrom(...statuses), counted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(office), (below) => {
        const { expected, counted, ...parts } = completenessOf(below);
        expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(expected);
        expect(counted).toBeLessThanOrEqual(expected);
      }),
    );
  });
});

describe('the figure of those below and one’s own', () => {
  const sums = { sum: 12, mean: 4, max: 7 };
  it.each([
    ['sum', 5, 17],
    ['sum', null, 12],
    ['max', 9, 9],
    ['max', 3, 7],
    ['mean', 8, 5],
    ['mean', null, 4],
    ['none', 50, null],
  ] as const)('by the rule “%s” with %s of its own is %s', (rule, own, together) => {
    expect(withOwn(rule, { value: byRule(rule, sums), known: 3 }, own)).toBe(together);
  });

  it('is one’s own alone, or unknown, where nobody below knows it', () => {
    expect(withOwn('sum', { value: null, known: 0 }, 5)).toBe(5);
    expect(withOwn('mean', { value: null, known: 0 }, null)).toBeNull();
  });
});
