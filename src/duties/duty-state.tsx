import { daysFrom } from '../calendar/days.ts';
import type { Day } from '../platform/clock.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { type StateShape, StateTag, type Tone } from '../ui/state-tag.tsx';
import type { DutyFacts, DutyState as State } from './state.ts';

export const STATE_NAMES: Record<State, string> = {
  late: 'Quá hạn',
  open: 'Chưa đến hạn',
  done: 'Đúng hạn',
  done_late: 'Xong muộn',
  excused: 'Được miễn',
  void: 'Không phát sinh',
};

export const STATE_LOOKS: Record<State, { tone: Tone; shape: StateShape }> = {
  late: { tone: 'warn', shape: 'triangle' },
  open: { tone: 'neutral', shape: 'ring' },
  done: { tone: 'good', shape: 'check' },
  done_late: { tone: 'progress', shape: 'clock' },
  excused: { tone: 'neutral', shape: 'pause' },
  void: { tone: 'neutral', shape: 'dash' },
};

/** How something due stands, with how late it is or how long there is. */
export function DutyState({ item, today }: { item: DutyFacts & { state: State }; today: Day }) {
  return <StateTag {...STATE_LOOKS[item.state]} word={stateInWords(item, today)} />;
}

/** 'Quá hạn 12 ngày', 'Còn 25 ngày', 'Đúng hạn, 09/12/2016'. */
export function stateInWords(item: DutyFacts & { state: State }, today: Day): string {
  const name = STATE_NAMES[item.state];
  switch (item.state) {
    case 'late':
      return `${name} ${formatCount(daysFrom(item.dueOn, today))} ngày`;
    case 'open': {
      const left = daysFrom(today, item.dueOn);
      return left === 0 ? 'Hạn hôm nay' : `Còn ${formatCount(left)} ngày`;
    }
    case 'done':
    case 'done_late':
      return `${name}, ${formatDate(item.doneOn)}`;
    default:
      return name;
  }
}
