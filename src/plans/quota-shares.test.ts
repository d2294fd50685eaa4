import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeInTree } from '../offices/tree.ts';
import type { Allocation } from './plan-draft.ts';
import { givenOut, sharesError, wholeShares } from './quota-shares.ts';

const office = (id: number, kindId: string, path: number[]): OfficeInTree => ({
  id,
  name: `Đơn vị ${id}`,
  shortName: null,
  code: null,
  kindId,
  kindName: kindId,
  kindOrd: 1,
  parentId: path.at(-2) ?? null,
  path,
  validFrom: null,
  validTo: null,
});

const PROVINCE = 1;
const offices = [
  office(PROVINCE, 'province', [1]),
  ...[2, 3, 4].map((id) => office(id, 'district', [1, id])),
  office(9, 'commune', [1, 2, 9]),
];
const districts = (number: number | null, percent: number | null): Allocation => ({
  to: { by: 'kind', kindId: 'district', belowId: PROVINCE },
  number,
  percent,
});
const one = (officeId: number, number: number | null, percent: number | null): Allocation => ({
  to: { by: 'office', officeId },
  number,
  percent,
});

describe('the shares of a quota', () => {
  it('are the numbers that the plan gives, and parts of the quota where it gives percents', () => {
    expect(wholeShares([one(2, 3, null), one(3, null, 40)], 5)).toEqual([3, 2]);
  });

  it('are whole numbers, the spare one for the largest remainder', () => {
    expect(wholeShares([one(2, null, 33), one(3, null, 33), one(4, null, 34)], 10)).toEqual([3, 3, 4]);
  });

  it('are not known in percent of no quota', () => {
    expect(wholeShares([one(2, 4, null), one(3, null, 40)], null)).toEqual([4, null]);
  });

  it('never come to more than their percents say, nor leave a whole one behind', () => {
    const percents = fc.array(fc.integer({ min: 0, max: 330 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(500), percents, (quota, tenths) => {
        const shares = tenths.map((tenth, n) => one(n + 2, null, tenth / 10));
        const total = wholeShares(shares, quota).reduce<number>((sum, share) => sum + (share ?? 0), 0);
        expect(total).toBe(Math.floor((quota * tenths.reduce((a, b) => a + b, 0)) / 1000 + 1e-9));
      }),
    );
  });
});

it('tells what the shares come to and what is left', () => {
  const allocations = [districts(2, null), one(3, 5, null)];
  expect(givenOut({ quotaNumber: 10, allocations }, offices)).toEqual({ offices: 3, total: 9, remainder: 1 });
  expect(givenOut({ quotaNumber: null, allocations }, offices).remainder).toBeNull();
});

describe('shares that are wrong once the offices are counted', () => {
  const wrong = (
    quotaKind: 'exactly' | 'at_least' | 'at_most' | 'none',
    quotaNumber: number | null,
    ...allocations: Allocation[]
  ) => sharesError({ quotaKind, quotaNumber, allocations }, offices);

  it('are those of a kind whose offices together get more than there is', () => {
    expect(wrong('exactly', 6, districts(2, null))).toBeNull();
    expect(wrong('exactly', 5, districts(2, null))).toContain('3 đơn vị cộng lại là 6, vượt chỉ tiêu 5');
    expect(wrong('at_most', 5, districts(2, null))).toContain('vượt chỉ tiêu 5');
    expect(wrong('at_least', 5, districts(2, null))).toBeNull();
    expect(wrong('none', null, districts(2, null))).toBeNull();
  });

  it('are percents of a kind that come to more than the whole', () => {
    expect(wrong('at_least', 10, districts(null, 33))).toBeNull();
    expect(wrong('at_least', 10, districts(null, 40))).toContain('120%');
  });

  it('count an office that is named once, with the share at its name', () => {
    expect(wrong('exactly', 9, districts(2, null), one(3, 5, null))).toBeNull();
    expect(wrong('exactly', 8, districts(2, null), one(3, 5, null))).toContain('cộng lại là 9');
  });

  it('are two shares for one office by its name', () => {
    expect(wrong('exactly', 9, one(2, 1, null), one(2, 2, null))).toContain('Đơn vị 2 được phân bổ hai lần');
  });
});
