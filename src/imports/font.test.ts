import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOldFont, toOldFont } from './font-convert.ts';
import { findFont, fontOf, tallyFonts } from './font-detect.ts';
import { FONT_TABLES, type OldFont } from './font-tables.ts';
import { isSyllable } from './syllable.ts';

/** Names of offices as they stand in the seeds. */
const NAMES = readdirSync('db/seed', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|csv)$/.test(name))
  .flatMap((name) => [...readFileSync(`db/seed/${name}`, 'utf8').matchAll(/"name":\s*"([^"]{3,80})"/g)])
  .map((match) => match[1] ?? '')
  .filter((name) => /\p{L}/u.test(name));

/** Bytes A1 to FE, as `iconv -f TCVN5712-1` reads them; '?' stands for a tone alone. */
const STANDARD =
  'ĂÂÊÔƠƯĐăâêôơưđẰ?????àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ';

const LETTERS = [...new Set(FONT_TABLES.vni.map(([unicode]) => unicode))];

describe('old fonts', () => {
  it('have every letter of Vietnamese, and no two letters under one sign', () => {
    expect(LETTERS.length).toBe(134);
    for (const font of ['tcvn3', 'vni'] as const) {
      const olds = FONT_TABLES[font].map(([, old]) => old);
      expect(new Set(olds).size).toBe(olds.length);
      for (const letter of LETTERS.filter((one) => font === 'vni' || one === one.toLowerCase()))
        expect(fromOldFont(toOldFont(letter, font), font)).toBe(letter);
    }
  });

  it('of TCVN3 are those of the standard', () => {
    for (const [unicode, old] of FONT_TABLES.tcvn3) {
      expect([...STANDARD][old.charCodeAt(0) - 0xa1], old).toBe(unicode);
    }
  });

  it('are read back from names of offices, sentence by sentence, as they were written', () => {
    expect(NAMES.length).toBeGreaterThan(500);
    const lists = fc.array(fc.constantFrom(...NAMES), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(lists, fc.constantFrom<OldFont>('tcvn3', 'vni'), (names, font) => {
        // TCVN3 has no capitals with tones: they are small letters of a font of capitals
        const written = names.filter(
          (name) => font === 'vni' || fromOldFont(toOldFont(name, font), font) === name,
        );
        const typed = written.map((name) => toOldFont(name, font));
        const tally = tallyFonts(typed);
        const read = typed.map((text) => {
          const found = fontOf(text, tally, tally);
          return found === 'unicode' ? text : fromOldFont(text, found);
        });
        expect(read).toEqual(written.map((name) => name.normalize('NFC')));
      }),
      { numRuns: 300 },
    );
  });

  it('are not seen in names that are Unicode already, composed or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (names, apart) => {
          const texts = names.map((name) => name.normalize(apart ? 'NFD' : 'NFC'));
          const tally = tallyFonts(texts);
          expect(tally.tcvn3 + tally.vni).toBe(0);
          expect(texts.every((text) => fontOf(text, tally, tally) === 'unicode')).toBe(true);
        },
      ),
    );
  });

  it('are told from Unicode one by one, where a name alone says so', () => {
    expect(findFont('NguyÔn V¨n An')).toEqual({ font: 'tcvn3', sure: true });
    expect(findFont('Nguyeãn Vaên An')).toEqual({ font: 'vni', sure: true });
    expect(findFont('Nguyễn Văn An')).toEqual({ font: 'unicode', sure: true });
    expect(findFont('Lê Hà')).toEqual({ font: 'unicode', sure: false });
    expect(findFont('Tran Van Ba 1952')).toBeNull();
  });

  it('of capitals are read as capitals', () => {
    expect(fromOldFont('NguyÔn V¨n An', 'tcvn3', true)).toBe('NGUYỄN VĂN AN');
    expect(fromOldFont('NGUYÔN V¡N TO¶N', 'tcvn3')).toBe('NGUYỄN VĂN TOẢN');
    expect(fromOldFont('Hµ', 'tcvn3')).toBe('Hà');
    expect(fromOldFont('NGUYEÃN THÒ HOÀNG', 'vni')).toBe('NGUYỄN THỊ HOÀNG'.replace('HOÀNG', 'HỒNG'));
  });
});

describe('a syllable', () => {
  it.each([
    'Nguyễn',
    'quý',
    'gìn',
    'gì',
    'Thuỷ',
    'thủy',
    'khuyến',
    'nghiêng',
    'Đỗ',
    'ươm',
    'quốc',
    'Huỳnh',
    'hoà',
    'Quý',
    'già',
    'Giàu',
    'thuế',
  ])('is %s', (word) => expect(isSyllable(word)).toBe(true));
  it.each(['NguyÔn', 'TrÇn', 'Nguyeãn', 'ñoàng', 'Àé', 'Taù'])('is not %s', (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});
