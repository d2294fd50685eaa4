import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePair, type Pair, rowsOf } from '../../test/carry-files.ts';
import { fillFile, type Stock, side, stock } from '../../test/carry-fill.ts';
import { answerOf, as, type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { contentsOfBoth } from './carry-file.ts';
import { offersOf } from './carry-rules.ts';
import { reopen } from './commands.ts';
import { merge } from './commands-merge.ts';
import { findExemplar } from './queries.ts';

let world: ExemplarWorld;
let shelf: Stock;
beforeAll(async () => {
  world = await exemplarWorld();
  shelf = await stock(world);
});
afterAll(() => world.close());

async function offered(pair: Pair): Promise<string[]> {
  const [gone, kept] = await Promise.all(
    [pair.gone, pair.kept].map((id) => findExemplar(world.db, world.standing, id)),
  );
  if (!gone || !kept) throw new Error('out of reach');
  const both = await contentsOfBoth(world.db, gone, kept);
  return [...offersOf(both.gone, both.kept, kept).keys()];
}

const versionOf = async (id: number) =>
  (await findExemplar(world.db, world.standing, id))?.version ?? Number.NaN;

const mergeWith = async ({ gone, kept }: Pair, carry: readonly string[]) =>
  merge(as(world, world.standing), {
    id: gone,
    intoId: kept,
    version: null,
    reason: 'Cùng một người',
    carry,
    intoVersion: await versionOf(kept),
  });

/** What would be wrong after any merge: a link from one file into the other. */
async function linksAcross(): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM (
      SELECT FROM evidence v JOIN achievement a ON a.id = v.achievement_id WHERE a.exemplar_id <> v.exemplar_id
      UNION ALL
      SELECT FROM contribution c JOIN evidence v ON v.id = c.evidence_id WHERE c.exemplar_id <> v.exemplar_id
    ) AS one`.execute(world.db);
  return rows[0]?.count ?? 0;
}

/** Every figure and gift by its id, whichever file it is in: nothing lost, nothing twice. */
const figuresOf = (rows: readonly string[]) =>
  rows
    .filter((row) => /^(achievement|contribution|figure_claim|consent|endorsement|exemplar_place) /.test(row))
    .map((row) => row.replace(/"(exemplar_id|evidence_id)": (\d+|null)/g, ''))
    .sort();

describe('what a merged file gives to the kept one', () => {
  it('whatever is in both and whatever is ticked, is neither lost nor doubled, and comes back row for row', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, fc.array(fc.boolean(), { maxLength: 16 }), async (one, two, ticks) => {
        const pair = await makePair(world);
        await fillFile(world, shelf, pair.gone, one);
        await fillFile(world, shelf, pair.kept, two);
        const carry = (await offered(pair)).filter((_key, n) => ticks[n] ?? true);
        const before = await rowsOf(world, pair);
        answerOf(await mergeWith(pair, carry));
        expect(figuresOf(await rowsOf(world, pair))).toEqual(figuresOf(before));
        expect(await linksAcross()).toBe(0);
        answerOf(
          await reopen(as(world, world.standing), { id: pair.gone, version: null, reason: 'Gộp nhầm' }),
        );
        expect(await rowsOf(world, pair)).toEqual(before);
        expect(await linksAcross()).toBe(0);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is offered once: what was ticked and taken over is lacking no longer', async () => {
    await fc.assert(
      fc.asyncProperty(side, side, async (one, two) => {
        const pair = await makePair(world);
        await fillFile(world, shelf, pair.gone, one);
        await fillFile(world, shelf, pair.kept, two);
        answerOf(await mergeWith(pair, await offered(pair)));
        const left = (await offered(pair)).filter((key) => !key.startsWith('evidence'));
        expect(left).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
