import { describe, expect, it } from 'vitest';
import { type Claim, sameClaim, whyNotConfirm } from './achievements-trust.ts';

const figure: Claim = {
  statement: 'Thu nhập tăng gấp ba',
  measure: 'thu nhập bình quân',
  value: 180,
  unit: 'triệu đồng',
  year: 2017,
};
const words: Claim = {
  statement: 'Hòa giải thành mọi vụ việc',
  measure: null,
  value: null,
  unit: null,
  year: 2017,
};

describe('what was confirmed', () => {
  it.each<Partial<Claim>>([
    { value: 181 },
    { unit: 'đồng' },
    { year: 2018 },
    { year: null },
    { measure: 'thu' },
  ])('is no longer the same when the figure becomes %o', (change) =>
    expect(sameClaim(figure, { ...figure, ...change })).toBe(false),
  );

  it('is still the same when only the sentence around the figure is put right', () => {
    expect(sameClaim(figure, { ...figure, statement: 'Thu nhập gấp ba' })).toBe(true);
  });

  it('is the sentence itself where there is no figure', () => {
    expect(sameClaim(words, { ...words })).toBe(true);
    expect(sameClaim(words, { ...words, statement: 'Hòa giải thành chín phần mười' })).toBe(false);
  });

  it('is not the same when the figure is taken out of it', () => {
    expect(sameClaim(figure, { ...figure, measure: null, value: null, unit: null })).toBe(false);
  });
});

describe('nobody confirms', () => {
  const rules = (...asked: Parameters<typeof whyNotConfirm>) =>
    whyNotConfirm(...asked).map((one) => one.rule);

  it('what they typed, nor a record that they proposed; both are told at once', () => {
    expect(rules(7, { recordedBy: 7, proposedBy: 8 })).toEqual(['not_own_figure']);
    expect(rules(7, { recordedBy: 8, proposedBy: 7 })).toEqual(['not_own_proposal']);
    expect(rules(7, { recordedBy: 7, proposedBy: 7 })).toEqual(['not_own_figure', 'not_own_proposal']);
  });

  it('but others do, also what nobody is known to have typed', () => {
    expect(rules(7, { recordedBy: 8, proposedBy: 9 })).toEqual([]);
    expect(rules(7, { recordedBy: null, proposedBy: null })).toEqual([]);
    expect(rules(null, { recordedBy: null, proposedBy: null })).toEqual([]);
  });
});
