import type { ExemplarState } from '../exemplars/workflow.ts';
import type { Day } from '../platform/clock.ts';

const STATES = [
  ...(['found', 'proposed', 'returned', 'waiting', 'nurtured', 'recognised', 'honoured'] as const),
  ...(['held', 'declined', 'withdrawn', 'lapsed'] as const),
];

/** How many exemplars of each field end in each of these states. Households chosen: 5, and one beyond the quota. */
const COUNTS: Record<string, readonly number[]> = {
  'kinh-te-ho': [6, 8, 5, 9, 3, 2, 1, 0, 8, 4, 2],
  ntm: [6, 8, 4, 2, 29, 17, 18, 2, 4, 1, 2],
  'lao-dong': [4, 4, 2, 1, 18, 10, 10, 1, 2, 1, 1],
  'hoc-tap': [3, 3, 1, 1, 15, 9, 10, 1, 1, 1, 1],
  'cong-tac': [3, 3, 1, 1, 17, 10, 11, 2, 1, 1, 1],
  'chien-dau': [3, 3, 2, 1, 8, 5, 5, 1, 1, 1, 1],
};

/** Every part that is to be played: its field, where it is to lead, and the how manieth of its kind it is. */
export const CAST: readonly { fieldKey: string; target: ExemplarState; n: number }[] = Object.entries(
  COUNTS,
).flatMap(([fieldKey, counts]) =>
  STATES.flatMap((target, state) =>
    Array.from({ length: counts[state] ?? 0 }, (_, n) => ({ fieldKey, target, n })),
  ),
);

/** When a life must begin to lead where it is to lead by the day of the sample. */
export const BEGINS: Record<ExemplarState, readonly [from: Day, to: Day]> = {
  found: ['2018-04-01', '2018-11-10'],
  proposed: ['2018-08-01', '2018-10-01'],
  returned: ['2018-06-15', '2018-09-15'],
  waiting: ['2017-03-01', '2018-07-15'],
  nurtured: ['2016-10-01', '2018-07-01'],
  recognised: ['2016-09-01', '2017-10-15'],
  honoured: ['2016-06-10', '2017-03-31'],
  held: ['2016-07-01', '2017-08-01'],
  declined: ['2016-06-10', '2018-07-15'],
  withdrawn: ['2016-07-01', '2017-10-01'],
  lapsed: ['2016-06-10', '2017-03-01'],
};

/** Five places in all: two free themselves in 2017, and the last of these households comes on top, with a reason. */
export const HOUSEHOLDS_BEGIN: Partial<Record<ExemplarState, readonly (readonly [from: Day, to: Day])[]>> = {
  lapsed: [['2016-06-01', '2016-06-10']],
  honoured: [['2016-06-20', '2016-07-05']],
  recognised: [['2016-08-01', '2016-09-01']],
  nurtured: [
    ['2017-09-01', '2017-09-20'],
    ['2017-10-01', '2017-10-20'],
    ['2018-05-10', '2018-05-25'],
  ],
};
