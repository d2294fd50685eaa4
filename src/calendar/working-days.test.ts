import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.ts';
import { makeCalendar } from './working-days.ts';

/** Tết 2018 as published: Wednesday 14/02 to Tuesday 20/02 off. */
const TET_2018 = ['14', '15', '16', '19', '20'].map((day) => ({
  day: `2018-02-${day}`,
  kind: 'off' as const,
}));

describe('the working-day calendar', () => {
  it('passes over weekends and days off', () => {
    const calendar = makeCalendar(TET_2018);
    expect(calendar.addWorkingDays('2018-02-13', 1)).toBe('2018-02-21');
    expect(calendar.addWorkingDays('2018-02-21', -1)).toBe('2018-02-13');
    expect(calendar.nextWorkingDay('2018-02-16')).toBe('2018-02-21');
    expect(calendar.nextWorkingDay('2018-02-13')).toBe('2018-02-13');
    expect(calendar.workingDaysBetween('2018-02-13', '2018-02-22')).toBe(2);
  });

  it('counts a Saturday that is worked in exchange', () => {
    const calendar = makeCalendar([{ day: '2018-11-17', kind: 'work' }]);
    expect(calendar.isWorkingDay('2018-11-17')).toBe(true);
    expect(calendar.addWorkingDays('2018-11-16', 1)).toBe('2018-11-17');
  });

  it('never ends a count on a day off, counts back what it counted, and agrees with counting day by day', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2016-01-01', n));
    const special = fc.array(fc.record({ day, kind: fc.constantFrom('off' as const, 'work' as const) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(special, day, fc.integer({ min: 1, max: 60 }), (days, from, n) => {
        const calendar = makeCalendar(days);
        const to = calendar.addWorkingDays(from, n);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(calendar.workingDaysBetween(from, to)).toBe(n);
        expect(calendar.addWorkingDays(to, -n) <= from).toBe(true);
        if (calendar.isWorkingDay(from)) expect(calendar.addWorkingDays(to, -n)).toBe(from);
      }),
    );
  });
});
