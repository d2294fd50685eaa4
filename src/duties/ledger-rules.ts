import type { HeatLevel } from '../ui/heat-table.tsx';
import type { DutyState } from './state.ts';

/** What was promised and what came of it. `void` items are counted nowhere. */
export interface Promises {
  /** Fallen due: in time, late and missing together. */
  due: number;
  inTime: number;
  doneLate: number;
  missing: number;
  excused: number;
  /** Not yet due. */
  ahead: number;
}

export const NO_PROMISES: Promises = { due: 0, inTime: 0, doneLate: 0, missing: 0, excused: 0, ahead: 0 };

/** So many items of one state as promises. */
export function promisesOf(state: DutyState, n: number): Promises {
  switch (state) {
    case 'done':
      return { ...NO_PROMISES, due: n, inTime: n };
    case 'done_late':
      return { ...NO_PROMISES, due: n, doneLate: n };
    case 'late':
      return { ...NO_PROMISES, due: n, missing: n };
    case 'excused':
      return { ...NO_PROMISES, excused: n };
    case 'open':
      return { ...NO_PROMISES, ahead: n };
    case 'void':
      return NO_PROMISES;
  }
}

export const addPromises = (one: Promises, other: Promises): Promises => ({
  due: one.due + other.due,
  inTime: one.inTime + other.inTime,
  doneLate: one.doneLate + other.doneLate,
  missing: one.missing + other.missing,
  excused: one.excused + other.excused,
  ahead: one.ahead + other.ahead,
});

/** In the tenth part and less, what is missing or late does not yet colour the whole. */
const SOME = 0.1;

/** How promises were kept: all but a tenth in time; more than a tenth missing; or what lies between. */
export function levelOf({ due, inTime, missing, excused, ahead }: Promises): HeatLevel {
  if (due === 0) return ahead > 0 || excused > 0 ? 'wait' : 'none';
  if (missing > due * SOME) return 'poor';
  return inTime >= due * (1 - SOME) ? 'good' : 'fair';
}

export const LEGEND = [
  { level: 'good' as const, words: 'đúng hạn từ 90%' },
  { level: 'fair' as const, words: 'đủ hoặc thiếu không quá 10%, có việc muộn' },
  { level: 'poor' as const, words: 'còn thiếu trên 10%' },
  { level: 'wait' as const, words: 'số việc chưa đến hạn hoặc được miễn' },
  { level: 'none' as const, words: 'không có việc' },
];
