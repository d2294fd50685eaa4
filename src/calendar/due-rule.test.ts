import { expect, it } from 'vitest';
import { type DueRule, dueDay, dueRuleInWords, dueRuleSchema } from './due-rule.ts';
import { makeCalendar } from './working-days.ts';

const year = { from: '2018-01-01', to: '2018-12-31' };
const february = { from: '2018-02-01', to: '2018-02-28' };
const calendar = makeCalendar([{ day: '2019-01-01', kind: 'off' }]);
const due = (rule: DueRule, period = year) => dueDay(rule, period, calendar);

it('finds the day by the rule, and ends a short month where it ends', () => {
  expect(due({ kind: 'on', day: '2016-06-30' })).toBe('2016-06-30');
  expect(due({ kind: 'fixed', monthsAfter: 0, day: 10 })).toBe('2018-12-10');
  expect(due({ kind: 'fixed', monthsAfter: 1, day: 15 })).toBe('2019-01-15');
  expect(due({ kind: 'fixed', monthsAfter: -1, day: 31 })).toBe('2018-11-30');
  expect(due({ kind: 'fixed', monthsAfter: 0, day: 31 }, february)).toBe('2018-02-28');
});

it('counts working days from the end or the beginning of the period', () => {
  expect(due({ kind: 'working_days', n: 1, after: 'period_end' })).toBe('2019-01-02');
  expect(due({ kind: 'working_days', n: 5, after: 'period_start' }, february)).toBe('2018-02-08');
});

it('says the rule in words', () => {
  expect(dueRuleInWords({ kind: 'on', day: '2016-06-30' })).toBe('ngày 30/06/2016');
  expect(dueRuleInWords({ kind: 'fixed', monthsAfter: 0, day: 10 })).toBe('ngày 10 của tháng cuối kỳ');
  expect(dueRuleInWords({ kind: 'fixed', monthsAfter: 1, day: 5 })).toBe('ngày 5 tháng liền sau kỳ');
  expect(dueRuleInWords({ kind: 'working_days', n: 5, after: 'period_end' })).toBe(
    '5 ngày làm việc sau khi hết kỳ',
  );
});

it('takes no rule that names no day', () => {
  for (const wrong of [
    { kind: 'fixed', monthsAfter: 0, day: 32 },
    { kind: 'on', day: '2018-02-30' },
    { kind: 'working_days', n: 0, after: 'period_end' },
    { kind: 'sometime' },
  ])
    expect(dueRuleSchema.safeParse(wrong).success).toBe(false);
});
