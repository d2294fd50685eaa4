import { describe, expect, it } from 'vitest';
import { stepInputErrors } from './step-input.ts';

const TYPED = {
  action: 'decline',
  reason: 'Chưa đủ',
  reasons: [],
  overrideReason: null,
  level: null,
  onDay: '2018-11-15',
} as const;
const errors = (typed: Partial<Parameters<typeof stepInputErrors>[0]>, lastStepOn: string | null = null) =>
  stepInputErrors({ ...TYPED, ...typed }, lastStepOn, '2018-11-15');

describe('what is typed for a step', () => {
  it('is right when it is complete', () => {
    expect(errors({})).toBeNull();
    expect(errors({ action: 'propose', reason: null })).toBeNull();
    expect(errors({ action: 'recognise', reason: null, level: 'unit' })).toBeNull();
    expect(errors({ onDay: '2018-11-01' }, '2018-11-01')).toBeNull();
  });

  it('is told all at once what is wrong with it', () => {
    const wrong = errors({ reason: null, onDay: '2018-12-01' });
    expect(Object.keys(wrong ?? {})).toEqual(['reason', 'onDay']);
    expect(errors({ action: 'honour', reason: null })).toEqual({ level: 'Hãy chọn cấp.' });
  });

  it('is not longer than a person reads', () => {
    const long = 'a'.repeat(2_001);
    expect(Object.keys(errors({ reason: long, overrideReason: long }) ?? {})).toEqual([
      'reason',
      'overrideReason',
    ]);
  });

  it('says of a return whether its reasons are right, each at its part, and asks for no other', () => {
    const reasons = [{ field: 'endorsement', label: 'Suy tôn', reason: 'Thiếu chữ ký' }];
    expect(errors({ action: 'return', reason: null, reasons })).toBeNull();
    expect(errors({ action: 'return', reason: 'Thiếu chữ ký' })).toEqual({
      reasons: expect.stringContaining('ít nhất một mục'),
    });
  });

  it('names the day it must not lie before, as days are written here', () => {
    expect(errors({ onDay: '2018-10-31' }, '2018-11-01')).toEqual({
      onDay: 'Ngày quyết định không được trước bước liền trước của hồ sơ (01/11/2018).',
    });
  });
});
