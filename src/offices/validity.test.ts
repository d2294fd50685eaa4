import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, dayBefore, holdsOn, overlap, type Validity, writtenDay } from './validity.ts';

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2020-02-${String(day).padStart(2, '0')}`);
const open = fc.option(days, { nil: null });
const validity = fc
  .record({ validFrom: open, validTo: open })
  .filter(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo);
/** Days on both sides of all that are drawn stand for "since ever" and "without an end". */
const allDays = [
  '2020-01-01',
  ...Array.from({ length: 28 }, (_, n) => `2020-02-${String(n + 1).padStart(2, '0')}`),
  '2020-03-01',
];
const daysOf = (time: Validity) => allDays.filter((day) => holdsOn(time, day));

test('one time covers another exactly when it holds on each of its days', () => {
  fc.assert(
    fc.property(validity, validity, (outer, inner) => {
      expect(covers(outer, inner)).toBe(daysOf(inner).every((day) => holdsOn(outer, day)));
    }),
  );
});

test('two times overlap exactly when a day belongs to both', () => {
  fc.assert(
    fc.property(validity, validity, (one, other) => {
      expect(overlap(one, other)).toBe(daysOf(one).some((day) => holdsOn(other, day)));
    }),
  );
});

test('the day before goes across months, years and leap days', () => {
  expect(['2020-01-01', '2020-03-01', '2019-03-01', '2025-07-01'].map(dayBefore)).toEqual([
    '2019-12-31',
    '2020-02-29',
    '2019-02-28',
    '2025-06-30',
  ]);
});

test('the audit writes a day as people do, and an open end as nothing', () => {
  expect([writtenDay('2020-01-09'), writtenDay(null)]).toEqual(['09/01/2020', null]);
});
