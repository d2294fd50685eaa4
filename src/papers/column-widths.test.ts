import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';

const total = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0);

describe('widths of columns', () => {
  it('keeps the widths that the paper gives and shares the rest', () => {
    const widths = columnWidths([{ width: 12, texts: ['STT'] }, { texts: ['Tên'] }, { texts: ['Xã'] }], 165);
    expect(widths[0]).toBe(12);
    expect(total(widths)).toBeCloseTo(165, 6);
  });

  it('gives long text more room, but never so much that a short name wraps', () => {
    const prose =
      'Mô hình trồng bưởi kết hợp chăn nuôi, tạo việc làm thường xuyên cho lao động địa phương. '.repeat(3);
    const [name = 0, long = 0] = columnWidths([{ texts: ['Huyện Lâm Thao'] }, { texts: [prose] }], 165);
    expect(long).toBeGreaterThan(name);
    expect(name).toBeGreaterThan(32);
  });

  it('fills the width exactly, with room in every column, whatever the cells hold', () => {
    const column = fc.record({ texts: fc.array(fc.string({ maxLength: 300 }), { maxLength: 5 }) });
    const given = fc.record({ texts: fc.constant(['x']), width: fc.integer({ min: 5, max: 80 }) });
    fc.assert(
      fc.property(fc.array(fc.oneof(column, given), { minLength: 1, maxLength: 14 }), (columns) => {
        const widths = columnWidths(columns, 165);
        expect(total(widths)).toBeCloseTo(165, 6);
        expect(Math.min(...widths)).toBeGreaterThan(4.9);
      }),
    );
  });
});
