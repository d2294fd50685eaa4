import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PaperLimitExceeded } from './paper-limit.ts';
import { checkWorkbookLimits, sheetNames, WORKBOOK_LIMITS } from './workbook.ts';

const bookOf = (rows: number, columns: number) => ({
  title: 'Danh sách',
  sheets: [
    {
      name: 'A',
      columns: Array.from({ length: columns }, (_, i) => ({ label: `Cột ${i}` })),
      rows: Array.from({ length: rows }, () => [] as null[]),
    },
  ],
});

describe('names of sheets', () => {
  it('drops what Excel forbids and keeps the words', () => {
    expect(sheetNames(['Điển hình 2018/2019', "'[Nháp]'", 'a:b\\c?*', '  '])).toEqual([
      'Điển hình 2018 2019',
      'Nháp',
      'a b c',
      'Trang',
    ]);
  });

  it('tells sheets of the same name apart, whatever their capitals', () => {
    expect(sheetNames(['Xã', 'xã', 'Xã'])).toEqual(['Xã', 'xã (2)', 'Xã (3)']);
    expect(sheetNames(['History'])).toEqual(['History_']);
  });

  it('gives Excel names that it accepts, all different, whatever is wished', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('A', 'a', "'", '😀'.repeat(20)),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (wished) => {
        const names = sheetNames(wished);
        expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(wished.length);
        for (const one of names) {
          expect(one.length).toBeGreaterThan(0);
          expect(one.length).toBeLessThanOrEqual(31);
          expect(one).not.toMatch(/[:\\/?*[\]]|^'|'$|^history$|\p{Cs}/iu);
        }
      }),
    );
  });
});

describe('the limits of a workbook', () => {
  it('let pass what is within them', () => {
    expect(() => checkWorkbookLimits(bookOf(WORKBOOK_LIMITS.rowsPerSheet, 6))).not.toThrow();
  });

  it('refuse too many rows or cells, in Vietnamese, with what to do', () => {
    for (const book of [bookOf(WORKBOOK_LIMITS.rowsPerSheet + 1, 1), bookOf(20_000, 16)]) {
      expect(() => checkWorkbookLimits(book)).toThrow(PaperLimitExceeded);
      try {
        checkWorkbookLimits(book);
      } catch (error) {
        expect((error as PaperLimitExceeded).sentence).toMatch(/50\.000 dòng.*300\.000 ô.*Hãy lọc bớt/);
      }
    }
  });
});
