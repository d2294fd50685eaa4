import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from './days.ts';
import { dayOfLunar, lunarOf, tetOf } from './lunar.ts';

/** The first day of Tết as published. */
const TET: Record<number, string> = {
  1968: '1968-01-29',
  1985: '1985-01-21',
  2007: '2007-02-17',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
};

it('finds Tết as published, also in the years in which China kept it on another day', () => {
  for (const [year, day] of Object.entries(TET)) expect(tetOf(Number(year)), year).toBe(day);
});

it('knows the leap months of these years', () => {
  const leap = (year: number) =>
    Array.from({ length: 12 }, (_, n) => n + 1).filter((month) =>
      dayOfLunar({ year, month, day: 1, leap: true }),
    );
  expect([2017, 2020, 2023, 2025, 2018].map(leap)).toEqual([[6], [4], [2], [6], []]);
});

it('tells the lunar day of any day, and finds the day again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const day = addDays('1969-01-01', n);
      expect(dayOfLunar(lunarOf(day))).toBe(day);
    }),
    { numRuns: 300 },
  );
});
