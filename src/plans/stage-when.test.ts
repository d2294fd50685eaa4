import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastOfMonth } from '../calendar/days.ts';
import { spanInWords } from './pages-when.ts';
import { parseSpan } from './stage-when.ts';

const read = (text: string) => {
  const span = parseSpan(text);
  return span ? `${span.precision} ${span.fromOn} ${span.toOn}` : null;
};

it('reads the spans that plans word, with the precision that they give', () => {
  expect(read('Quý II/2016')).toBe('quarter 2016-04-01 2016-06-30');
  expect(read('Trong Quý II năm 2016')).toBe('quarter 2016-04-01 2016-06-30');
  expect(read('quý 4/2018')).toBe('quarter 2018-10-01 2018-12-31');
  expect(read('Từ năm 2017 đến năm 2019')).toBe('year 2017-01-01 2019-12-31');
  expect(read('2016 - 2020')).toBe('year 2016-01-01 2020-12-31');
  expect(read('Năm 2020')).toBe('year 2020-01-01 2020-12-31');
  expect(read('tháng 11/2016')).toBe('month 2016-11-01 2016-11-30');
  expect(read('Tháng 3–5/2017')).toBe('month 2017-03-01 2017-05-31');
  expect(read('Quý I–III/2016')).toBe('quarter 2016-01-01 2016-09-30');
  expect(read('10/05/2016')).toBe('day 2016-05-10 2016-05-10');
});

it('takes no time for one that is none, mixed, or runs backwards', () => {
  for (const wrong of [
    '',
    'sớm',
    'quý V/2016',
    'tháng 13/2016',
    '2019–2017',
    '31/02/2016',
    '2016–quý I/2017',
    '1–2–3',
  ])
    expect(read(wrong), wrong).toBeNull();
});

it('reads back whatever the program itself writes', () => {
  const year = fc.integer({ min: 1990, max: 2090 });
  const span = fc
    .tuple(fc.constantFrom('month' as const, 'quarter' as const, 'year' as const), year, fc.nat(40))
    .map(([precision, from, length]) => {
      const step = { month: 1, quarter: 3, year: 12 }[precision];
      const fromOn = `${from}-01-01`;
      return { precision, fromOn, toOn: lastOfMonth(fromOn, step * (length + 1) - 1) };
    });
  fc.assert(
    fc.property(span, (one) => {
      expect(parseSpan(spanInWords(one))).toEqual(one);
    }),
  );
});
