import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooShort, searchWords, spellings } from './words.ts';

test('one search reads old and new tone placement, decomposed Unicode, capitals and signs alike', () => {
  for (const typed of ['Bà Hoà, xã Đỗ Sơn', 'bà hòa  XÃ đỗ-sơn', 'Bà Hòa (xã Đỗ Sơn)'.normalize('NFD')]) {
    expect(searchWords(typed).keys).toEqual(['ba', 'hoa', 'xa', 'do', 'son']);
  }
});

test('marks are kept for the order, and only when some were typed', () => {
  expect(searchWords('Nguyễn Hoa').accented).toEqual(['nguyễn', 'hoa']);
  expect(searchWords('nguyen hoa').accented).toEqual([]);
});

test('a single letter and mere signs are too little', () => {
  expect(['', ' ', 'a', 'ô', '--', '%%'].map((typed) => isTooShort(searchWords(typed)))).toEqual(
    Array(6).fill(true),
  );
  expect(['an', 'Ý Ý', '12'].map((typed) => isTooShort(searchWords(typed)))).toEqual([false, true, false]);
});

test('whatever is typed, the words hold nothing but letters and figures, and are few', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const { keys } = searchWords(typed);
      expect(keys.length).toBeLessThanOrEqual(10);
      for (const key of keys) expect(key).toMatch(/^[a-z0-9]+$/);
    }),
  );
});

test('a word is looked for in both placements of its tone, where there are two', () => {
  for (const [late, early] of [
    ['hoà', 'hòa'],
    ['hoè', 'hòe'],
    ['thuỷ', 'thủy'],
  ]) {
    expect(spellings(late ?? '')).toBe(`${late}|${early}`);
    expect(spellings(early ?? '')).toBe(`${late}|${early}`);
  }
  for (const word of ['hoàng', 'quý', 'của', 'lan', 'huệ', 'toản']) expect(spellings(word)).toBe(word);
});
