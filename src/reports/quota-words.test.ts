import { describe, expect, it } from 'vitest';
import { quotaInWords, quotaJudged } from './quota-words.ts';

describe('a quota', () => {
  const field = { name: 'x', isPilot: true, lead: 'y' };
  it.each([
    ['exactly', 5, 5, 'đủ'],
    ['exactly', 5, 3, 'thiếu 2'],
    ['exactly', 5, 6, 'vượt 1'],
    ['at_least', 5, 7, 'đạt'],
    ['at_least', 5, 4, 'thiếu 1'],
    ['at_most', 5, 4, 'đạt'],
    ['at_most', 5, 6, 'vượt 1'],
    ['none', null, 6, 'không áp dụng'],
  ])('%s %s with %s taken is “%s”', (quotaKind, quota, taken, judged) => {
    expect(quotaJudged({ ...field, quotaKind, quota, taken })).toBe(judged);
  });

  it('that the plan does not number is said so', () => {
    expect(quotaInWords({ quotaKind: 'none', quota: null })).toBe('không giao số lượng');
  });
});
