import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReturnPermission, reasonsInWords, refusalToReturn, wrongReasons } from './rules.ts';

const word = (toOfficeId: number, used = false): ReturnPermission => ({ toOfficeId, used });

describe('a return', () => {
  it('is each level’s once, whatever other levels did', () => {
    expect(refusalToReturn(1, [], [])).toBeNull();
    expect(refusalToReturn(1, [{ byOfficeId: 2 }], [])).toBeNull();
    expect(refusalToReturn(1, [{ byOfficeId: 1 }], [])?.rule).toBe('returned_before');
  });

  it('is possible again with an unused word for this very level', () => {
    const once = [{ byOfficeId: 1 }];
    expect(refusalToReturn(1, once, [word(1)])).toBeNull();
    expect(refusalToReturn(1, once, [word(1, true)])?.rule).toBe('returned_before');
    expect(refusalToReturn(1, once, [word(2)])?.rule).toBe('returned_before');
  });

  it('says who may allow another one', () => {
    const refusal = refusalToReturn(1, [{ byOfficeId: 1 }], [], ['Ban TĐKT', 'UBND tỉnh']);
    expect(refusal?.sentence).toContain('cần Ban TĐKT hoặc UBND tỉnh cho phép');
  });

  it('never outnumbers the first one and the words given, however often it is tried', () => {
    const tries = fc.array(fc.constantFrom('return', 'allow'), { maxLength: 40 });
    fc.assert(
      fc.property(tries, (tried) => {
        const { returns, words } = play(tried);
        expect(returns).toBeLessThanOrEqual(1 + words);
      }),
    );
  });
});

/** One level that tries to return a paper, again and again, and words that are given in between. */
function play(tries: readonly string[]): { returns: number; words: number } {
  const earlier: { byOfficeId: number }[] = [];
  const permissions: ReturnPermission[] = [];
  for (const one of tries) {
    if (one === 'allow') permissions.push(word(1));
    if (one === 'allow' || refusalToReturn(1, earlier, permissions)) continue;
    const spent = earlier.length > 0 ? permissions.find(({ used }) => !used) : undefined;
    if (spent) spent.used = true;
    earlier.push({ byOfficeId: 1 });
  }
  return { returns: earlier.length, words: permissions.length };
}

describe('its reasons', () => {
  const reason = (words: string) => ({ field: 'evidence', label: 'Minh chứng', reason: words });

  it('are at least one, none without words, and not more than somebody reads', () => {
    expect(wrongReasons([])).toContain('ít nhất một mục');
    expect(wrongReasons([reason('Thiếu'), reason(' ')])).toContain('“Minh chứng”');
    expect(wrongReasons(Array.from({ length: 41 }, () => reason('Thiếu')))).toContain('40');
    expect(wrongReasons([reason('Thiếu')])).toBeNull();
  });

  it('are told in one line, very long ones by their parts alone', () => {
    expect(reasonsInWords([reason('Thiếu hóa đơn.')])).toBe('Cần bổ sung 1 mục: Minh chứng: Thiếu hóa đơn');
    expect(reasonsInWords([reason('a'.repeat(2_000))])).toBe('Cần bổ sung 1 mục: Minh chứng');
  });
});
