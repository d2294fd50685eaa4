import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What the layout needs to know of a font: which characters it can show and how wide they are. */
export interface Typeface {
  shows(codePoint: number): boolean;
  /** Width of one line of text at `sizePt`, in mm; characters the font lacks count as the mean letter. */
  widthMm(text: string, sizePt: number): number;
}

const MEAN_ADVANCE_EM = 0.6;
const MM_PER_PT = 25.4 / 72;

const locate = createRequire(import.meta.url);

/** Paths of the four Tinos fonts (same widths as Times New Roman), wherever the package was installed. */
export function tinosFiles(): string[] {
  return ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(tinosFile);
}

const tinosFile = (style: string): string =>
  locate.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);

const read = new Map<string, Typeface>();

/** Tinos Regular and Bold, each read once. All four Tinos fonts show the same characters. */
export const tinosRegular = (): Typeface => tinos('400Regular');
export const tinosBold = (): Typeface => tinos('700Bold');

function tinos(style: string): Typeface {
  const face = read.get(style) ?? readTypeface(tinosFile(style));
  read.set(style, face);
  return face;
}

/** Reads the `cmap` and `hmtx` tables of a TrueType font. Throws for a font without a Unicode `cmap` of format 4. */
export function readTypeface(path: string): Typeface {
  const file = readFileSync(path);
  const table = tableOffsets(file);
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const lastMetric = file.readUInt16BE(table('hhea') + 34) - 1;
  const metrics = table('hmtx');
  const glyphs = readGlyphs(file, table('cmap'));

  const advanceEm = (codePoint: number): number => {
    const glyph = glyphs.get(codePoint);
    if (glyph === undefined) return MEAN_ADVANCE_EM;
    return file.readUInt16BE(metrics + 4 * Math.min(glyph, lastMetric)) / unitsPerEm;
  };
  return {
    shows: (codePoint) => glyphs.has(codePoint),
    widthMm: (text, sizePt) => {
      let em = 0;
      for (const character of text) em += advanceEm(character.codePointAt(0) ?? 0);
      return em * sizePt * MM_PER_PT;
    },
  };
}

/** Finds tables by their four-letter tag in the font's directory. */
function tableOffsets(file: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    offsets.set(file.toString('latin1', entry, entry + 4), file.readUInt32BE(entry + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`The font has no table ${tag}.`);
    return offset;
  };
}

/** Code point → glyph, from a `cmap` subtable of format 4 (segments with a delta or an array of glyphs). */
function readGlyphs(file: Buffer, cmap: number): Map<number, number> {
  const start = formatFourSubtable(file, cmap);
  const segments = file.readUInt16BE(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + 2 * segments + 2;
  const glyphs = new Map<number, number>();
  for (let i = 0; i < segments; i++) {
    const first = file.readUInt16BE(starts + 2 * i);
    const last = Math.min(file.readUInt16BE(ends + 2 * i), 0xfffe);
    const delta = file.readUInt16BE(starts + 2 * segments + 2 * i);
    const rangeAt = starts + 4 * segments + 2 * i;
    const range = file.readUInt16BE(rangeAt);
    for (let code = first; code <= last; code++) {
      const listed = range === 0 ? code : file.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

function formatFourSubtable(file: Buffer, cmap: number): number {
  for (let i = 0; i < file.readUInt16BE(cmap + 2); i++) {
    const start = cmap + file.readUInt32BE(cmap + 8 + 8 * i);
    if (file.readUInt16BE(start) === 4) return start;
  }
  throw new Error('The font has no Unicode character map of format 4.');
}
