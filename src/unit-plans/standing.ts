import type { Tone } from '../ui/state-tag.tsx';
import type { UnitPlanState } from './workflow.ts';

/** How an office stands to its duty to write a plan, as the office above sees it. */
export const STANDINGS = [
  'late',
  'missing',
  'returned',
  'submitted_late',
  'submitted',
  'approved',
  'excused',
] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS: Record<Standing, { tone: Tone; word: string }> = {
  late: { tone: 'stopped', word: 'quá hạn, chưa gửi' },
  missing: { tone: 'neutral', word: 'chưa gửi, còn hạn' },
  returned: { tone: 'warn', word: 'trả lại bổ sung' },
  submitted_late: { tone: 'warn', word: 'đã gửi, muộn' },
  submitted: { tone: 'progress', word: 'đã gửi, đúng hạn' },
  approved: { tone: 'good', word: 'đã duyệt' },
  excused: { tone: 'neutral', word: 'được miễn' },
};

export interface StandingFacts {
  dueOn: string;
  excusedOn: string | null;
  /** Null: nothing was begun. */
  state: UnitPlanState | null;
  firstSubmittedOn: string | null;
  /** An approved edition holds, whatever happens to the next one. */
  hasApprovedEdition: boolean;
}

/**
 * What was sent counts as sent whatever came after; an approved edition holds while the next one is being written. An
 * excuse counts only for what was not sent.
 */
export function standingOf(facts: StandingFacts, today: string): Standing {
  if (facts.hasApprovedEdition) return 'approved';
  if (facts.state === 'returned') return 'returned';
  if (facts.firstSubmittedOn !== null)
    return facts.firstSubmittedOn > facts.dueOn ? 'submitted_late' : 'submitted';
  if (facts.excusedOn !== null && facts.excusedOn <= today) return 'excused';
  return facts.dueOn < today ? 'late' : 'missing';
}

/** Whom a reminder makes sense for. */
export const mayBeReminded = (standing: Standing): boolean => standing === 'late' || standing === 'missing';

export type StandingCounts = Record<Standing, number>;

export function countStandings(all: readonly Standing[]): StandingCounts {
  const counts: StandingCounts = {
    late: 0,
    missing: 0,
    returned: 0,
    submitted_late: 0,
    submitted: 0,
    approved: 0,
    excused: 0,
  };
  for (const standing of all) counts[standing] += 1;
  return counts;
}
