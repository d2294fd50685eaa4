import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blurred, COMMUNE_M, HAMLET_M } from './blur.ts';
import { distanceM, moved, offsetM, type Point } from './point.ts';

const point = fc.record({
  lat: fc.double({ min: 8, max: 23.5, noNaN: true }),
  lon: fc.double({ min: 102, max: 110, noNaN: true }),
});
const secret = fc.string({ minLength: 1, maxLength: 64 });
const id = fc.string({ minLength: 1, maxLength: 20 });
const PRECISIONS = ['hamlet', 'commune'] as const;
const precision = fc.constantFrom(...PRECISIONS);

describe('a place that is blurred', () => {
  it('is always inside the area that is shown, whose size says only the precision', () => {
    fc.assert(
      fc.property(point, precision, secret, id, (where, how, key, who) => {
        const { centre, radiusM } = blurred(where, how, key, who);
        expect(radiusM).toBe(how === 'hamlet' ? HAMLET_M : COMMUNE_M);
        expect(distanceM(where, centre)).toBeLessThanOrEqual(radiusM);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same however often it is read, and another one under another secret or id', () => {
    fc.assert(
      fc.property(point, precision, secret, id, (where, how, key, who) => {
        const area = blurred(where, how, key, who);
        expect(blurred(where, how, key, who)).toEqual(area);
        expect(blurred(where, how, `${key}x`, who).centre).not.toEqual(area.centre);
        expect(blurred(where, how, key, `${who}x`).centre).not.toEqual(area.centre);
      }),
    );
  });

  it('takes its area along when it is moved a little: there is no edge to feel for', () => {
    const step = fc.double({ min: -400, max: 400, noNaN: true });
    fc.assert(
      fc.property(point, step, step, precision, secret, id, (where, east, north, how, key, who) => {
        const [one, other] = [where, moved(where, east, north)].map(
          (at) => blurred(at, how, key, who).centre,
        );
        if (!one || !other) throw new Error('no areas');
        const shift = offsetM(one, other);
        // rounding to five decimals is one metre
        expect(Math.abs(shift.northM - north)).toBeLessThan(3);
        expect(Math.abs(shift.eastM - east)).toBeLessThan(3);
      }),
    );
  });

  it('says no more to somebody who has both areas than to one who has the smaller: the larger holds all of it', () => {
    fc.assert(
      fc.property(point, secret, id, (where, key, who) => {
        const [small, large] = PRECISIONS.map((how) => blurred(where, how, key, who));
        if (!small || !large) throw new Error('no areas');
        expect(distanceM(small.centre, large.centre) + small.radiusM).toBeLessThanOrEqual(large.radiusM + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has a larger area that is known once the smaller is: it knows nothing else of the point', () => {
    const one = { lat: 21.3, lon: 105.4 };
    const apart = moved(one, 300, 0);
    // two points with the same small area have the same large one, whichever of them is the true one
    const large = (at: Point) => blurred(at, 'commune', 'k', 'a').centre;
    const small = (at: Point) => blurred(at, 'hamlet', 'k', 'a').centre;
    expect(offsetM(small(one), large(one)).eastM).toBeCloseTo(
      offsetM(small(apart), large(apart)).eastM,
      -1.2,
    );
  });
});

describe('the centre of the area', () => {
  const where = { lat: 21.32, lon: 105.4 };
  const MANY = 20_000;
  const offsets = Array.from({ length: MANY }, (_, n) => {
    const { eastM, northM } = offsetM(blurred(where, 'hamlet', 'bí mật', `s${n}`).centre, where);
    return { share: (eastM ** 2 + northM ** 2) / HAMLET_M ** 2 / 0.97 ** 2, turn: Math.atan2(northM, eastM) };
  });

  /** Chi-square of the counts against an even share; 19 degrees of freedom pass 43.8 once in a thousand. */
  const unevenness = (values: readonly number[]): number => {
    const BOXES = 20;
    const counts = Array.from({ length: BOXES }, () => 0);
    for (const value of values) {
      const box = Math.min(BOXES - 1, Math.max(0, Math.floor(value * BOXES)));
      counts[box] = (counts[box] ?? 0) + 1;
    }
    const even = values.length / BOXES;
    return counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
  };

  it('lies anywhere around the point, every part of the circle as often: it says nothing', () => {
    expect(unevenness(offsets.map(({ share }) => share))).toBeLessThan(43.8);
    expect(unevenness(offsets.map(({ turn }) => turn / (2 * Math.PI) + 0.5))).toBeLessThan(43.8);
  });

  it('is the point itself for nobody', () => {
    const near = offsets.filter(({ share }) => share < 0.0004).length;
    // as many as chance puts within ten metres of it, and not more
    expect(near).toBeLessThan(MANY * 0.0004 * 3);
  });
});
