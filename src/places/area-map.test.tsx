import { describe, expect, it } from 'vitest';
import { AreaMap, type MapArea } from './area-map.tsx';
import { moved, type Point } from './point.ts';
import { sheetFor, WIDTH } from './projection.ts';

const HOME = { lat: 21.34567, lon: 105.28765 };
const OUTLINE = {
  name: 'tỉnh Thử',
  source: 'Nguồn thử.',
  line: [
    { lat: 21, lon: 105 },
    { lat: 21, lon: 106 },
    { lat: 22, lon: 106 },
    { lat: 22, lon: 105 },
  ],
};
const areaAt = (centre: Point, radiusM: number, label = 'Hộ'): MapArea => ({
  key: label,
  label,
  area: { centre, radiusM },
  words: `trong vòng ${radiusM} m`,
});
const drawn = async (props: Parameters<typeof AreaMap>[0]) => String(await AreaMap(props));

describe('a map of areas', () => {
  it('draws each as a circle to the scale, and says the same in a table', async () => {
    const html = await drawn({
      title: 'Các hộ',
      areas: [areaAt(HOME, 500, 'Hộ <một>'), areaAt(moved(HOME, 9_000, 2_000), 4_000, 'Hộ hai')],
      frame: 'areas',
    });
    const radii = [...html.matchAll(/<circle[^>]* r="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(radii).toHaveLength(2);
    expect((radii[1] ?? 0) / (radii[0] ?? 1)).toBeCloseTo(8, 0);
    for (const words of ['Hộ &lt;một&gt;', 'Hộ hai', 'trong vòng 500 m', 'Bản đồ: Các hộ', '\u00a0km'])
      expect(html).toContain(words);
  });

  it('keeps every circle on the sheet', () => {
    const points = [HOME, moved(HOME, 30_000, -12_000), moved(HOME, -5_000, 40_000)];
    const sheet = sheetFor(points, 1_000);
    for (const { x, y } of points.map((point) => sheet.place(point))) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(WIDTH);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(sheet.height);
    }
    // a kilometre is as long to the north as to the east
    const [a, b, c] = [HOME, moved(HOME, 1_000, 0), moved(HOME, 0, 1_000)].map((point) => sheet.place(point));
    expect(Math.abs((b?.x ?? 0) - (a?.x ?? 0) - ((a?.y ?? 0) - (c?.y ?? 0)))).toBeLessThan(0.3);
  });

  it('never draws a small area as a dot, however large the sheet', async () => {
    const html = await drawn({
      title: 'Tỉnh',
      areas: [areaAt(HOME, 30)],
      outline: OUTLINE,
      frame: 'outline',
    });
    expect(Number(/<circle[^>]* r="([\d.]+)"/.exec(html)?.[1])).toBeGreaterThanOrEqual(7);
    expect(html).toContain('Đường bao tỉnh Thử. Nguồn thử.');
  });

  it('writes the numbers of one and the same area once', async () => {
    const same = Array.from({ length: 5 }, (_, n) => areaAt(HOME, 4_000, `Hộ ${n}`));
    expect(await drawn({ title: 'Xã', areas: same, frame: 'areas' })).toContain('>5 nơi<');
    expect(await drawn({ title: 'Xã', areas: same.slice(0, 2), frame: 'areas' })).toContain('>1, 2<');
  });

  it('is nothing without areas', async () => {
    expect(await drawn({ title: 'Trống', areas: [], outline: OUTLINE, frame: 'outline' })).not.toContain(
      'svg',
    );
  });
});
