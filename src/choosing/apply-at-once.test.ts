import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldWith, prepared } from '../../test/choosing-world.ts';
import { as, type ExemplarWorld, exemplarWorld, rowOf, stepsOf } from '../../test/oracles/exemplar-world.ts';
import { choose } from '../exemplars/commands.ts';
import { applyList } from './apply.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

interface Click {
  by?: typeof world.lead;
  key?: string;
  version?: number;
}
const apply = (listId: number, { by = world.lead, key, version }: Click = {}) =>
  applyList(as(world, by, key ? { requestKey: key } : {}), { listId, version: version ?? null, onDay: null });
const statesOf = async (ids: readonly number[]) => {
  const rows = [];
  for (const id of ids) rows.push((await rowOf(world, id)).state);
  return rows;
};
const listOf = (id: number) =>
  world.db.selectFrom('decision_list').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('two at once', () => {
  it('a double click applies once and answers twice alike', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'exactly', number: 3 }, 3);
    let listId = 0;
    for (const id of ids) listId = await prepared(world, plan, id);
    const click = () => apply(listId, { key: 'click-of-the-list' });
    const [first, second] = await Promise.all([click(), click()]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await stepsOf(world, ids[0] ?? 0)).toHaveLength(2);
  });

  it('of two officers who apply the same list, one does and the other is told that it is applied', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'none', number: null }, 3);
    let listId = 0;
    for (const id of ids) listId = await prepared(world, plan, id);
    const { version } = await listOf(listId);
    const outcomes = await Promise.all([
      apply(listId, { version }),
      apply(listId, { version, by: world.otherLead }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('a list and single choices for the same last places never pass the quota, and never wait in a ring', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'exactly', number: 3 }, 6);
    let listId = 0;
    for (const id of ids.slice(0, 3)) listId = await prepared(world, plan, id);
    await Promise.all([
      apply(listId),
      ...ids.map((id) => choose(as(world, world.otherLead), { id, version: null })),
    ]);
    const chosen = (await statesOf(ids)).filter((state) => state === 'nurtured');
    expect(chosen).toHaveLength(3);
  });
});
