import { expect, it } from 'vitest';
import { daysBetween, shareOfPeriod, spanInWords, stageOn } from './pages-when.ts';

it('words a span as plans do, with the precision that they give', () => {
  const span = (precision: 'day' | 'month' | 'quarter' | 'year', fromOn: string, toOn: string) =>
    spanInWords({ precision, fromOn, toOn });
  expect(span('quarter', '2016-04-01', '2016-06-30')).toBe('Quý II/2016');
  expect(span('year', '2017-01-01', '2019-12-31')).toBe('Năm 2017–2019');
  expect(span('year', '2020-01-01', '2020-12-31')).toBe('Năm 2020');
  expect(span('month', '2016-11-01', '2017-02-28')).toBe('Tháng 11/2016–02/2017');
  expect(span('day', '2016-05-10', '2016-05-10')).toBe('10/05/2016');
  expect(span('quarter', '2016-10-01', '2017-03-31')).toBe('Quý IV/2016–I/2017');
});

it('knows whether a stage is past, running or ahead, its first and last day included', () => {
  const stage = { fromOn: '2017-01-01', toOn: '2019-12-31' };
  expect(['2016-12-31', '2017-01-01', '2019-12-31', '2020-01-01'].map((day) => stageOn(stage, day))).toEqual([
    'ahead',
    'now',
    'now',
    'past',
  ]);
});

it('measures a day within a period, and holds what lies outside at its ends', () => {
  expect(shareOfPeriod('2016-01-01', '2016-01-01', '2016-12-31')).toBe(0);
  expect(shareOfPeriod('2016-07-02', '2016-01-01', '2016-12-31')).toBeCloseTo(0.5, 2);
  expect(shareOfPeriod('2015-01-01', '2016-01-01', '2016-12-31')).toBe(0);
  expect(shareOfPeriod('2026-01-01', '2016-01-01', '2016-12-31')).toBe(1);
  expect(shareOfPeriod('2016-01-01', '2016-01-01', '2016-01-01')).toBe(0);
  expect(daysBetween('2016-02-28', '2016-03-01')).toBe(2);
});
