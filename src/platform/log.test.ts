import { expect, test } from 'vitest';
import { readable } from './log.ts';

test('a person reads the time, the level in Vietnamese, the message and the fields', () => {
  const time = new Date(2018, 10, 15, 8, 5, 9).getTime();
  expect(readable(JSON.stringify({ level: 40, time, msg: 'Kết nối bị ngắt', tries: 2 }))).toBe(
    '08:05:09 lưu ý: Kết nối bị ngắt {"tries":2}',
  );
});

test('an error is shown with its stack', () => {
  const err = { type: 'Error', message: 'hỏng', stack: 'Error: hỏng\n    at file.ts:1:1' };
  expect(readable(JSON.stringify({ level: 50, time: 0, msg: 'hỏng', err }))).toMatch(
    /LỖI: hỏng\nError: hỏng\n {4}at file\.ts:1:1$/,
  );
});
