import { describe, expect, it } from 'vitest';
import { criterion, judged, no, part, yes } from '../../test/criteria-judged.ts';
import type { Answer } from './answer.ts';
import type { Judged } from './assess-set.ts';
import { NOWHERE, type Where } from './finding.ts';

const COMMUNES: Where = {
  ...NOWHERE,
  groupings: [
    {
      key: 'dia-ban',
      name: 'Địa bàn',
      options: [
        { key: 'kho-khan', name: 'Xã đặc biệt khó khăn' },
        { key: 'khac', name: 'Xã khác' },
      ],
    },
  ],
};
const CULTURE: Judged[] = [
  criterion(1, { kind: 'points_sum', pass: 95, per: { 'kho-khan': 90 } }, { name: 'Tổng điểm' }),
  part(2, 1, { kind: 'points', atLeast: null }, 32),
  part(3, 1, { kind: 'points', atLeast: null }, 42),
  part(4, 1, { kind: 'points', atLeast: null }, 26),
  criterion(5, { kind: 'vote_percent', atLeast: 90, of: 'present' }),
];

describe('Gia đình văn hóa: 32 + 42 + 26 points, 95 or 90 of them, and 90% of the meeting', () => {
  const points = (a: number, b: number, c: number): [number, Answer][] => [
    [2, { points: a }],
    [3, { points: b }],
    [4, { points: c }],
  ];
  const meeting: [number, Answer] = [5, { agreed: 45, voters: 50 }];

  it.each([
    ['96 points are enough wherever one lives', points(32, 40, 24), {}, 'met'],
    [
      '92 points are enough in an especially hard commune',
      points(30, 38, 24),
      { 'dia-ban': 'kho-khan' },
      'met',
    ],
    ['92 points are too few elsewhere', points(30, 38, 24), { 'dia-ban': 'khac' }, 'not_met'],
    ['92 points are neither while nobody knows which commune', points(30, 38, 24), {}, 'unknown'],
    ['89,9 points are too few everywhere', points(30, 38, 21.9), {}, 'not_met'],
  ] as const)('%s', (_name, answers, chosen, result) => {
    const { of, verdict } = judged(CULTURE, [...answers, meeting], { ...COMMUNES, chosen });
    expect(of(1)?.result).toBe(result);
    expect(verdict.result).toBe(result);
  });

  it('says what is open, and what would be enough', () => {
    const where = { ...COMMUNES, chosen: { 'dia-ban': 'khac' } };
    const { verdict } = judged(CULTURE, [[2, { points: 31.5 }], meeting], where);
    expect(verdict.result).toBe('unknown');
    expect(verdict.summary).toContain(
      'Tổng điểm: được 31,5 điểm; cần 95 điểm. Còn 2 tiêu chí chưa rõ (tối đa thêm 68 điểm); nếu đạt cả hai thì đủ điểm.',
    );
  });

  it('is lost as soon as even full points for what is open cannot reach the mark', () => {
    const where = { ...COMMUNES, chosen: { 'dia-ban': 'khac' } };
    const { of } = judged(CULTURE, [[2, { points: 20 }]], where);
    expect(of(1)).toMatchObject({ result: 'not_met', points: { reached: 20, open: 68 } });
    expect(of(1)?.explanation).toContain('cũng chỉ được 88');
  });

  it('fails when a part misses a minimum of its own, however many points the others bring', () => {
    const set = [
      criterion(1, { kind: 'points_sum', pass: 50 }),
      part(2, 1, { kind: 'points', atLeast: 20 }, 40),
      part(3, 1, { kind: 'points', atLeast: null }, 60),
    ];
    const { of } = judged(set, [
      [2, { points: 19.9 }],
      [3, { points: 60 }],
    ]);
    expect(of(1)).toMatchObject({ result: 'not_met' });
    expect(of(1)?.explanation).toContain('“Tiêu chí 2” chưa đủ điểm tối thiểu');
  });
});

describe('the set as a whole', () => {
  const set = [
    criterion(1, { kind: 'yes_no' }),
    criterion(2, { kind: 'disqualifier' }),
    criterion(3, { kind: 'yes_no' }, { mandatory: false }),
  ];

  it('is met when every mandatory criterion is and nothing disqualifies; what is optional does not count', () => {
    expect(
      judged(set, [
        [1, yes],
        [2, no],
        [3, no],
      ]).verdict.result,
    ).toBe('met');
  });

  it('is out by a disqualifying condition, whatever else is met, and says by which', () => {
    const { verdict } = judged(set, [
      [1, yes],
      [2, yes],
      [3, yes],
    ]);
    expect(verdict).toMatchObject({ result: 'not_met', disqualifiedBy: ['Tiêu chí 2'] });
    expect(verdict.summary).toContain('Bị loại vì “Tiêu chí 2”.');
  });

  it('stays open while it is not known whether something disqualifies', () => {
    const { verdict } = judged(set, [[1, yes]]);
    expect(verdict).toMatchObject({ result: 'unknown', unknown: ['Tiêu chí 2'] });
    expect(verdict.summary).toContain('Còn “Tiêu chí 2” chưa rõ; nếu đạt thì đạt bộ tiêu chí.');
  });
});
