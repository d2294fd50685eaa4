import { expect, it } from 'vitest';
import { sizeInWords } from './size.ts';

const MB = 1024 * 1024;

it.each([
  [1, '1 KB'],
  [1_536, '2 KB'],
  [MB - 1, '1 MB'],
  [MB, '1 MB'],
  [2.44 * MB, '2,4 MB'],
  [1023.9 * MB, '1 GB'],
  [1.5 * 1024 * MB, '1,5 GB'],
  [2_048 * MB, '2 GB'],
])('%d bytes are said as %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
