import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
  stepsOf,
  traceOf,
} from '../../test/oracles/exemplar-world.ts';
import { reopen } from './commands.ts';
import { type MergeInput, merge } from './commands-merge.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const REASON = 'Cùng một người, ghi hai lần';
const mergeBy = (who: 'unit' | 'leader', input: Partial<MergeInput> & { id: number; intoId: number }) =>
  merge(as(world, world[who]), { version: null, reason: REASON, ...input });

describe('merging a record into another', () => {
  it('closes it and points to the one that is kept, until it is reopened', async () => {
    const kept = await makeExemplar(world, { state: 'nurtured' });
    const id = await makeExemplar(world, { state: 'found' });
    expect(answerOf(await mergeBy('unit', { id, intoId: kept }))).toEqual({ id, state: 'declined' });
    expect(await rowOf(world, id)).toMatchObject({
      state: 'declined',
      merged_into_id: kept,
      last_reason: REASON,
    });
    answerOf(await reopen(as(world, world.standing), { id, version: 2, reason: 'Gộp nhầm' }));
    expect(await rowOf(world, id)).toMatchObject({ state: 'found', merged_into_id: null });
  });

  it('asks for another record, within reach, that has not been closed', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const closed = await makeExemplar(world, { state: 'declined' });
    const outside = await makeExemplar(world, {
      state: 'found',
      officeId: world.place.otherCommune.id,
      plan: null,
    });
    const before = await traceOf(world, id);
    for (const [intoId, said] of [
      [id, /vào chính nó/],
      [closed, /“không chọn”/],
      [outside, /Không tìm thấy/],
      [999_999_999, /Không tìm thấy/],
    ] as const) {
      const outcome = await mergeBy('unit', { id, intoId });
      expect(outcome).toMatchObject({ refusal: { kind: 'invalid', fields: { intoId: said } } });
    }
    expect(await traceOf(world, id)).toBe(before);
  });

  it('is refused first for what the table says', async () => {
    const kept = await makeExemplar(world, { state: 'found' });
    const proposed = await makeExemplar(world, { state: 'proposed' });
    expect(rulesOf(await mergeBy('unit', { id: proposed, intoId: proposed }))).toEqual(['wrong_state']);
    const found = await makeExemplar(world, { state: 'found' });
    expect(rulesOf(await mergeBy('leader', { id: found, intoId: kept }))).toEqual(['wrong_role']);
  });

  it('of two records into each other at once merges one', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await makeExemplar(world, { state: 'found' });
      const two = await makeExemplar(world, { state: 'found' });
      const outcomes = await Promise.all([
        mergeBy('unit', { id: one, intoId: two }),
        mergeBy('unit', { id: two, intoId: one }),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    }
  });

  it('clicked twice merges once', async () => {
    const kept = await makeExemplar(world, { state: 'found' });
    const id = await makeExemplar(world, { state: 'found' });
    const acting = as(world, world.unit, { requestKey: 'merge-key-0001' });
    const click = () => merge(acting, { id, intoId: kept, version: 1, reason: REASON });
    const [first, second] = await Promise.all([click(), click()]);
    expect(answerOf(first)).toEqual(answerOf(second));
    expect(await stepsOf(world, id)).toHaveLength(2);
  });
});
