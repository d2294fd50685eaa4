import { describe, expect, it } from 'vitest';
import { isMistyped } from './same-typo.ts';

describe('a word of a name, without marks', () => {
  it.each([
    ['taon', 'toan'],
    ['ngyet', 'nguyet'],
    ['ngia', 'nghia'],
    ['nguyenn', 'nguyen'],
    ['cinh', 'chinh'],
  ])('%s is %s mistyped: it is no Vietnamese syllable', (one, other) => {
    expect([isMistyped(one, other), isMistyped(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['hong', 'hang'],
    ['giang', 'gian'],
    ['nghi', 'nghia'],
    ['kien', 'hien'],
    ['my', 'ky'],
    ['khu1', 'khu2'],
    ['taon', 'tan2'],
    ['ngyet', 'nghiem'],
  ])('%s and %s are two words', (one, other) => {
    expect([isMistyped(one, other), isMistyped(other, one)]).toEqual([false, false]);
  });
});
