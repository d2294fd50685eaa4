import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTypeface, tinosBold, tinosFiles } from './typeface.ts';

const VIETNAMESE =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz';

describe('the typeface', () => {
  it('is installed in its four styles', () => {
    expect(tinosFiles().filter(existsSync)).toHaveLength(4);
  });

  it('shows every Vietnamese letter in every style, and not what it does not have', () => {
    for (const file of tinosFiles()) {
      const face = readTypeface(file);
      const missing = [
        ...VIETNAMESE,
        ...VIETNAMESE.toLocaleUpperCase('vi'),
        ...'0123456789–—…“”□\uFFFD',
      ].filter((letter) => !face.shows(letter.codePointAt(0) ?? 0));
      expect(missing).toEqual([]);
      expect(face.shows(0x1f600)).toBe(false);
    }
  });

  it('has the widths of Times New Roman Bold: 722 for A, 250 for a blank, marks without width', () => {
    const em = (text: string) => (tinosBold().widthMm(text, 1000) * 72) / 25.4;
    expect(em('A')).toBeCloseTo(722, 0);
    expect(em(' ')).toBeCloseTo(250, 0);
    expect(em('Ậ')).toBeCloseTo(em('A'), 6);
  });
});
