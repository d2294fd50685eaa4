import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AchievementDesk, FIGURE, openAchievementDesk, SEEN } from '../../test/achievement-desk.ts';
import { answerOf, as, eventsOf, makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import type { Actor } from '../identity/actor.ts';
import { notFound, stale } from '../platform/outcome.ts';
import { addAchievement, confirmAchievement } from './achievements.ts';
import { achievementsOf } from './merits-queries.ts';

let desk: AchievementDesk;
beforeAll(async () => {
  desk = await openAchievementDesk();
});
afterAll(() => desk.world.close());

type Act = (id: number, item: number, actor: Actor) => Promise<unknown>;
const ACTS: Record<string, Act> = {
  add: (id, _item, actor) => desk.add(id, actor),
  change: (id, item, actor) => desk.change(id, item, { value: 2 }, actor),
  confirm: (id, item, actor) => desk.confirm(id, item, actor),
  contradict: (id, item, actor) => desk.contradict(id, item, actor),
  remove: (id, item, actor) => desk.remove(id, item, actor),
};
const everything = async (id: number) =>
  JSON.stringify([
    await rowOf(desk.world, id),
    await achievementsOf(desk.world.db, id),
    await eventsOf(desk.world, id),
  ]);

describe.each(Object.entries(ACTS))('to %s', (name, act) => {
  /** Tries it, and sees that not a trace of it is left. */
  async function refusedTo(actor: Actor, made: { id: number; item: number }) {
    const before = await everything(made.id);
    const outcome = await act(made.id, made.item, actor);
    expect(await everything(made.id)).toBe(before);
    return outcome;
  }

  it('is refused to a role that only reads, and to the unit while its proposal is being decided', async () => {
    const wrongRole = { refusal: { kind: 'refused', reasons: [{ rule: 'wrong_role' }] } };
    expect(await refusedTo(desk.world.leader, await desk.withAchievement())).toMatchObject(wrongRole);
    expect(await refusedTo(desk.world.unit, await desk.withAchievement({ state: 'proposed' }))).toMatchObject(
      wrongRole,
    );
  });

  it('is refused to everybody once the file is closed', async () => {
    const wrongState = { refusal: { kind: 'refused', reasons: [{ rule: 'wrong_state' }] } };
    expect(await refusedTo(desk.world.lead, await desk.withAchievement({ state: 'declined' }))).toMatchObject(
      wrongState,
    );
  });

  it('is not found outside of reach', async () => {
    expect(await refusedTo(desk.world.stranger, await desk.withAchievement())).toEqual(notFound());
  });

  if (name !== 'add') {
    it('is not found on the achievement of another exemplar', async () => {
      const [made, other] = [await desk.withAchievement(), await desk.withAchievement()];
      const before = await everything(other.id);
      expect(await refusedTo(desk.world.lead, { id: made.id, item: other.item })).toEqual(notFound());
      expect(await everything(other.id)).toBe(before);
    });
  }
});

describe('a form', () => {
  it('that was opened before somebody else changed the file is stale', async () => {
    const { id, item } = await desk.withAchievement();
    const old = { id, item, version: 1 };
    expect(await addAchievement(as(desk.world, desk.world.unit), { ...old, ...FIGURE })).toEqual(stale(2));
    expect(await confirmAchievement(as(desk.world, desk.world.lead), { ...old, ...SEEN })).toEqual(stale(2));
    expect(await desk.kept(id)).toMatchObject({ trust: 'self_declared' });
  });

  it('that is sent twice at once adds one achievement and tells one change', async () => {
    const id = await makeExemplar(desk.world, { state: 'found' });
    const twice = () =>
      addAchievement(as(desk.world, desk.world.unit, { requestKey: 'hai-lan-bam' }), {
        id,
        item: 0,
        version: null,
        ...FIGURE,
      });
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(answerOf(first)).toEqual(answerOf(second));
    expect(await achievementsOf(desk.world.db, id)).toHaveLength(1);
    expect(await eventsOf(desk.world, id)).toHaveLength(1);
  });
});
