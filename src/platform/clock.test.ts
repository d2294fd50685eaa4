import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInVietnam, SettableClock, systemClock } from './clock.ts';

describe('the day in Việt Nam', () => {
  it('begins seven hours before the day of the world clock', () => {
    expect(dayInVietnam(new Date('2018-11-14T16:59:59.999Z'))).toBe('2018-11-14');
    expect(dayInVietnam(new Date('2018-11-14T17:00:00Z'))).toBe('2018-11-15');
    expect(dayInVietnam(new Date('2018-12-31T17:00:00Z'))).toBe('2019-01-01');
  });

  it('is what a Vietnamese calendar says at any moment since the last change of the zone', () => {
    const moments = fc.date({
      min: new Date('1976-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(dayInVietnam(moment)).toBe(calendar.format(moment));
      }),
    );
  });
});

describe('the clock of the office', () => {
  it('is the clock on the wall', () => {
    const before = Date.now();
    const now = systemClock.now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    expect([dayInVietnam(new Date(before)), dayInVietnam(new Date())]).toContain(systemClock.today());
  });
});

describe('a clock that can be set', () => {
  it('writes moments of its own day, at the present time of day', () => {
    const clock = new SettableClock('2018-11-15');
    expect(clock.today()).toBe('2018-11-15');
    const timeOfDay = (moment: Date) => (moment.getTime() + 7 * 3600_000) % 86_400_000;
    const difference = Math.abs(timeOfDay(clock.now()) - timeOfDay(new Date()));
    expect(Math.min(difference, 86_400_000 - difference)).toBeLessThan(5000);
  });

  it('says the same day by its moments as by itself, on any day', () => {
    const days = fc.date({ min: new Date('1976-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const clock = new SettableClock('2018-11-15');
    fc.assert(
      fc.property(days, (date) => {
        clock.set(date.toISOString().slice(0, 10));
        expect(dayInVietnam(clock.now())).toBe(clock.today());
      }),
    );
  });
});
