import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLead, missingIn, type Sent, suspicionsOf } from './rules.ts';

const HONEST: Sent = {
  trap: '',
  fullName: 'Bà Nguyễn Thị Hoà',
  what: 'Từ năm 2014 bà hiến 300 m² đất mở đường khu 7, vận động chín nhà cùng làm; nay xe chở chè vào tận vườn.',
  links: ['https://baophutho.vn/hien-dat'],
  sameBefore: false,
};

describe('what looks like rubbish', () => {
  it('is no honest proposal, long or short, with one link or none', () => {
    expect(suspicionsOf(HONEST)).toEqual([]);
    expect(suspicionsOf({ ...HONEST, what: 'Tốt', links: [] })).toEqual([]);
    expect(
      suspicionsOf({ ...HONEST, fullName: 'TH Thanh Ba 2', what: 'Thu nhập 1.234,5 triệu (2017)!' }),
    ).toEqual([]);
  });

  it.each([
    [{ trap: 'http://x' }, /Ô ẩn/],
    [{ fullName: 'Mua ngay www.re.vn' }, /Tên .* đường dẫn/],
    [{ what: `${HONEST.what} <a href="http://x.ru">bấm</a>` }, /mã của trang web/],
    [{ what: 'casino.xyz slot.top a.ru b.cn c.vip d.club' }, /quá nhiều đường dẫn/],
    [{ what: '!!!!!!!!!! 0909 0909 0909 $$$$ 100%' }, /không có chữ/],
    [{ what: 'Ha'.padEnd(40, 'a') }, /lặp lại/],
    [{ sameBefore: true }, /y hệt/],
  ])('is told with the reason: %o', (change, sentence) => {
    expect(suspicionsOf({ ...HONEST, ...change }).join('\n')).toMatch(sentence);
  });

  it('is judged of any text at once, however ugly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 4_000 }), fc.string(), (what, fullName) => {
        expect(Array.isArray(suspicionsOf({ ...HONEST, what, fullName }))).toBe(true);
      }),
      { numRuns: 200 },
    );
    const begun = performance.now();
    for (const what of ['<'.repeat(4_000), 'a.'.repeat(2_000), 'a-'.repeat(2_000), '<a '.repeat(1_300)])
      suspicionsOf({ ...HONEST, what });
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('what is missing in a lead', () => {
  it('is listed, one sentence each, and nothing of it keeps the lead out', () => {
    const bare = {
      kind: null,
      hasPlace: false,
      what: 'Tốt',
      hasLinks: false,
      hasContact: false,
      verified: null,
    };
    expect(missingIn(bare)).toHaveLength(6);
    const whole = { kind: 'household', hasPlace: true, what: HONEST.what, hasLinks: true, hasContact: true };
    expect(missingIn({ ...whole, verified: 'so' })).toEqual([]);
  });
});

it('lets no registration be opened on what the last look found untrue', () => {
  expect(judgeLead({ verified: 'not_so' }).not_found_untrue?.rule).toBe('not_found_untrue');
  for (const verified of ['so', 'partly', null] as const)
    expect(judgeLead({ verified }).not_found_untrue).toBeNull();
});
