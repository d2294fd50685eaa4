import { describe, expect, it } from 'vitest';
import { quotaStanding } from './progress-quota.tsx';

describe('a quota says how it stands', () => {
  it('is short, full or over when the number is exact', () => {
    expect(quotaStanding({ filled: 3, quota: 5, rule: 'exact' })).toEqual({ tone: 'warn', word: 'Thiếu 2' });
    expect(quotaStanding({ filled: 5, quota: 5, rule: 'exact' })).toEqual({ tone: 'good', word: 'Đủ' });
    expect(quotaStanding({ filled: 6, quota: 5, rule: 'exact' })).toEqual({
      tone: 'stopped',
      word: 'Vượt 1',
    });
  });

  it('is never over when it asks for at least', () => {
    expect(quotaStanding({ filled: 12, quota: 10, rule: 'at_least' })).toEqual({
      tone: 'good',
      word: 'Đủ, hơn 2',
    });
    expect(quotaStanding({ filled: 9, quota: 10, rule: 'at_least' }).word).toBe('Thiếu 1');
  });

  it('is never short when it allows at most', () => {
    expect(quotaStanding({ filled: 2, quota: 5, rule: 'at_most' })).toEqual({
      tone: 'progress',
      word: 'Còn chỗ cho 3',
    });
    expect(quotaStanding({ filled: 6, quota: 5, rule: 'at_most' }).tone).toBe('stopped');
  });

  it('asks nothing where none was set', () => {
    expect(quotaStanding({ filled: 4, quota: null, rule: 'none' }).word).toBe('Không giao chỉ tiêu');
  });
});
