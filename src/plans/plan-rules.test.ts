import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Allocation, DraftField, PlanFacts } from './plan-draft.ts';
import { factErrors, fieldErrors, overlappingStages, stageErrors } from './plan-rules.ts';

const facts: PlanFacts = {
  number: '1711/KH-UBND',
  kind: 'Kế hoạch',
  title: 'Xây dựng điển hình tiên tiến',
  issuerOfficeId: null,
  issuerName: 'UBND tỉnh',
  signer: null,
  issuedOn: '2016-05-10',
  issuedAt: null,
  periodFrom: '2016-01-01',
  periodTo: '2020-12-31',
  parentPlanId: null,
};

const field: DraftField = {
  name: 'Kinh tế hộ',
  isPilot: true,
  leadOfficeId: 1,
  coordinating: null,
  coordination: [],
  subjectKinds: ['household', 'individual'],
  quotaKind: 'exactly',
  quotaNumber: 5,
  quotaCounts: ['household'],
  criteriaSetId: null,
  allocations: [],
};

const share = (number: number | null, percent: number | null): Allocation => ({
  to: { by: 'office', officeId: 1 },
  number,
  percent,
});

describe('the facts of a plan', () => {
  it('are right for plan 1711', () => expect(factErrors(facts)).toEqual({}));

  it('refuse a period that ends before it begins, at its end', () => {
    expect(factErrors({ ...facts, periodTo: '2015-12-31' }).periodTo).toContain('01/01/2016');
  });

  it('refuse a paper that is younger than its period', () => {
    expect(factErrors({ ...facts, issuedOn: '2021-01-01' }).issuedOn).toContain('31/12/2020');
  });
});

describe('a stage', () => {
  it('lies in the period and does not run backwards', () => {
    const wrong = (fromOn: string, toOn: string) =>
      stageErrors({ name: 'Bồi dưỡng', fromOn, toOn }, facts).when ?? null;
    expect(wrong('2017-01-01', '2019-12-31')).toBeNull();
    expect(wrong('2019-01-01', '2017-12-31')).toContain('kết thúc trước khi bắt đầu');
    expect(wrong('2015-12-31', '2016-12-31')).toContain('01/01/2016 – 31/12/2020');
  });

  it('may share days with another, and then both are named', () => {
    const stage = (name: string, fromOn: string, toOn: string) => ({ name, fromOn, toOn });
    expect(
      overlappingStages([
        stage('a', '2016-01-01', '2016-12-31'),
        stage('b', '2016-12-31', '2017-12-31'),
        stage('c', '2018-01-01', '2018-12-31'),
      ]),
    ).toEqual([['a', 'b']]);
  });
});

describe('a quota', () => {
  const quota = (quotaKind: DraftField['quotaKind'], quotaNumber: number | null) =>
    fieldErrors({ ...field, quotaKind, quotaNumber }).quotaNumber ?? null;

  it.each([
    ['exactly', 5, null],
    ['at_most', 0, null],
    ['none', null, null],
    ['exactly', -1, 'số nguyên từ 0'],
    ['exactly', 2.5, 'số nguyên từ 0'],
    ['exactly', 0, 'từ 1 trở lên'],
    ['at_least', 0, 'từ 1 trở lên'],
    ['at_least', null, 'Hãy ghi số lượng'],
    ['none', 5, 'để trống số lượng'],
  ] as const)('%s %s: %s', (kind, number, sentence) => {
    if (sentence === null) expect(quota(kind, number)).toBeNull();
    else expect(quota(kind, number)).toContain(sentence);
  });

  it('counts only kinds of subject that the field takes', () => {
    expect(fieldErrors({ ...field, quotaCounts: ['collective'] }).quotaCounts).toBeDefined();
  });

  it('is not given away beyond its whole, in numbers or in percent', () => {
    const given = (...allocations: Allocation[]) =>
      fieldErrors({ ...field, allocations }).allocations ?? null;
    expect(given(share(2, null), share(3, null))).toBeNull();
    expect(given(share(3, null), share(3, null))).toContain('vượt chỉ tiêu 5');
    expect(given(share(null, 60), share(null, 40))).toBeNull();
    expect(given(share(null, 60), share(null, 40.5))).toContain('100,5%');
    expect(given(share(null, 101))).toContain('0–100');
    expect(given(share(1, 20))).toContain('không ghi cả hai');
  });

  it('never passes with a negative or broken number, whatever the rest of the field', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('exactly' as const, 'at_least' as const, 'at_most' as const),
        fc.oneof(fc.integer({ max: -1 }), fc.double({ min: 0.01, max: 0.99, noNaN: true })),
        (kind, number) => {
          expect(quota(kind, number)).not.toBeNull();
        },
      ),
    );
  });
});
