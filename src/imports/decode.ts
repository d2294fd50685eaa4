import { fromOldFont } from './font-convert.ts';
import type { Charset } from './raw-table.ts';
import { isSyllable } from './syllable.ts';

export interface Decoded {
  text: string;
  charset: Charset;
}

/** Zero bytes: no text has them, but in UTF-16. */
const LOOKED_AT = 64_000;

/**
 * Bytes of a CSV file as text. UTF-8 or UTF-16 where they are it (Excel writes both); else one byte for each letter, the
 * way old Excel on a Vietnamese Windows saved it: windows-1258, or TCVN3 or VNI, whose letters are those of windows-1252.
 * Null when it is no text.
 */
export function decodeBytes(bytes: Uint8Array): Decoded | null {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), charset: 'utf-16' };
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8' };
  } catch {
    return oneByteEach(bytes);
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // without a mark: every second byte of Latin letters is zero
  const head = bytes.subarray(0, 200);
  const zeros = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (head.length >= 8 && zeros(1) > head.length / 4 && zeros(0) === 0) return 'utf-16le';
  return head.length >= 8 && zeros(0) > head.length / 4 && zeros(1) === 0 ? 'utf-16be' : null;
}

const WORD = /[^\s,;\t"()/.:]*[^\p{ASCII}\s][^\s,;\t"()/.:]*/gu;
const WORDS_LOOKED_AT = 2_000;

function oneByteEach(bytes: Uint8Array): Decoded | null {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const sample = western.slice(0, LOOKED_AT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has no controls, something else has
  if (/[\u0001-\u0008\u000e-\u001f]/.test(sample)) return null;
  const asVietnamese = shareOfWords(vietnamese.slice(0, LOOKED_AT));
  const asOld = Math.max(
    shareOfWords(fromOldFont(sample, 'tcvn3')),
    shareOfWords(fromOldFont(sample, 'vni')),
  );
  return asVietnamese >= asOld
    ? { text: vietnamese, charset: 'windows-1258' }
    : { text: western, charset: 'windows-1252' };
}

function shareOfWords(text: string): number {
  const words = (text.match(WORD) ?? []).slice(0, WORDS_LOOKED_AT);
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length;
}
