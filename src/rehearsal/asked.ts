import { addDays, lastOfMonth } from '../calendar/days.ts';
import type { Day } from '../platform/clock.ts';
import { queryChoice, queryDay, queryNumber, withQuery } from '../web/query.ts';
import type { Visit } from '../web/visit.ts';
import { BEHAVIOURS, type Behaviour } from './behaviour.ts';

/** How far the clock moves at once. */
export const STEPS = ['ngay', 'tuan', 'thang'] as const;
export type Step = (typeof STEPS)[number];
export const STEP_NAMES: Record<Step, string> = { ngay: 'Một ngày', tuan: 'Một tuần', thang: 'Một tháng' };

/** The play as its address asks for it. */
export interface Asked {
  /** The first day of the play, and its last: a year later at the most, and never after the plan. */
  from: Day;
  to: Day;
  /** Where the clock stands, within the play. */
  now: Day;
  step: Step;
  behaviour: Behaviour;
  /** More things due of one office in a week than this is a clash. */
  week: number;
  /** More things that arrive on one desk on a day than this is a clash. */
  desk: number;
}

export const FIRST_LIMITS = { week: 2, desk: 20 };
const HIGHEST_LIMIT = 500;
const A_YEAR = 364;

export interface PlayedPlan {
  id: number;
  periodFrom: Day;
  periodTo: Day;
}

/** Days outside of the plan are moved into it; without one the play begins today, or with the plan. */
export function readAsked(visit: Visit, plan: PlayedPlan, today: Day): Asked {
  const within = (day: Day, low: Day, high: Day) => (day < low ? low : day > high ? high : day);
  const from = within(queryDay(visit, 'tu') ?? today, plan.periodFrom, plan.periodTo);
  const to = within(addDays(from, A_YEAR), from, plan.periodTo);
  const limit = (name: string, first: number) => Math.min(queryNumber(visit, name) ?? first, HIGHEST_LIMIT);
  return {
    from,
    to,
    now: within(queryDay(visit, 'ngay') ?? from, from, to),
    step: queryChoice(visit, 'buoc', STEPS) ?? 'thang',
    behaviour: queryChoice(visit, 'cach', BEHAVIOURS) ?? 'dung-han',
    week: limit('tuan_nhieu', FIRST_LIMITS.week),
    desk: limit('ban_nhieu', FIRST_LIMITS.desk),
  };
}

/** The address of the play, with some of it changed. */
export function playHref(plan: PlayedPlan, asked: Asked, change: Partial<Asked> = {}, file = ''): string {
  const { from, now, step, behaviour, week, desk } = { ...asked, ...change };
  return withQuery(`/ke-hoach/${plan.id}/chay-thu${file}`, {
    tu: from,
    ngay: now,
    buoc: step,
    cach: behaviour,
    tuan_nhieu: week === FIRST_LIMITS.week ? null : week,
    ban_nhieu: desk === FIRST_LIMITS.desk ? null : desk,
  });
}

/** The last day of the window that begins where the clock stands. */
export function windowEnd({ now, step, to }: Asked): Day {
  const end = step === 'ngay' ? now : step === 'tuan' ? addDays(now, 6) : lastOfMonth(now);
  return end < to ? end : to;
}

/** Where the clock stood a step before. */
export function stepBack({ now, step, from }: Asked): Day {
  const back =
    step === 'ngay'
      ? addDays(now, -1)
      : step === 'tuan'
        ? addDays(now, -7)
        : `${lastOfMonth(now, -1).slice(0, 8)}01`;
  return back < from ? from : back;
}
