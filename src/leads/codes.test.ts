import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf, codeFromKey, readCode, writtenCode } from './codes.ts';

const SYMBOLS = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];
const codes = fc
  .array(fc.constantFrom(...SYMBOLS), { minLength: 7, maxLength: 7 })
  .map((symbols) => symbols.join('') + checkOf(symbols.join('')));

describe('the code on a slip', () => {
  it('is read back however it is typed: small letters, spaces, no dashes, without GS', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const written = writtenCode(code);
        for (const typed of [
          written,
          code,
          written.toLowerCase(),
          written.replaceAll('-', ' '),
          ` ${code} `,
          written.replaceAll('-', ''),
          written.replaceAll('-', ' – '),
        ])
          expect(readCode(typed)).toBe(code);
      }),
    );
  });

  it('has no symbol that is taken for another', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 40 }), fc.nat(5), (key, turn) => {
        expect(codeFromKey('bí mật', key, turn)).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
      }),
    );
  });

  it('is refused with any one symbol wrong', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.constantFrom(...SYMBOLS), (code, place, symbol) => {
        fc.pre(code[place] !== symbol);
        expect(readCode(code.slice(0, place) + symbol + code.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is refused with any two symbols in each other’s place', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(7), (code, one, other) => {
        fc.pre(code[one] !== code[other]);
        const symbols = [...code];
        [symbols[one], symbols[other]] = [symbols[other] ?? '', symbols[one] ?? ''];
        expect(readCode(symbols.join(''))).toBeNull();
      }),
    );
  });

  it('comes of its key alone, another for each key, turn and house', () => {
    expect(codeFromKey('a', 'khóa-biểu-mẫu', 0)).toBe(codeFromKey('a', 'khóa-biểu-mẫu', 0));
    const all = new Set<string>();
    for (let n = 0; n < 2_000; n++) all.add(codeFromKey('a', `khóa ${n}`, 0));
    all.add(codeFromKey('b', 'khóa 0', 0)).add(codeFromKey('a', 'khóa 0', 1));
    expect(all.size).toBe(2_002);
  });

  it('is nothing when it is empty, too short, too long or of other signs', () => {
    for (const typed of [
      '',
      'GS',
      'GS-',
      '7K3M',
      '0O1IL0O1',
      'GS-7K3M-92QX-7K3M',
      '🙂'.repeat(8),
      'x'.repeat(10_000),
    ])
      expect(readCode(typed)).toBeNull();
  });
});
