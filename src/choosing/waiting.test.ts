import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate } from '../../test/choosing-world.ts';
import { type MadePlan, makePlan } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { choose, putOnWaitingList } from '../exemplars/commands.ts';
import { fieldsToChoose, moveWaiting, waitingList } from './waiting.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const names = async ({ fieldId }: MadePlan) =>
  (await waitingList(world.db, fieldId)).map(({ fullName, position }) => `${position} ${fullName}`);

async function threeWaiting(number: number): Promise<{ plan: MadePlan; ids: number[] }> {
  const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number });
  const ids: number[] = [];
  for (const name of ['Một', 'Hai', 'Ba']) {
    const id = await candidate(world, plan, name);
    answerOf(await putOnWaitingList(as(world, world.lead), { id, version: null, reason: 'Hết chỉ tiêu' }));
    ids.push(id);
  }
  return { plan, ids };
}

const move = (
  plan: MadePlan,
  exemplarId: number,
  position: number,
  reason = 'Vùng khó khăn',
  by = world.lead,
) => moveWaiting(as(world, by), { fieldId: plan.fieldId, exemplarId, position, reason });

describe('the waiting list', () => {
  it('keeps the order in which they came in, whoever put them there', async () => {
    const { plan } = await threeWaiting(1);
    expect(await names(plan)).toEqual(['1 Một', '2 Hai', '3 Ba']);
  });

  it('closes up behind one who leaves, and puts one who comes back at the end', async () => {
    const { plan, ids } = await threeWaiting(3);
    answerOf(await choose(as(world, world.lead), { id: ids[0] ?? 0, version: null }));
    expect(await names(plan)).toEqual(['1 Hai', '2 Ba']);
    await world.db
      .updateTable('exemplar')
      .set({ state: 'waiting' })
      .where('id', '=', ids[0] ?? 0)
      .execute();
    expect(await names(plan)).toEqual(['1 Hai', '2 Ba', '3 Một']);
  });

  it('is put in another order by the lead office, with a reason that stands beside it and in the history', async () => {
    const { plan, ids } = await threeWaiting(1);
    answerOf(await move(plan, ids[2] ?? 0, 1));
    expect(await names(plan)).toEqual(['1 Ba', '2 Một', '3 Hai']);
    const [first] = await waitingList(world.db, plan.fieldId);
    expect(first).toMatchObject({ movedReason: 'Vùng khó khăn', movedOn: '2018-11-15' });
    expect((await eventsOf(world, ids[2] ?? 0)).at(-1)).toMatchObject({
      kind: 'exemplar.waiting_moved',
      before: { 'Thứ tự chờ': 3 },
      after: { 'Thứ tự chờ': 1 },
    });
  });

  it('refuses a place that is none, the same place, no reason, and whoever does not decide', async () => {
    const { plan, ids } = await threeWaiting(1);
    const id = ids[0] ?? 0;
    for (const position of [0, 4, 1.5, 1]) {
      expect(await move(plan, id, position)).toMatchObject({
        refusal: { fields: { position: expect.any(String) } },
      });
    }
    expect(await move(plan, id, 2, '  ')).toMatchObject({
      refusal: { fields: { reason: expect.any(String) } },
    });
    expect(await move(plan, id, 2, 'x', world.unit)).toMatchObject({ refusal: { kind: 'not_found' } });
    expect(rulesOf(await move(plan, id, 2, 'x', world.leader))).toEqual(['wrong_role']);
    expect(await names(plan)).toEqual(['1 Một', '2 Hai', '3 Ba']);
  });

  it('stays a list without a gap when two move it at once', async () => {
    const { plan, ids } = await threeWaiting(1);
    const outcomes = await Promise.all([
      move(plan, ids[2] ?? 0, 1),
      move(plan, ids[0] ?? 0, 3, 'Khác', world.otherLead),
    ]);
    expect(outcomes.some(({ ok }) => ok)).toBe(true);
    const list = await waitingList(world.db, plan.fieldId);
    expect(list.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(new Set(list.map(({ ord }) => ord)).size).toBe(3);
  });
});

describe('in Việc của tôi', () => {
  it('a field stands with the first of its waiting list once there is room, for those who decide there alone', async () => {
    const { plan, ids } = await threeWaiting(1);
    const of = async (actor = world.lead) =>
      (await fieldsToChoose(world.db, actor)).find(({ id }) => id === plan.fieldId);
    expect(await of()).toMatchObject({ room: 1, waiting: 3, first: { id: ids[0], fullName: 'Một' } });
    answerOf(await choose(as(world, world.lead), { id: ids[0] ?? 0, version: null }));
    expect(await of()).toBeUndefined();
    // one withdraws: there is room again, and the next one is named
    await world.db
      .updateTable('exemplar')
      .set({ state: 'withdrawn' })
      .where('id', '=', ids[0] ?? 0)
      .execute();
    expect(await of()).toMatchObject({ room: 1, first: { fullName: 'Hai' } });
    expect(await of(world.standing)).toBeDefined();
    for (const other of [world.unit, world.leader, world.stranger]) expect(await of(other)).toBeUndefined();
  });
});
