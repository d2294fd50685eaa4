import type { Day } from '../platform/clock.ts';
import type { Reason } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';

/** An opinion that one more office was asked for. */
export interface OpinionDays {
  dueOn: Day;
  answeredOn: Day | null;
  /** The day on which the paper went on without it, by name. */
  gapOn: Day | null;
}

/**
 * `open` and `late`: not answered, within or after its day. `gap`: gone on without. `answered`, `answered_late`: in or
 * after its day. `supplement`: it came after the paper had gone on without it.
 */
export type OpinionState = 'open' | 'late' | 'gap' | 'answered' | 'answered_late' | 'supplement';

export function opinionState({ dueOn, answeredOn, gapOn }: OpinionDays, today: Day): OpinionState {
  if (answeredOn) return gapOn ? 'supplement' : answeredOn > dueOn ? 'answered_late' : 'answered';
  if (gapOn) return 'gap';
  return today > dueOn ? 'late' : 'open';
}

/** Does the paper still wait for it? */
export const isAwaited = ({ answeredOn, gapOn }: OpinionDays): boolean => !answeredOn && !gapOn;

/**
 * Why a paper may not be decided on yet: an office was asked and has neither answered nor been named as a gap. Null when
 * nothing is awaited.
 */
export function judgeOpinions(opinions: readonly (OpinionDays & { officeName: string })[]): Reason | null {
  const awaited = opinions.filter(isAwaited);
  if (awaited.length === 0) return null;
  const names = awaited.map(({ officeName, dueOn }) => `${officeName} (hạn ${formatDate(dueOn)})`).join(', ');
  return {
    rule: 'opinion_awaited',
    sentence: `Còn chờ ý kiến của ${names}: hãy chờ trả lời, hoặc nêu tên cơ quan chưa trả lời kèm lý do ở mục “Văn bản đang ở đâu” rồi đi tiếp.`,
  };
}
