import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { INDICATORS, type Leaf, makeReportTree, PERIOD } from '../../test/report-tree.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { belowOf, scopeOf, undecidedBelow } from './rollup-below.ts';
import { completenessOf } from './rollup-rules.ts';
import { rollUp } from './rollup-sums.ts';

let database: FreshDatabase;
let open: OpenDb;
beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const value = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null, freq: 6 });
const leafAt = (index: number) =>
  fc.record({
    parent: fc.integer({ min: -1, max: index - 1 }),
    report: fc.constantFrom<Leaf['report']>('none', 'draft', 'submitted', 'returned', 'accepted'),
    excused: fc.boolean(),
    gap: fc.constantFrom<Leaf['gap']>(null, null, 'none', 'missing'),
    values: fc.tuple(value, value),
  });
const trees = fc
  .integer({ min: 0, max: 9 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => leafAt(index))));

const arrived = (leaf: Leaf) => leaf.report === 'submitted' || leaf.report === 'accepted';

/** Walks from each office up to the root, slowly: its report counts when it came and none between it and the root did. */
function slowly(leaves: readonly Leaf[], reach: 'direct' | 'tree') {
  const inReach = leaves.filter((leaf) => reach === 'tree' || leaf.parent < 0);
  const counted = inReach.filter((leaf) => {
    for (let at = leaf.parent; at >= 0; at = leaves[at]?.parent ?? -1) {
      const above = leaves[at];
      if (above && arrived(above)) return false;
    }
    return arrived(leaf);
  });
  const sums = INDICATORS.map((_, n) => {
    const known = counted.map((leaf) => leaf.values[n] ?? null).filter((one) => one !== null);
    const sum = known.reduce((total, one) => total + one, 0);
    return known.length === 0
      ? { sum: null, mean: null, max: null }
      : { sum, mean: sum / known.length, max: Math.max(...known) };
  });
  return { expected: inReach.length, counted: counted.length, arrived: inReach.filter(arrived).length, sums };
}

describe('a roll-up over any tree of offices', () => {
  it.each(['direct', 'tree'] as const)(
    'counts nothing twice and adds up (%s)',
    async (reach) => {
      await fc.assert(
        fc.asyncProperty(trees, async (leaves) => {
          const { root } = await makeReportTree(open.db, leaves);
          const slow = slowly(leaves, reach);
          const whole = completenessOf(await belowOf(open.db, root, reach));
          const { expected, accepted, submitted, none, gap, excused, waiting, counted } = whole;
          expect(accepted + submitted + none + gap + excused + waiting).toBe(expected);
          expect([expected, accepted + submitted, counted]).toEqual([
            slow.expected,
            slow.arrived,
            slow.counted,
          ]);
          const rows = await rollUp(open.db, scopeOf(root, reach));
          expect(rows.map((row) => row.indicator)).toEqual(slow.counted > 0 ? INDICATORS : []);
          for (const [n, row] of rows.entries()) {
            expect(row.periodFrom).toBe(PERIOD.from);
            expect(row.known + row.unknown).toBe(slow.counted);
            expect(row.all.sum).toBe(slow.sums[n]?.sum);
            expect(row.all.max).toBe(slow.sums[n]?.max);
            if (row.all.mean !== null) expect(row.all.mean).toBeCloseTo(slow.sums[n]?.mean ?? Number.NaN, 8);
          }
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});

const leaf = (fields: Partial<Leaf>): Leaf => ({
  parent: -1,
  report: 'none',
  excused: false,
  gap: null,
  values: [1, null],
  ...fields,
});

describe('what is still undecided below', () => {
  it('is every office that is neither accepted, nor excused, nor named as a gap', async () => {
    const { root, offices } = await makeReportTree(open.db, [
      leaf({ report: 'accepted' }),
      leaf({ report: 'submitted' }),
      leaf({ report: 'draft' }),
      leaf({ report: 'returned' }),
      leaf({ excused: true }),
      leaf({ gap: 'none' }),
      leaf({ gap: 'missing', report: 'draft' }),
      leaf({ parent: 0 }),
    ]);
    const undecided = await undecidedBelow(open.db, root);
    expect(undecided.map(({ officeId, status }) => [officeId, status]).sort()).toEqual([
      [offices[1]?.id, 'submitted'],
      [offices[2]?.id, 'waiting'],
      [offices[3]?.id, 'returned'],
    ]);
  });

  it('takes in a report that came without a duty, and a district stands for its communes', async () => {
    const { root, reportIds } = await makeReportTree(open.db, [
      leaf({ report: 'accepted', values: [5, 2] }),
      leaf({ parent: 0, report: 'accepted', values: [3, 1] }),
    ]);
    const [sums] = await rollUp(open.db, scopeOf(root, 'tree'));
    expect(sums?.all.sum).toBe(5);
    await open.db.deleteFrom('duty_item').where('period_from', '=', PERIOD.from).execute();
    const below = await belowOf(open.db, root, 'tree');
    expect(below.map((one) => [one.reportId, one.itemId, one.counted])).toEqual([
      [reportIds[0], null, true],
      [reportIds[1], null, false],
    ]);
  });
});
