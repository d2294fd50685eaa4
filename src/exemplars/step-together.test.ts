import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../../test/factories.ts';
import {
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
  stepsOf,
  traceOf,
} from '../../test/oracles/exemplar-world.ts';
import type { Acting } from '../identity/actor.ts';
import { done, invalid } from '../platform/outcome.ts';
import { takeStep } from './step.ts';
import type { ExemplarAction } from './workflow.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('what is written alongside a step', () => {
  const honour = (id: number, alongside: Parameters<typeof takeStep>[3]) =>
    takeStep(as(world, world.leader), 'honour', { id, version: 1, level: 'province' }, alongside);

  it('stands in the same transaction and in the same line of the history', async () => {
    const id = await makeExemplar(world, { state: 'recognised', level: 'district', complete: true });
    const outcome = await honour(id, async (tx, exemplar, onDay) => {
      await tx
        .updateTable('exemplar')
        .set({ title: `${exemplar.state} ${onDay}` })
        .where('id', '=', id)
        .execute();
      return done({ 'hình thức': 'Bằng khen' });
    });
    expect(outcome.ok).toBe(true);
    expect((await rowOf(world, id)).title).toBe('recognised 2018-11-15');
    expect((await eventsOf(world, id))[0]?.after).toMatchObject({
      'hình thức': 'Bằng khen',
      'trạng thái': 'đã tôn vinh',
    });
  });

  it('takes the step back when it refuses, and when it breaks', async () => {
    const id = await makeExemplar(world, { state: 'recognised', level: 'district', complete: true });
    const before = await traceOf(world, id);
    const refused = await honour(id, async () => invalid({ awardFormId: 'Hãy chọn hình thức.' }));
    expect(refused).toEqual(invalid({ awardFormId: 'Hãy chọn hình thức.' }));
    expect(await traceOf(world, id)).toBe(before);
    await expect(
      honour(id, async (tx) => {
        await sql`SELECT 1 / 0`.execute(tx);
        return done({});
      }),
    ).rejects.toThrow('division by zero');
    expect(await traceOf(world, id)).toBe(before);
  });

  it('leaves no step without its line in the history', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const before = await traceOf(world, id);
    // the audit refuses an author without a name: the failure comes at the very end
    const nameless: Acting = as(world, { ...world.lead, displayName: null as unknown as string });
    await expect(takeStep(nameless, 'decline', { id, version: 1, reason: 'Chưa đủ' })).rejects.toThrow();
    expect(await traceOf(world, id)).toBe(before);
  });
});

describe('two at once', () => {
  it('a double click takes one step and answers twice alike', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const click = () =>
      takeStep(as(world, world.lead, { requestKey: 'double-click-1' }), 'decline', {
        id,
        version: 1,
        reason: 'Chưa đủ tiêu chuẩn',
      });
    const [first, second] = await Promise.all([click(), click()]);
    expect(first).toEqual(done({ id, state: 'declined' }));
    expect(second).toEqual(first);
    expect(await stepsOf(world, id)).toHaveLength(2);
    expect(await eventsOf(world, id)).toHaveLength(1);
  });

  it('a form opened before somebody else changed the exemplar is stale, and writes nothing', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const decide = (action: ExemplarAction) =>
      takeStep(as(world, world.lead), action, { id, version: 1, reason: 'Lý do' });
    const outcomes = await Promise.all([decide('decline'), decide('wait')]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toEqual({
      ok: false,
      refusal: { kind: 'stale', currentVersion: 2 },
    });
    expect(await stepsOf(world, id)).toHaveLength(2);
  });

  it('of many who choose for the last place of the quota, exactly one gets it', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number: 2 });
    await makeExemplar(world, { state: 'held', heldFrom: 'nurtured', plan });
    const ids: number[] = [];
    for (let n = 0; n < 6; n++)
      ids.push(await makeExemplar(world, { state: 'proposed', plan, complete: true }));
    const choose = (id: number) => takeStep(as(world, world.lead), 'choose', { id, version: 1 });
    const outcomes = await Promise.all(ids.map(choose));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(rulesOf(outcome)).toEqual(['quota_full']);
  });
});
