import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';
import type { LifeStep, StepState } from '../ui/life-line.tsx';
import type { ExemplarInView } from './queries.ts';
import { LEVEL_NAMES } from './show-words.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

/** What the life line is drawn from, each list in the order in which it happened. */
export interface LifeEvents {
  steps: readonly { action: string; onDay: Day }[];
  checks: readonly { year: number; checkedOn: Day }[];
  honours: readonly { honouredOn: Day }[];
}

type Living = Pick<ExemplarInView, 'state' | 'heldFrom' | 'level' | 'foundOn'>;

/** How far along the line each state stands; a stopped one stands where it was stopped. */
const PLACE: Partial<Record<ExemplarState, number>> = {
  found: 0,
  proposed: 1,
  returned: 1,
  waiting: 1,
  nurtured: 3,
  recognised: 4,
  honoured: 5,
};
/** Which place an action reaches, for those that are stopped now. */
const REACHED: Readonly<Record<string, number>> = { propose: 1, choose: 3, recognise: 4, honour: 5 };
const STOPPING: Readonly<Record<string, ExemplarState>> = {
  refuse: 'declined',
  merge: 'declined',
  decline: 'declined',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
  hold: 'held',
};

/**
 * The whole life in six milestones, from discovery to honour; a file that was stopped says so where it stopped, and
 * one that was reopened begins again.
 */
export function lifeLine(exemplar: Living, events: LifeEvents): LifeStep[] {
  const reopenedAt = events.steps.findLastIndex((step) => step.action === 'reopen');
  const steps = events.steps.slice(reopenedAt + 1);
  const place = placeOf(exemplar, steps);
  const stopped = PLACE[exemplar.state] === undefined;
  const reopenedOn = events.steps[reopenedAt]?.onDay ?? null;
  const milestones = milestonesOf(exemplar, steps, events, reopenedOn).map((milestone, index): LifeStep => {
    const state: StepState =
      index < place || (stopped && index === place) ? 'done' : index === place ? 'now' : 'ahead';
    return state === 'ahead' ? { label: milestone.label, state } : { ...milestone, state };
  });
  if (!stopped) return milestones;
  const stop: LifeStep = {
    label: capital(exemplarWorkflow.states[exemplar.state].name),
    date: steps.findLast((step) => STOPPING[step.action])?.onDay,
    state: 'stopped',
  };
  // what is held may go on; what is closed has nothing ahead
  const ahead = exemplar.state === 'held' ? milestones.slice(place + 1) : [];
  return [...milestones.slice(0, place + 1), stop, ...ahead];
}

function placeOf({ state, heldFrom }: Living, steps: LifeEvents['steps']): number {
  const direct = PLACE[heldFrom ?? state];
  return direct ?? Math.max(0, ...steps.map((step) => REACHED[step.action] ?? 0));
}

type Milestone = Omit<LifeStep, 'state'>;

function milestonesOf(
  exemplar: Living,
  steps: LifeEvents['steps'],
  { checks, honours, steps: all }: LifeEvents,
  reopenedOn: Day | null,
): Milestone[] {
  const lastDay = (action: string) => steps.findLast((step) => step.action === action)?.onDay;
  const times = (action: string) => steps.filter((step) => step.action === action).length;
  const returns = times('return');
  const waiting = exemplar.state === 'waiting' ? 'trong danh sách chờ' : undefined;
  return [
    {
      label: 'Phát hiện',
      date: exemplar.foundOn ?? all[0]?.onDay,
      note: reopenedOn ? `mở lại ngày ${formatDate(reopenedOn)}` : undefined,
    },
    {
      label: 'Đề nghị',
      date: lastDay('propose'),
      note: waiting ?? (returns > 0 ? `trả lại ${returns} lần` : undefined),
    },
    { label: 'Chọn bồi dưỡng', date: lastDay('choose') },
    {
      label: 'Bồi dưỡng, kiểm tra',
      date: checks.length > 0 ? `Kiểm tra ${checks.map((check) => check.year).join(', ')}` : null,
      note: checks.length === 0 ? 'chưa kiểm tra lần nào' : undefined,
    },
    {
      label: 'Công nhận',
      date: lastDay('recognise'),
      note: exemplar.level ? LEVEL_NAMES[exemplar.level].toLowerCase() : undefined,
    },
    {
      label: 'Tôn vinh',
      date: honours.at(-1)?.honouredOn ?? lastDay('honour'),
      note: honours.length > 1 ? `${honours.length} lần` : undefined,
    },
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
