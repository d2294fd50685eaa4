import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedLines } from './balanced-lines.ts';
import { tinosBold } from './typeface.ts';

const at12 = (text: string, room = 72) => balancedLines(text, tinosBold(), 12, room);

describe('a long name over several lines', () => {
  it('leaves a name that fits on its line', () => {
    expect(at12('BAN THI ĐUA - KHEN THƯỞNG')).toBe('BAN THI ĐUA - KHEN THƯỞNG');
  });

  it('breaks where both lines are about as wide, as offices write it', () => {
    expect(at12('ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN')).toBe('ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN');
  });

  it('keeps the line breaks that are there', () => {
    expect(at12('BAN TỔ CHỨC\nTỈNH ỦY')).toBe('BAN TỔ CHỨC\nTỈNH ỦY');
  });

  it('loses no word, and no line of several words is wider than the room', () => {
    const words = fc.array(fc.stringMatching(/^[A-ZÀ-Ỹ]{1,9}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, (found) => {
        const lines = at12(found.join(' ')).split('\n');
        expect(lines.join(' ')).toBe(found.join(' '));
        for (const line of lines.filter((one) => one.includes(' '))) {
          expect(tinosBold().widthMm(line, 12)).toBeLessThanOrEqual(72);
        }
      }),
    );
  });
});
