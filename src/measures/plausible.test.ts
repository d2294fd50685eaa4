import { expect, it } from 'vitest';
import { askAgain, liesOutside, rangeInWords } from './plausible.ts';

const MONEY = { kind: 'money', unit: 'đồng', decimals: 0, shown: 'short' } as const;
const RANGE = {
  subjectKind: 'individual',
  lowest: 1_000_000,
  highest: 500_000_000,
  source: 'Ước lượng',
  provisional: true,
} as const;

it('both ends belong to the range, and an open end is passed by nothing', () => {
  expect([999_999, 1_000_000, 500_000_000, 500_000_001].map((value) => liesOutside(value, RANGE))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(liesOutside(-1e15, { lowest: null, highest: 100 })).toBe(false);
  expect(liesOutside(1e15, { lowest: 0, highest: null })).toBe(false);
});

it('asks about every value outside, says whose range it is, and is silent about the rest', () => {
  const about = { name: 'Tiền đóng góp', scale: MONEY };
  expect(askAgain([15_000_000, null], RANGE, about)).toBeNull();
  expect(askAgain([15_000_000_000], undefined, about)).toBeNull();
  const asked = askAgain([15_000_000_000, 100], RANGE, about) ?? '';
  for (const words of ['15 tỷ đồng và 100 đồng', 'đặt tạm, chưa đối chiếu', 'Có đúng không?'])
    expect(asked).toContain(words);
  expect(asked).toContain(rangeInWords(RANGE, MONEY));
});
