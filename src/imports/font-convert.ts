import { FONT_TABLES, type OldFont } from './font-tables.ts';

const DECODE = {
  tcvn3: new Map(FONT_TABLES.tcvn3.map(([unicode, old]) => [old, unicode])),
  vni: new Map(FONT_TABLES.vni.map(([unicode, old]) => [old, unicode])),
};
const ENCODE = {
  tcvn3: new Map(FONT_TABLES.tcvn3),
  vni: new Map(FONT_TABLES.vni),
};

/**
 * Text of an old font as Unicode (NFC). The letters that it does not know stay.
 *
 * @param capitals the font is one of capitals (.VnTimeH): whatever is typed looks like a capital
 */
export function fromOldFont(text: string, font: OldFont, capitals = false): string {
  const decoded = font === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
  return capitals ? decoded.toUpperCase() : decoded;
}

function fromTcvn3(text: string): string {
  const decoded = [...text].map((letter) => DECODE.tcvn3.get(letter) ?? letter).join('');
  return inCapitals(text, decoded) ? decoded.toUpperCase() : decoded;
}

const CAPITAL_WORD = /\p{Lu}{2}/u;

/** 'NGUYÔN V¡N': TCVN3 has no capitals with tones of its own, so a text in capitals mixes in small letters. */
function inCapitals(text: string, decoded: string): boolean {
  return !/[a-z]/.test(text) && CAPITAL_WORD.test(decoded);
}

function fromVni(text: string): string {
  let decoded = '';
  for (let at = 0; at < text.length; at++) {
    const pair = DECODE.vni.get(text.slice(at, at + 2));
    if (pair) {
      decoded += pair;
      at++;
    } else decoded += DECODE.vni.get(text.charAt(at)) ?? text.charAt(at);
  }
  return decoded;
}

/** Unicode as it was typed in an old font: for tests, and to show somebody what a font looks like. */
export const toOldFont = (text: string, font: OldFont): string =>
  [...text.normalize('NFC')]
    .map((letter) => ENCODE[font].get(letter) ?? ENCODE[font].get(letter.toLowerCase()) ?? letter)
    .join('');
