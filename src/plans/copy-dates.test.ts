import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedDay, movedStage, movedWords } from './copy-dates.ts';

const period = { from: '2016-01-01', to: '2020-12-31' };

describe('days of a copied plan', () => {
  it('move by whole years; the 29th of February becomes the 28th where there is none', () => {
    expect(movedDay('2016-05-10', 10)).toBe('2026-05-10');
    expect(movedDay('2016-02-29', 10)).toBe('2026-02-28');
    expect(movedDay('2016-02-29', 4)).toBe('2020-02-29');
  });

  it('keep the order that they had, and a whole month, quarter or year stays whole', () => {
    const day = fc
      .date({ min: new Date('2016-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 50 }), (one, other, years) => {
        const [first = '', last = ''] = [one, other].sort();
        expect(movedDay(first, years) <= movedDay(last, years)).toBe(true);
      }),
    );
    const february = { precision: 'month', fromOn: '2018-02-01', toOn: '2018-02-28' } as const;
    expect(movedStage(february, 10)).toEqual({
      precision: 'month',
      fromOn: '2028-02-01',
      toOn: '2028-02-29',
    });
  });
});

describe('words of a copied plan', () => {
  it('move the years of the period, with and without blanks around the hyphen', () => {
    expect(movedWords('giai đoạn 2016 - 2020', period, 10)).toBe('giai đoạn 2026 - 2030');
    expect(movedWords('giai đoạn 2016-2020, năm 2018', period, 10)).toBe('giai đoạn 2026-2030, năm 2028');
    expect(movedWords('giai đoạn 2016–2020', period, 10)).toBe('giai đoạn 2026–2030');
  });

  it('leave other years, numbers of papers and days alone', () => {
    const words = 'so với năm 2015; Nghị quyết 12/2017/NQ-HĐND ngày 10/5/2016; 2.016 hộ; 120168';
    expect(movedWords(words, period, 10)).toBe(words);
  });
});
