import { fromOldFont } from './font-convert.ts';
import type { OldFont } from './font-tables.ts';
import { isSurelyUnicode, isSyllable } from './syllable.ts';

export type FontFound = OldFont | 'unicode';

/** What one text says of its own font: sure where only one reading makes words. */
export interface Finding {
  font: FontFound;
  sure: boolean;
}

const OLD_FONTS: readonly OldFont[] = ['tcvn3', 'vni'];
const SPLIT = /[\s,.;:()/\\"“”'’\-–+_0-9]+/u;
const WITH_MARK = /[^\p{ASCII}]/u;

/** Null when it has no letter with a mark: then it is the same in every font. */
export function findFont(text: string): Finding | null {
  if (!WITH_MARK.test(text)) return null;
  if (isSurelyUnicode(text)) return { font: 'unicode', sure: true };
  const unicode = shareOfWords(text);
  if (unicode === 1 || unicode === null) return { font: 'unicode', sure: false };
  const [best, next] = OLD_FONTS.map((font) => ({
    font,
    share: shareOfWords(fromOldFont(text, font)) ?? 0,
  })).sort((one, other) => other.share - one.share);
  if (!best || best.share <= unicode) return { font: 'unicode', sure: false };
  return { font: best.font, sure: best.share === 1 && next?.share !== 1 };
}

/** Share of the words with marks that can be Vietnamese; null when there is none. */
function shareOfWords(text: string): number | null {
  // signs of old fonts that are no letters belong to their word
  const words = text.split(SPLIT).filter((word) => WITH_MARK.test(word));
  if (words.length === 0) return null;
  return words.filter(isSyllable).length / words.length;
}

/** How the texts of a column, or of a whole table, were typed. */
export interface Tally {
  unicode: number;
  tcvn3: number;
  vni: number;
}

/** Counts what is sure. */
export function tallyFonts(texts: Iterable<string>): Tally {
  const tally: Tally = { unicode: 0, tcvn3: 0, vni: 0 };
  for (const text of texts) {
    const found = findFont(text);
    if (found?.sure) tally[found.font]++;
  }
  return tally;
}

/**
 * The font of one text, within what is known of its column and its table: what is sure by itself stays; of the rest ('Lê
 * Hà' is a name in Unicode and another one in TCVN3) an old font is believed only where nothing speaks for Unicode.
 */
export function fontOf(text: string, column: Tally, table: Tally): FontFound {
  const found = findFont(text);
  if (!found || found.sure) return found?.font ?? 'unicode';
  return leading(column) ?? leading(table) ?? found.font;
}

function leading({ unicode, tcvn3, vni }: Tally): FontFound | null {
  if (unicode > 0) return 'unicode';
  if (tcvn3 + vni === 0) return null;
  return tcvn3 >= vni ? 'tcvn3' : 'vni';
}
