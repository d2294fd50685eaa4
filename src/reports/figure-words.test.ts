import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  figureInWords,
  piecesOf,
  tokenOf,
  tokensIn,
  unknownTokens,
  type WordedFigure,
  withFigures,
  wrongTokens,
} from './figure-words.ts';

const figures = new Map<string, WordedFigure>([
  ['dh_tong', { key: 'dh_tong', unit: 'điển hình', value: 1234 }],
  ['kt_ty_le', { key: 'kt_ty_le', unit: '%', value: 92.5 }],
  ['kinh_phi', { key: 'kinh_phi', unit: 'đồng', value: null }],
]);
const KEYS = [...figures.keys()];

describe('a figure in a sentence', () => {
  it('is printed as its number with its unit', () => {
    expect(withFigures('Có {{dh_tong}}, kiểm tra {{ kt_ty_le }}.', figures)).toBe(
      'Có 1.234 điển hình, kiểm tra 92,5%.',
    );
  });

  it('does not say its unit twice', () => {
    expect(withFigures('Có {{dh_tong}} điển hình, đạt {{kt_ty_le}}%.', figures)).toBe(
      'Có 1.234 điển hình, đạt 92,5%.',
    );
  });

  it('that is not known is “chưa rõ”, never zero', () => {
    expect(withFigures('Chi {{kinh_phi}}.', figures)).toBe('Chi chưa rõ.');
    expect(figureInWords(0, 'đồng')).toBe('0 đồng');
  });

  it('that the form does not have is named where it stands', () => {
    expect(unknownTokens('{{dh_tong}} {{khong_co}} {{DH_TONG}} {{}} {{a b}}', KEYS)).toEqual([
      '{{khong_co}}',
      '{{DH_TONG}}',
      '{{}}',
      '{{a b}}',
    ]);
    expect(wrongTokens('Có {{dh_tong}}.', KEYS)).toBeNull();
    expect(wrongTokens('Có {{sai}} và {{sai2}}.', KEYS)).toContain('“{{sai}}” (và 1 chỗ khác)');
  });

  it('is found by its key, each once', () => {
    expect(tokensIn('{{dh_tong}} {{kt_ty_le}} {{ dh_tong }}')).toEqual(['dh_tong', 'kt_ty_le']);
  });
});

describe('any text', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...KEYS.map(tokenOf), '{{', '}}', '{{sai}}', ' điển hình'), fc.string()))
    .map((parts) => parts.join(''));

  it('is cut into pieces that lose nothing of its words', () => {
    fc.assert(
      fc.property(text, (written) => {
        const pieces = piecesOf(written, figures);
        const back = pieces
          .map((piece) => (piece.type === 'words' ? piece.text : tokenOf(piece.key)))
          .join('');
        expect(back).toBe(written.replace(/\{\{\s*(dh_tong|kt_ty_le|kinh_phi)\s*\}\}/g, '{{$1}}'));
      }),
    );
  });

  it('without a wrong reference has only figures that the form has', () => {
    fc.assert(
      fc.property(text, (written) => {
        if (wrongTokens(written, KEYS) !== null) return;
        for (const key of tokensIn(written)) expect(KEYS).toContain(key);
      }),
    );
  });
});
