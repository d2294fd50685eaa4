import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipsAmong } from './same-slips.ts';
import { isMistyped, isSyllable } from './same-typo.ts';

const found = (words: readonly string[]) => Object.fromEntries(slipsAmong(new Set(words)));

describe('the slips among the words of a list', () => {
  it('are words that are no syllable, with those that they may be meant for', () => {
    expect(found(['toan', 'taon', 'hoang', 'hong', 'hang'])).toEqual({ taon: ['toan'] });
    expect(found(['nguyen', 'ngyuen', 'nguyenn'])).toEqual({ ngyuen: ['nguyen'], nguyenn: ['nguyen'] });
  });

  it('are none where every word is a syllable, a figure or too short', () => {
    expect(found(['hong', 'hang', 'so', '12', '13', 'x', 'xz'])).toEqual({});
  });

  it('are those of comparing each word with each', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[anotg]{2,6}$/), { maxLength: 12 });
    fc.assert(
      fc.property(words, (list) => {
        const slow = list
          .filter((word) => !isSyllable(word))
          .map((word) => [word, list.filter((other) => isMistyped(word, other)).sort()] as const)
          .filter(([, meant]) => meant.length > 0 && meant.length <= 10);
        const quick = found(list);
        for (const [word, meant] of slow) expect([...(quick[word] ?? [])].sort()).toEqual(meant);
      }),
    );
  });
});
