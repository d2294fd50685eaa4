import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Chance } from './prng.ts';

test('the same seed gives the same chances, on every machine', () => {
  const chance = new Chance(1711);
  expect(Array.from({ length: 6 }, () => chance.between(1, 1000))).toEqual([852, 827, 228, 786, 467, 801]);
});

test('whatever the seed, numbers stay within their bounds and reach both', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const chance = new Chance(seed);
      const drawn = new Set(Array.from({ length: 200 }, () => chance.between(3, 5)));
      expect([...drawn].sort()).toEqual([3, 4, 5]);
    }),
  );
});

test('a shuffled list holds the same things', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.integer()), (seed, list) => {
      expect(new Chance(seed).shuffled(list).sort()).toEqual([...list].sort());
    }),
  );
});

test('there is nothing to pick from nothing', () => {
  expect(() => new Chance(1).pick([])).toThrow('Nothing to pick from');
});
