import { addDays } from '../calendar/days.ts';
import type { Day } from '../platform/clock.ts';

/** How the offices behave while the year is played. */
export const BEHAVIOURS = ['dung-han', 'khong-ai', 'nhu-nam-truoc'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export const BEHAVIOUR_NAMES: Record<Behaviour, string> = {
  'dung-han': 'Mọi đơn vị đúng hạn',
  'khong-ai': 'Không đơn vị nào trả lời',
  'nhu-nam-truoc': 'Như lần trước',
};

/** How an office kept the same duty the last time: so many days after the day (before it: negative); 'never': not at all. */
export type Past = number | 'never';

/** The day on which an office does a thing, or null when it does not. What was never asked before is done on its day. */
export function playedDoneOn(dueOn: Day, behaviour: Behaviour, past: Past | undefined): Day | null {
  if (behaviour === 'khong-ai') return null;
  if (behaviour === 'dung-han' || past === undefined) return dueOn;
  return past === 'never' ? null : addDays(dueOn, past);
}
