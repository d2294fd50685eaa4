import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { tinosFiles } from './typeface.ts';

/** Beyond this a picture is drawn at its own size instead of twice that. */
const FINE_PIXELS = 8_000_000;
/** More than a table of a thousand offices; a larger one is not drawn at all. */
const MOST_PIXELS = 100_000_000;
const POINTS_PER_INCH = 72;

let fontsAreKnown = false;

/**
 * The letters of a picture come from the fonts of the machine, and a server may have none: the program's own are made
 * known to the drawing library, before it draws its first letter.
 */
function makeFontsKnown(): void {
  if (fontsAreKnown) return;
  fontsAreKnown = true;
  if (process.env.FONTCONFIG_FILE) return;
  const folder = mkdtempSync(join(tmpdir(), 'guong-sang-fonts-'));
  const file = join(folder, 'fonts.conf');
  const folders = [...new Set(tinosFiles().map((path) => dirname(path)))];
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((one) => `<dir>${escaped(one)}</dir>`).join('')}<cachedir>${escaped(folder)}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = file;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

const escaped = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A drawing of ours as a PNG, twice as fine as its measures say unless it is very large. Never call it with a foreign SVG. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  makeFontsKnown();
  const source = Buffer.from(svg);
  const { width, height } = await sharp(source, { limitInputPixels: MOST_PIXELS }).metadata();
  const fine = width * height * 4 <= FINE_PIXELS;
  return sharp(source, {
    density: fine ? 2 * POINTS_PER_INCH : POINTS_PER_INCH,
    limitInputPixels: MOST_PIXELS,
  })
    .timeout({ seconds: 20 })
    .png({ palette: true })
    .toBuffer();
}
