import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeKey, LONGEST_MS, renewedKey, SHORTEST_MS, signedKey } from './form-token.ts';

const AT = new Date('2018-11-15T02:00:00Z');
const later = (ms: number) => new Date(AT.getTime() + ms);

describe('the signed key of a public form', () => {
  it('is good between four seconds and a day, too fast before and too old after', () => {
    const key = signedKey('bí mật', AT);
    expect(judgeKey('bí mật', key, later(SHORTEST_MS - 1))).toBe('too_fast');
    expect(judgeKey('bí mật', key, later(SHORTEST_MS))).toBe('good');
    expect(judgeKey('bí mật', key, later(LONGEST_MS))).toBe('good');
    expect(judgeKey('bí mật', key, later(LONGEST_MS + 1))).toBe('too_old');
  });

  it('is forged when any sign of it is another, or another house signed it', () => {
    const key = signedKey('bí mật', AT);
    expect(judgeKey('khác', key, later(9_000))).toBe('forged');
    for (const none of [null, '', '..', 'a.b.c', '0.0.', crypto.randomUUID()])
      expect(judgeKey('bí mật', none, later(9_000))).toBe('forged');
    fc.assert(
      fc.property(fc.nat(key.length - 1), fc.constantFrom(...'abcXYZ019_-.'), (place, sign) => {
        fc.pre(key[place] !== sign);
        const changed = key.slice(0, place) + sign + key.slice(place + 1);
        expect(judgeKey('bí mật', changed, later(9_000))).toBe('forged');
      }),
    );
  });

  it('fits the place of an idempotency key, and no two are one', () => {
    const keys = new Set(Array.from({ length: 500 }, () => signedKey('bí mật', AT)));
    expect(keys.size).toBe(500);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(100);
  });

  it('given anew for one that was too old it may be sent at once', () => {
    expect(judgeKey('bí mật', renewedKey('bí mật', AT), AT)).toBe('good');
  });
});
