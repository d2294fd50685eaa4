import type { Typeface } from './typeface.ts';

/**
 * Breaks a name that is too long for its line into as few lines as fit, all about as wide: `ỦY BAN NHÂN DÂN` over
 * `TỈNH THÁI NGUYÊN`, not a single word below a full line. Line breaks already in the text are kept.
 */
export function balancedLines(text: string, face: Typeface, sizePt: number, roomMm: number): string {
  const width = (words: string): number => face.widthMm(words, sizePt);
  return text
    .split('\n')
    .map((line) => (width(line) <= roomMm ? line : balanced(line.split(' '), width, roomMm).join('\n')))
    .join('\n');
}

/** The narrowest lines of which no more are needed than of the widest. */
function balanced(words: readonly string[], width: (text: string) => number, roomMm: number): string[] {
  let best = filled(words, width, roomMm);
  const least = best.length;
  for (let room = roomMm - 1; room > 0; room--) {
    const lines = filled(words, width, room);
    if (lines.length > least) break;
    best = lines;
  }
  return best;
}

/** Each line takes as many words as it holds, and one at least. */
function filled(words: readonly string[], width: (text: string) => number, roomMm: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > roomMm) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
