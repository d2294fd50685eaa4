import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CYCLES, periodsOf } from '../calendar/periods.ts';
import { makeCalendar } from '../calendar/working-days.ts';
import { holdsOn } from '../offices/validity.ts';
import type { Candidate } from './candidates.ts';
import { type DutyRule, dueDaysOf, expandDuty } from './expand.ts';

const calendar = makeCalendar([{ day: '2017-01-02', kind: 'off' }]);

const office = (id: number, change: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `Huyện ${id}`,
  parentId: 1,
  belowRoot: true,
  validFrom: null,
  validTo: null,
  years: null,
  ...change,
});

const rule = (change: Partial<DutyRule> = {}): DutyRule => ({
  cycle: 'yearly',
  fromOn: '2016-01-01',
  toOn: '2018-12-31',
  endedOn: null,
  dueRule: { kind: 'fixed', monthsAfter: 0, day: 10 },
  toOfficeId: null,
  viaOfficeId: null,
  ...change,
});

it('makes one item an office and period, due on the day of the rule', () => {
  const items = expandDuty(rule(), [office(2), office(3)], [], calendar);
  expect(items.map(({ officeId, periodTo, dueOn }) => [officeId, periodTo, dueOn])).toEqual([
    [2, '2016-12-31', '2016-12-10'],
    [3, '2016-12-31', '2016-12-10'],
    [2, '2017-12-31', '2017-12-10'],
    [3, '2017-12-31', '2017-12-10'],
    [2, '2018-12-31', '2018-12-10'],
    [3, '2018-12-31', '2018-12-10'],
  ]);
});

it('asks the offices as they stand on the due day: one that ended owes nothing more, a new one from its first day', () => {
  const offices = [office(2, { validTo: '2017-06-30' }), office(3, { validFrom: '2017-07-01' })];
  expect(
    expandDuty(rule(), offices, [], calendar).map(({ officeId, dueOn }) => `${officeId} ${dueOn}`),
  ).toEqual(['2 2016-12-10', '3 2017-12-10', '3 2018-12-10']);
});

it('asks of a bloc the members of the year in which it is due', () => {
  const offices = [office(2, { years: [2016, 2018] }), office(3, { years: [2017] })];
  expect(expandDuty(rule(), offices, [], calendar).map(({ officeId }) => officeId)).toEqual([2, 3, 2]);
});

it('makes nothing after it was ended', () => {
  expect(dueDaysOf(rule({ endedOn: '2017-12-10' }), calendar)).toEqual(['2016-12-10', '2017-12-10']);
  expect(expandDuty(rule({ endedOn: '2016-01-01' }), [office(2)], [], calendar)).toEqual([]);
});

it('sends to the standing body of the day below the root, and counts the working days of the calendar', () => {
  const standing = [
    { id: 7, validFrom: null, validTo: '2016-12-31' },
    { id: 8, validFrom: '2017-01-01', validTo: null },
  ];
  const items = expandDuty(
    rule({ dueRule: { kind: 'working_days', n: 1, after: 'period_end' }, toOn: '2017-12-31' }),
    [office(2)],
    standing,
    calendar,
  );
  expect(items.map(({ dueOn, receiverOfficeId }) => [dueOn, receiverOfficeId])).toEqual([
    ['2017-01-03', 8],
    ['2018-01-01', 8],
  ]);
});

it('never makes two items of one office and period, nor one for an office that does not hold on its day', () => {
  const day = fc
    .date({ min: new Date('2016-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const validity = fc.tuple(day, day).map((days) => {
    const [validFrom = '', validTo = ''] = days.toSorted();
    return { validFrom, validTo };
  });
  const dueRule = fc.oneof(
    fc.record({
      kind: fc.constant('fixed' as const),
      monthsAfter: fc.integer({ min: -2, max: 3 }),
      day: fc.integer({ min: 1, max: 31 }),
    }),
    fc.record({
      kind: fc.constant('working_days' as const),
      n: fc.integer({ min: 1, max: 30 }),
      after: fc.constantFrom('period_start' as const, 'period_end' as const),
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...CYCLES),
      fc.tuple(day, day),
      dueRule,
      fc.array(validity, { minLength: 1, maxLength: 5 }),
      (cycle, [one, other], due, validities) => {
        const [fromOn = '', toOn = ''] = [one, other].toSorted();
        const offices = validities.map((valid, n) => office(n + 2, valid));
        const items = expandDuty(rule({ cycle, fromOn, toOn, dueRule: due }), offices, [], calendar);
        const keys = items.map(({ officeId, periodFrom }) => `${officeId} ${periodFrom}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const item of items) {
          const held = offices.find(({ id }) => id === item.officeId);
          expect(held && holdsOn(held, item.dueOn)).toBe(true);
        }
        const asked = periodsOf(cycle, fromOn, toOn).length * offices.length;
        expect(items.length).toBeLessThanOrEqual(asked);
      },
    ),
  );
});
