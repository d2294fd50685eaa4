import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closingDay,
  judgeBelow,
  judgeClosing,
  judgeOwnSubmission,
  missingParts,
  refusalToOpen,
  refusalToWrite,
  reportTitle,
  wrongClosingDay,
} from './rules.ts';

const YEAR = { from: '2017-01-01', to: '2017-12-31' };
const plan = {
  number: '1711/KH-UBND',
  state: 'in_force',
  period_from: '2016-05-10',
  period_to: '2020-12-31',
};

describe('the closing day', () => {
  it('is the end of the period, or the due day where that lies before it', () => {
    expect(closingDay(YEAR, null)).toBe('2017-12-31');
    expect(closingDay(YEAR, '2017-11-30')).toBe('2017-11-30');
    expect(closingDay(YEAR, '2018-01-15')).toBe('2017-12-31');
    expect(closingDay(YEAR, '2016-12-15')).toBe('2017-12-31');
  });

  it('that the program proposes is always one that it accepts', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => {
      const moment = new Date(Date.UTC(2015, 0, 1 + n));
      return moment.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(day, day, fc.option(day), (one, other, due) => {
        const [from = one, to = other] = [one, other].sort();
        expect(wrongClosingDay({ from, to }, closingDay({ from, to }, due))).toBeNull();
      }),
    );
  });

  it('must have come before a report is sent', () => {
    expect(judgeClosing('2017-12-31', '2017-12-31')).toBeNull();
    expect(judgeClosing('2017-12-31', '2017-12-30')?.sentence).toContain('31/12/2017 chưa tới');
  });
});

describe('a report', () => {
  it('is opened for a period of the plan that has begun', () => {
    expect(refusalToOpen(plan, YEAR, '2017-02-01')).toBeNull();
    // the first year of a plan that begins in it
    expect(refusalToOpen(plan, { from: '2016-01-01', to: '2016-12-31' }, '2017-02-01')).toBeNull();
    expect(refusalToOpen(plan, { from: '2015-01-01', to: '2015-12-31' }, '2017-02-01')?.rule).toBe(
      'outside_period',
    );
    expect(refusalToOpen(plan, YEAR, '2016-12-31')?.rule).toBe('future_period');
    expect(refusalToOpen({ ...plan, state: 'draft' }, YEAR, '2017-02-01')?.rule).toBe('plan_draft');
  });

  it('that is locked says who reads it, and what to do', () => {
    const sentence = (state: 'submitted' | 'accepted') =>
      refusalToWrite({ state, receiverName: 'UBND huyện Cẩm Khê' })?.sentence;
    expect(sentence('submitted')).toContain('UBND huyện Cẩm Khê xem nên tạm khóa');
    expect(sentence('accepted')).toContain('được UBND huyện Cẩm Khê chấp nhận');
    expect(refusalToWrite({ state: 'returned', receiverName: null })).toBeNull();
  });

  it('says each part that is missing; “Không có” is an answer, blanks are none', () => {
    const parts = [
      { key: 'a', name: 'Kết quả' },
      { key: 'b', name: 'Hạn chế' },
    ];
    expect(missingParts({ a: 'Không có', b: '  ' }, parts).map(({ rule }) => rule)).toEqual(['missing_b']);
  });

  it('names the first offices below that are undecided, and counts the others', () => {
    const one = (n: number) => ({ officeName: `Xã ${n}`, status: 'waiting' as const });
    expect(judgeBelow([])).toBeNull();
    expect(judgeBelow(Array.from({ length: 7 }, (_, n) => one(n)))?.sentence).toMatch(
      /^Còn 7 báo cáo.*Xã 4 \(chưa nộp\) và 2 đơn vị khác/,
    );
  });

  it('is not decided on by whoever submitted it; what nobody submitted by hand is', () => {
    expect(judgeOwnSubmission(7, 7)?.rule).toBe('not_own_submission');
    expect(judgeOwnSubmission(7, 8)).toBeNull();
    expect(judgeOwnSubmission(null, null)).toBeNull();
  });

  it.each([
    ['Báo cáo năm', 'Năm 2017', 'Báo cáo năm 2017'],
    ['Báo cáo quý', 'Quý II/2016', 'Báo cáo quý II/2016'],
    ['Báo cáo sơ kết', 'Năm 2018', 'Báo cáo sơ kết năm 2018'],
    ['Báo cáo tổng kết', 'Giai đoạn 2016–2020', 'Báo cáo tổng kết giai đoạn 2016–2020'],
  ])('called %s for %s is titled %s', (form, period, title) => {
    expect(reportTitle(form, period)).toBe(title);
  });
});
