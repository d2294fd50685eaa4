import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOf, monthAfter, monthInWords, readMonth } from './months.ts';

describe('a month in an address', () => {
  it.each(['', '2018', '2018-13', '2018-00', '1800-01', '2200-01', '2018-1', "2018-11'--"])(
    'is none when it is written “%s”',
    (text) => expect(readMonth(text)).toBeNull(),
  );

  it('has its last day, in leap years too', () => {
    expect([lastOf('2018-11'), lastOf('2016-02'), lastOf('2018-02'), lastOf('2018-12')]).toEqual([
      '2018-11-30',
      '2016-02-29',
      '2018-02-28',
      '2018-12-31',
    ]);
    expect(monthInWords('2018-02')).toBe('tháng 2/2018');
  });

  it('leads to the one before and the one after and back, and no further than addresses go', () => {
    const month = fc
      .tuple(fc.integer({ min: 1901, max: 2198 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
    fc.assert(
      fc.property(month, (one) => {
        const next = monthAfter(one, 1) ?? '';
        expect(next > one).toBe(true);
        expect(monthAfter(next, -1)).toBe(one);
      }),
    );
    expect(monthAfter('1900-01', -1)).toBeNull();
    expect(monthAfter('2199-12', 1)).toBeNull();
  });
});
