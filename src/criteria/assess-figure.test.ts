import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, UNANSWERED } from './answer.ts';
import { assess, type LeafRule } from './assess.ts';
import { NOWHERE, type Where } from './finding.ts';
import type { Norm } from './norm.ts';

const NORM = { key: 'thu-nhap', name: 'Thu nhập chuẩn', unit: 'triệu đồng', validTo: null };
const norm = (
  region: string | null,
  value: number | null,
  validFrom: string,
  validTo: string | null = null,
): Norm => ({
  ...NORM,
  ...{ region, value, validFrom, validTo },
});
const REGIONS = {
  key: 'vung',
  name: 'Vùng',
  options: [
    { key: 'mien-nui', name: 'Miền núi' },
    { key: 'dong-bang', name: 'Đồng bằng' },
  ],
};
const where = (norms: Norm[], day: string, vung?: string): Where => ({
  ...{ norms, day, groupings: [REGIONS], chosen: vung ? { vung } : {} },
});
const MULTIPLE: LeafRule = { kind: 'multiple_of_norm', norm: 'thu-nhap', factor: 1.5 };
const judge = (rule: LeafRule, answer: Answer, at: Where = NOWHERE) => assess(rule, answer, [], at);

describe('a multiple of a norm', () => {
  const BY_REGION = [
    norm('Miền núi', 30, '2016-01-01', '2017-12-31'),
    norm('Miền núi', 36, '2018-01-01'),
    norm('Đồng bằng', 50, '2018-01-01'),
  ];

  it('is held against the norm in force on the day', () => {
    expect(judge(MULTIPLE, { value: 50 }, where(BY_REGION, '2017-12-31', 'mien-nui'))).toEqual({
      result: 'met',
      explanation: '50 triệu đồng; yêu cầu ít nhất 45 triệu đồng, bằng 1,5 lần định mức “Thu nhập chuẩn”.',
    });
    expect(judge(MULTIPLE, { value: 50 }, where(BY_REGION, '2018-01-01', 'mien-nui')).result).toBe('not_met');
  });

  it('says which norm is missing, for which region and day', () => {
    expect(judge(MULTIPLE, { value: 500 }, where(BY_REGION, '2017-06-01', 'dong-bang'))).toEqual({
      result: 'unknown',
      explanation:
        'Đã ghi 500, nhưng chưa có định mức “Thu nhập chuẩn” cho “Đồng bằng” vào ngày 01/06/2017 nên chưa kết luận được.',
    });
  });

  it('takes a norm that is marked unknown for one that is missing', () => {
    const marked = [norm(null, null, '2016-01-01')];
    expect(
      judge(MULTIPLE, { value: 500 }, { ...NOWHERE, norms: marked, day: '2018-01-01' }).explanation,
    ).toBe('Đã ghi 500, nhưng chưa có định mức “Thu nhập chuẩn” vào ngày 01/01/2018 nên chưa kết luận được.');
  });

  it('needs no region where the answer is the same in all, and waits for it where it is not', () => {
    expect(judge(MULTIPLE, { value: 75 }, where(BY_REGION, '2018-05-01')).result).toBe('met');
    expect(judge(MULTIPLE, { value: 53 }, where(BY_REGION, '2018-05-01')).result).toBe('not_met');
    const open = judge(MULTIPLE, { value: 60 }, where(BY_REGION, '2018-05-01'));
    expect(open.result).toBe('unknown');
    expect(open.explanation).toContain('tùy nhóm “Vùng”; chưa chọn nhóm nên chưa kết luận được.');
  });

  it('falls back on the norm for everywhere', () => {
    const general = [norm(null, 40, '2016-01-01'), norm('Miền núi', 30, '2016-01-01')];
    expect(judge(MULTIPLE, { value: 50 }, where(general, '2018-01-01', 'dong-bang')).result).toBe('not_met');
    expect(judge(MULTIPLE, { value: 50 }, where(general, '2018-01-01', 'mien-nui')).result).toBe('met');
  });

  it('is exact: 1,1 times 3 is 3,3', () => {
    const rule: LeafRule = { kind: 'multiple_of_norm', norm: 'thu-nhap', factor: 1.1 };
    expect(
      judge(rule, { value: 3.3 }, { ...NOWHERE, norms: [norm(null, 3, '2016-01-01')], day: '2018-01-01' })
        .result,
    ).toBe('met');
  });
});

describe('a threshold with figures of its own for a group', () => {
  const poor: LeafRule = { kind: 'threshold', atLeast: null, atMost: 5, unit: '%', per: { 'mien-nui': 12 } };

  it('goes by the group that was chosen', () => {
    expect(judge(poor, { value: 8 }, where([], '2018-01-01', 'mien-nui'))).toEqual({
      result: 'met',
      explanation: '8%; yêu cầu nhiều nhất 12%.',
    });
    expect(judge(poor, { value: 8 }, where([], '2018-01-01', 'dong-bang')).result).toBe('not_met');
  });

  it('is unknown without a choice only where the choice matters', () => {
    const at = where([], '2018-01-01');
    expect([4, 8, 13].map((value) => judge(poor, { value }, at).result)).toEqual([
      'met',
      'unknown',
      'not_met',
    ]);
  });
});

describe('a percentage of a vote', () => {
  const ninety: LeafRule = { kind: 'vote_percent', atLeast: 90, of: 'present' };

  it.each([
    [36, 41, 'not_met'],
    [37, 41, 'met'],
    [45, 50, 'met'],
    [0, 1, 'not_met'],
  ] as const)('%i of %i against 90%% is %s', (agreed, voters, result) => {
    expect(judge(ninety, { agreed, voters }).result).toBe(result);
  });

  it('never shows a percentage that was not reached', () => {
    expect(judge(ninety, { agreed: 8_999, voters: 10_000 }).explanation).toBe(
      '8.999 người tán thành trên 10.000 người dự họp (89,9%); yêu cầu ít nhất 90%.',
    );
  });

  it('one more who agrees never makes it worse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(499),
        fc.integer({ min: 1, max: 1_000 }),
        (voters, some, mark) => {
          const rule: LeafRule = { kind: 'vote_percent', atLeast: mark / 10, of: 'all' };
          const agreed = some % voters;
          if (judge(rule, { agreed, voters }).result === 'met')
            expect(judge(rule, { agreed: agreed + 1, voters }).result).toBe('met');
        },
      ),
    );
  });
});

describe('what is not known', () => {
  it.each<[string, LeafRule]>([
    ['a vote without a mark', { kind: 'vote_percent', atLeast: null, of: 'all' }],
    ['a multiple of no norm', { kind: 'multiple_of_norm', norm: null, factor: 1.5 }],
    ['points not given', { kind: 'points', atLeast: 10 }],
    ['a disqualifier not looked into', { kind: 'disqualifier' }],
  ])('%s is unknown, in a sentence', (_name, rule) => {
    expect(judge(rule, UNANSWERED)).toMatchObject({
      result: 'unknown',
      explanation: expect.stringMatching(/\.$/),
    });
  });
});
