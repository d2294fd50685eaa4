import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from './days.ts';
import { CYCLES, periodInWords, periodsOf } from './periods.ts';

it('words periods as offices do', () => {
  const words = (from: string, to: string) => periodInWords({ from, to });
  expect(words('2016-04-01', '2016-06-30')).toBe('Quý II/2016');
  expect(words('2016-10-01', '2016-12-31')).toBe('Quý IV/2016');
  expect(words('2018-01-01', '2018-06-30')).toBe('6 tháng đầu năm 2018');
  expect(words('2018-07-01', '2018-12-31')).toBe('6 tháng cuối năm 2018');
  expect(words('2018-02-01', '2018-02-28')).toBe('Tháng 02/2018');
  expect(words('2017-01-01', '2017-12-31')).toBe('Năm 2017');
  expect(words('2016-01-01', '2020-12-31')).toBe('Giai đoạn 2016–2020');
  expect(words('2016-05-10', '2016-12-31')).toBe('10/05/2016–31/12/2016');
});

it('gives a plan of five years five years, twenty quarters, sixty months', () => {
  const count = (cycle: (typeof CYCLES)[number]) => periodsOf(cycle, '2016-01-01', '2020-12-31').length;
  expect(CYCLES.map(count)).toEqual([1, 60, 20, 10, 5]);
});

it('tiles any span without gap or overlap, and keeps to the stretches of the calendar', () => {
  const day = fc.integer({ min: 0, max: 6000 }).map((n) => addDays('2010-01-01', n));
  fc.assert(
    fc.property(fc.constantFrom(...CYCLES), day, day, (cycle, one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      const periods = periodsOf(cycle, from, to);
      expect(periods[0]?.from).toBe(from);
      expect(periods.at(-1)?.to).toBe(to);
      for (const [n, period] of periods.entries()) {
        expect(period.from <= period.to).toBe(true);
        const next = periods[n + 1];
        if (next) expect(next.from).toBe(addDays(period.to, 1));
        if (next) expect(next.from.endsWith('-01')).toBe(true);
      }
    }),
  );
  expect(periodsOf('yearly', '2020-01-02', '2020-01-01')).toEqual([]);
});
