import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan, TEST_DAY } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { guardFacts } from './facts.ts';
import { findExemplar } from './queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

async function factsOf(id: number) {
  const exemplar = await findExemplar(world.db, world.standing, id);
  if (!exemplar) throw new Error('not found');
  return guardFacts(world.db, exemplar, TEST_DAY);
}

describe('the room in a quota', () => {
  it('is taken by the counted kinds that were chosen, also while they are held', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number: 5 });
    const add = (state: string, more: Partial<Parameters<typeof makeExemplar>[1]> = {}) =>
      makeExemplar(world, { state, plan, ...more });
    const asking = await add('proposed');
    const chosen = await add('nurtured', { kind: 'household' });
    for (const state of ['recognised', 'honoured']) await add(state, { kind: 'household' });
    await add('held', { heldFrom: 'recognised' });
    for (const state of ['found', 'waiting', 'declined', 'withdrawn', 'lapsed']) await add(state);
    await add('held', { heldFrom: 'proposed' });
    // the factory's quota counts households and individuals
    const collective = await add('proposed', { kind: 'collective' });
    await add('nurtured', { kind: 'collective' });
    expect((await factsOf(asking)).quota).toEqual({ limit: 5, taken: 4 });
    // what was chosen itself stands in nobody's way but others'
    expect((await factsOf(chosen)).quota.taken).toBe(3);
    expect((await factsOf(collective)).quota.limit).toBeNull();
  });

  it('is taken by every kind where the plan names none that count', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'at_most', number: 2 });
    await world.db
      .updateTable('pilot_field')
      .set({ quota_counts: [] })
      .where('id', '=', plan.fieldId)
      .execute();
    await makeExemplar(world, { state: 'nurtured', kind: 'collective', plan });
    const asking = await makeExemplar(world, { state: 'proposed', kind: 'household', plan });
    expect((await factsOf(asking)).quota).toEqual({ limit: 2, taken: 1 });
  });

  it('has no end where the plan sets a least number or none', async () => {
    for (const [kind, number] of [
      ['at_least', 1],
      ['none', null],
    ] as const) {
      const plan = await makePlan(world.db, world.place.lead, { kind, number });
      await makeExemplar(world, { state: 'nurtured', plan });
      const id = await makeExemplar(world, { state: 'proposed', plan });
      expect((await factsOf(id)).quota.limit).toBeNull();
    }
  });
});
