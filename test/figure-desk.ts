import type { Actor } from '../src/identity/actor.ts';
import { listMeasures } from '../src/measures/queries.ts';
import { loadMeasures } from '../src/sample/load-measures.ts';
import { as, type ExemplarWorld } from './oracles/exemplar-world.ts';

/** The measures of the seeds in a test's database, found by their keys. */
export async function withMeasures(world: ExemplarWorld): Promise<(key: string) => number> {
  await world.db.transaction().execute(loadMeasures);
  const ids = new Map((await listMeasures(world.db)).map(({ key, id }) => [key, id]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`No measure “${key}”.`);
    return id;
  };
}

/** Surroundings and target of a command on one exemplar. */
export const on = (world: ExemplarWorld, actor: Actor, id: number, item = 0) => ({
  acting: as(world, actor),
  about: { id, item, version: null },
});

/** An achievement as the form gives it on. */
export const typedFigure = (measureId: number, value: string) => ({
  statement: 'Thu nhập của hộ tăng',
  measureId,
  measure: null,
  value,
  unit: null,
  year: 2017,
  valueBefore: null as string | null,
  yearBefore: null as number | null,
  rechecked: false,
});
