import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { runNode } from '../../test/child.ts';
import { pngOf } from './picture-png.ts';

const drawing = (width: number, height: number, text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fff"/><text x="10" y="60" font-size="40" font-family="Tinos">${text}</text></svg>`;

const darkPoints = async (png: Uint8Array): Promise<number> => {
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 128).length;
};

describe('a drawing as a PNG', () => {
  it('is twice as fine as it says, and a very large one as fine as it says', async () => {
    const { width, height } = await sharp(await pngOf(drawing(400, 100, ''))).metadata();
    expect([width, height]).toEqual([800, 200]);
    expect((await sharp(await pngOf(drawing(3_000, 3_000, ''))).metadata()).width).toBe(3_000);
  });

  it('has its letters, Vietnamese ones as well, whatever fonts the machine has', async () => {
    const none = await darkPoints(await pngOf(drawing(400, 100, '')));
    const plain = await darkPoints(await pngOf(drawing(400, 100, 'Uong Ky')));
    const marked = await darkPoints(await pngOf(drawing(400, 100, 'Ưỡng Kỳ')));
    expect(none).toBe(0);
    expect(plain).toBeGreaterThan(300);
    expect(marked).toBeGreaterThan(plain);
  });

  it('leaves no file behind when the program ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'drawn-'));
    const file = join(folder, 'draw.ts');
    const module = join(import.meta.dirname, 'picture-png.ts');
    await writeFile(
      file,
      `import { pngOf } from '${module}'; console.log((await pngOf('${drawing(40, 10, 'A')}')).length);`,
    );
    const program = runNode(['test/run-ts.mjs', file], { TMPDIR: folder, FONTCONFIG_FILE: undefined });
    expect(await program.ended).toBe(0);
    expect(Number(program.output())).toBeGreaterThan(50);
    expect(await readdir(folder)).toEqual(['draw.ts']);
    await rm(folder, { recursive: true });
  });
});
