import { expect, it } from 'vitest';
import { isInside, metresOutside } from './outline.ts';

/** A corner is cut out of the north-east: what is there is outside. */
const OUTLINE = [
  { lat: 20, lon: 105 },
  { lat: 20, lon: 106 },
  { lat: 20.5, lon: 106 },
  { lat: 20.5, lon: 105.5 },
  { lat: 21, lon: 105.5 },
  { lat: 21, lon: 105 },
];

it.each([
  [{ lat: 20.2, lon: 105.8 }, true],
  [{ lat: 20.8, lon: 105.2 }, true],
  [{ lat: 20.8, lon: 105.8 }, false],
  [{ lat: 19.9, lon: 105.5 }, false],
  [{ lat: 20.5, lon: 104.9 }, false],
])('%j is within the line: %s', (point, inside) => {
  expect(isInside(point, OUTLINE)).toBe(inside);
  expect(metresOutside(point, OUTLINE) === 0).toBe(inside);
});

it('tells how far outside a point is, to the nearest edge or corner', () => {
  expect(metresOutside({ lat: 19.9, lon: 105.5 }, OUTLINE)).toBeCloseTo(11_119, -2);
  expect(metresOutside({ lat: 20.6, lon: 105.6 }, OUTLINE) / 10_410).toBeCloseTo(1, 1);
  expect(metresOutside({ lat: 21.1, lon: 104.9 }, OUTLINE) / 15_200).toBeCloseTo(1, 1);
});

it('asks nothing where there is no line', () => {
  expect(metresOutside({ lat: 0, lon: 0 }, [])).toBe(0);
});
