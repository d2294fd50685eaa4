import { contentsOfBoth } from '../src/exemplars/carry-file.ts';
import { offersOf } from '../src/exemplars/carry-rules.ts';
import { reopen } from '../src/exemplars/commands.ts';
import { merge } from '../src/exemplars/commands-merge.ts';
import { findExemplar } from '../src/exemplars/queries.ts';
import { makePair, type Pair, rowsOf } from './carry-files.ts';
import { EMPTY, FULL, fillFile, type Stock } from './carry-fill.ts';
import { answerOf, as, type ExemplarWorld } from './oracles/exemplar-world.ts';

/** The file as the standing body sees it. */
export async function view(world: ExemplarWorld, id: number) {
  const found = await findExemplar(world.db, world.standing, id);
  if (!found) throw new Error(`Exemplar ${id} is out of reach`);
  return found;
}

/** A full file, and one with nothing in it; merged with all that is offered. */
export async function mergedPair(world: ExemplarWorld, shelf: Stock): Promise<Pair & { before: string[] }> {
  const pair = await makePair(world);
  await fillFile(world, shelf, pair.gone, FULL);
  await fillFile(world, shelf, pair.kept, EMPTY);
  const before = await rowsOf(world, pair);
  answerOf(await mergeAll(world, pair));
  return { ...pair, before };
}

/** Merges with all that is offered. */
export async function mergeAll(world: ExemplarWorld, { gone, kept }: Pair) {
  const [one, other] = [await view(world, gone), await view(world, kept)];
  const both = await contentsOfBoth(world.db, one, other);
  return merge(as(world, world.standing), {
    ...{ id: gone, intoId: kept, version: one.version, reason: 'Cùng một người' },
    carry: [...offersOf(both.gone, both.kept, other).keys()],
    intoVersion: other.version,
  });
}

export const reopened = (
  world: ExemplarWorld,
  id: number,
  overrideReason: string | null = null,
  who = world.standing,
) => reopen(as(world, who), { id, version: null, reason: 'Gộp nhầm', overrideReason });
