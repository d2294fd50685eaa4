import { z } from 'zod';
import type { Day } from '../platform/clock.ts';
import { dayOfMonth } from './days.ts';
import type { Period } from './periods.ts';
import type { WorkCalendar } from './working-days.ts';

/** When something is due, told from its period. */
export const dueRuleSchema = z.discriminatedUnion('kind', [
  /** One day, whatever the period. */
  z.object({ kind: z.literal('on'), day: z.iso.date() }),
  /** A day of the month `monthsAfter` months after the month in which the period ends (0: that month, -1: the one before). */
  z.object({
    kind: z.literal('fixed'),
    monthsAfter: z.number().int().min(-12).max(12),
    day: z.number().int().min(1).max(31),
  }),
  /** The n-th working day after the period has begun or ended. */
  z.object({
    kind: z.literal('working_days'),
    n: z.number().int().min(1).max(250),
    after: z.enum(['period_start', 'period_end']),
  }),
]);

export type DueRule = z.infer<typeof dueRuleSchema>;

/**
 * The day on which something is due. A day that is named stands even when it is a day off: the paper that names it
 * says so; who is to remind moves to a working day.
 */
export function dueDay(rule: DueRule, period: Period, calendar: WorkCalendar): Day {
  switch (rule.kind) {
    case 'on':
      return rule.day;
    case 'fixed':
      return dayOfMonth(period.to, rule.monthsAfter, rule.day);
    case 'working_days':
      return calendar.addWorkingDays(rule.after === 'period_start' ? period.from : period.to, rule.n);
  }
}

/** 'ngày 30/06/2016', 'ngày 10 của tháng cuối kỳ', '5 ngày làm việc sau khi hết kỳ'. */
export function dueRuleInWords(rule: DueRule): string {
  switch (rule.kind) {
    case 'on':
      return `ngày ${rule.day.split('-').reverse().join('/')}`;
    case 'fixed':
      return `ngày ${rule.day} ${monthInWords(rule.monthsAfter)}`;
    case 'working_days':
      return `${rule.n} ngày làm việc sau khi ${rule.after === 'period_start' ? 'bắt đầu' : 'hết'} kỳ`;
  }
}

function monthInWords(after: number): string {
  if (after === 0) return 'của tháng cuối kỳ';
  if (after === 1) return 'tháng liền sau kỳ';
  return after > 0 ? `tháng thứ ${after} sau kỳ` : `của tháng thứ ${-after} trước tháng cuối kỳ`;
}
