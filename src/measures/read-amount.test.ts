import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scale } from './kinds.ts';
import { readAmount } from './read-amount.ts';
import { showPlainly } from './show-amount.ts';

const MONEY: Scale = { kind: 'money', unit: 'đồng', decimals: 0, shown: 'short' };
const LAND: Scale = { kind: 'area', unit: 'm²', decimals: 1, shown: 'short' };
const HOUSEHOLDS: Scale = { kind: 'count', unit: 'hộ', decimals: 0, shown: 'plain' };
const HARVEST: Scale = { kind: 'mass', unit: 'tấn', decimals: 2, shown: 'plain' };

const readOf = (typed: string, scale: Scale) => {
  const read = readAmount(typed, scale);
  return read.ok ? read.value : read.sentence;
};

describe('a figure as people type it', () => {
  it.each([
    ['15 triệu', MONEY, 15_000_000],
    ['15tr', MONEY, 15_000_000],
    ['1,5 tỷ', MONEY, 1_500_000_000],
    ['1 tỷ 200 triệu', MONEY, 1_200_000_000],
    ['15.000.000', MONEY, 15_000_000],
    ['15.000.000 đ', MONEY, 15_000_000],
    ['180,5 triệu đồng', MONEY, 180_500_000],
    ['1,2 ha', LAND, 12_000],
    ['1,2ha', LAND, 12_000],
    ['350 m2', LAND, 350],
    ['1 ha 500 m2', LAND, 10_500],
    ['350,5', LAND, 350.5],
    ['1.234 hộ', HOUSEHOLDS, 1234],
    ['15 tạ', HARVEST, 1.5],
    ['2 tấn 5 tạ', HARVEST, 2.5],
    ['350 kg', HARVEST, 0.35],
  ])('“%s” is read in the unit of its measure', (typed, scale, value) => {
    expect(readOf(typed, scale)).toBe(value);
  });

  it.each([
    ['khoảng 15 triệu', MONEY, 'không phải là số'],
    ['1,234.5', MONEY, 'không phải là số'],
    ['2015-2016', MONEY, 'không phải là số'],
    ['200 triệu 1 tỷ', MONEY, 'không phải là số'],
    ['1 tỷ 2', MONEY, 'không phải là số'],
    ['', MONEY, 'không phải là số'],
    ['ba sào', LAND, 'không phải là số'],
    ['3 sào', LAND, 'Sào, mẫu mỗi vùng một khác'],
    ['3 ha', MONEY, 'Không hiểu đơn vị “ha”'],
    ['3 người', HOUSEHOLDS, 'Không hiểu đơn vị “người”'],
    ['1,5 hộ', HOUSEHOLDS, 'phải là số nguyên'],
    ['12,345 tấn', HARVEST, 'nhiều nhất 2 chữ số'],
    ['9999999999 tỷ', MONEY, 'lớn quá mức ghi được'],
    [`${'1'.repeat(61)}`, MONEY, 'không phải là số'],
    ['<b>15</b>', MONEY, 'không phải là số'],
  ])('“%s” is refused with a sentence', (typed, scale, sentence) => {
    expect(readOf(typed, scale)).toContain(sentence);
  });

  it('says what was understood, where another unit was typed', () => {
    expect(readAmount('1,2 ha', LAND)).toMatchObject({ understood: '12.000 m² (1,2 ha)' });
    expect(readAmount('15 triệu', MONEY)).toMatchObject({ understood: '15.000.000 đồng (15 triệu đồng)' });
    expect(readAmount('12.000', LAND)).toMatchObject({ understood: null });
    expect(readAmount('12.000 m²', LAND)).toMatchObject({ understood: null });
  });

  it('is read back as the same from what a form shows', () => {
    const scales = fc.constantFrom(MONEY, LAND, HOUSEHOLDS, HARVEST);
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), scales, (hundreds, scale) => {
        const value = Number((hundreds / 10 ** scale.decimals).toFixed(scale.decimals));
        const read = readAmount(showPlainly(value, scale), scale);
        expect(read).toEqual({ ok: true, value, understood: null });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        const read = readAmount(typed, MONEY);
        expect(read.ok ? Number.isFinite(read.value) : read.sentence.length > 0).toBe(true);
      }),
    );
  });
});
