import type { Day } from '../platform/clock.ts';

/** Years of a rule of kind `every_year`; null follows the plan. */
interface Span {
  from: number | null;
  to: number | null;
}

/** The period of the plan, days as ISO. */
export interface Period {
  from: Day;
  to: Day;
}

/**
 * The years that "every year" means on a day. Bounds that the rule names all count, also years still to come. What
 * it leaves open follows the plan: from its first year to the last year that is over, for yearly titles are given at
 * the year's end; in the first year of a plan that is the year before it.
 */
export function yearsAsked(rule: Span, period: Period, today: Day): number[] {
  const lastOver = yearOf(today) - 1;
  const to = rule.to ?? Math.min(lastOver, yearOf(period.to));
  const from = rule.from ?? Math.min(yearOf(period.from), to);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
