import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

describe('text for paper', () => {
  it('composes Vietnamese letters that were typed as letter and mark', () => {
    expect(cleanText('Tie\u0302\u0301ng Vie\u0323\u0302t')).toBe('Tiếng Việt');
  });

  it('drops control characters and marks that turn the direction of writing', () => {
    expect(cleanText('a\u0000b\u0007c\u009F\uFFFF')).toBe('abc');
    expect(cleanText('\u202E12\u202C \u2066x\u2069')).toBe('12 x');
  });

  it('composes letters that a control character had kept apart', () => {
    expect(cleanText('a\u0000\u0300')).toBe('à');
  });

  it('shows half of a surrogate pair as a mark and keeps whole pairs', () => {
    expect(cleanText('\uD800x\uDC00 😀')).toBe('\uFFFDx\uFFFD 😀');
  });

  it('keeps line breaks of every kind as one kind, and runs of blanks as one', () => {
    expect(cleanText(' một \r\n hai\rba\u2028bốn \t năm ')).toBe('một\nhai\nba\nbốn năm');
    expect(cleanLine('một\n\nhai')).toBe('một hai');
  });

  it('keeps everything that looks like markup or a formula', () => {
    for (const text of ['a < b & c', '#let x = 1', '- dash', '$1', '=1+1', '*x* _y_ `z`', '\\u{41}']) {
      expect(cleanText(text)).toBe(text);
    }
  });

  it('changes nothing when done twice, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
      { numRuns: 500 },
    );
  });
});
