import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeCheck,
  makeExemplar,
  rowOf,
  rulesOf,
  stepsOf,
} from '../../test/oracles/exemplar-world.ts';
import { openVoicesOf } from './open-voices.ts';
import { takeStep } from './step.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const complete = async () =>
  makeExemplar(world, {
    ...{ state: 'proposed', kind: 'household', complete: true },
    plan: await makePlan(world.db, world.place.lead, { kind: 'none', number: null }),
  });
const object = (exemplar_id: number, words: string, made_on = '2018-11-10') =>
  world.db.insertInto('objection').values({ exemplar_id, words, made_on }).execute();
const correct = (exemplar_id: number, proposed: string) =>
  world.db
    .insertInto('correction')
    .values({ exemplar_id, field: 'place', proposed, made_on: '2018-11-12' })
    .execute();
const choose = (id: number, overrideReason: string | null = null) =>
  takeStep(as(world, world.lead), 'choose', { id, version: null, overrideReason });

describe('what the subject said and nobody has answered', () => {
  it('stands in the way of choosing, with a sentence that counts it', async () => {
    const id = await complete();
    await object(id, 'Tôi không làm một mình.');
    await correct(id, 'khu 5');
    await correct(id, 'khu 6');
    const outcome = await choose(id);
    expect(rulesOf(outcome)).toEqual(['voices_open']);
    expect(JSON.stringify(outcome)).toContain('còn 1 ý kiến không đồng ý và 2 đề nghị sửa chưa được trả lời');
    expect((await rowOf(world, id)).state).toBe('proposed');
  });

  it('yields to a reason, which stays with the step and in the history for ever', async () => {
    const id = await complete();
    await object(id, 'Tôi không làm một mình.');
    expect(rulesOf(await choose(id, '   '))).toEqual(['voices_open']);
    answerOf(await choose(id, 'Đã gặp bà ngày 14/11, bà đồng ý ghi thêm tên cả tổ.'));
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({
      overrides: ['voices_open'],
      reason: 'Đã gặp bà ngày 14/11, bà đồng ý ghi thêm tên cả tổ.',
    });
    const [event] = await eventsOf(world, id);
    expect(event?.after).toMatchObject({ 'điều kiện bỏ qua': ['người có tên còn ý kiến chưa được trả lời'] });
  });

  it('holds nobody up once it is answered, and does not hold up a decline or the waiting list', async () => {
    const answered = await complete();
    await object(answered, 'Tôi không làm một mình.');
    await correct(answered, 'khu 5');
    await world.db
      .updateTable('objection')
      .set({ answer: 'Đã ghi thêm tổ.', answered_on: '2018-11-13' })
      .where('exemplar_id', '=', answered)
      .execute();
    expect(rulesOf(await choose(answered))).toEqual(['voices_open']);
    await world.db
      .updateTable('correction')
      .set({ state: 'accepted', decided_on: '2018-11-13' })
      .where('exemplar_id', '=', answered)
      .execute();
    expect((await choose(answered)).ok).toBe(true);
    for (const action of ['decline', 'wait'] as const) {
      const open = await complete();
      await object(open, 'Tôi không làm một mình.');
      const step = { id: open, version: null, reason: 'Xin rút' };
      expect((await takeStep(as(world, world.lead), action, step)).ok).toBe(true);
    }
  });

  it('stands in the way of recognition too, at every level, and yields there to a reason in the same way', async () => {
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    await makeCheck(world, id);
    await object(id, 'Nhờ ghi cả chị em trong tổ.');
    const recognise = (level: 'commune' | 'district', overrideReason: string | null = null) =>
      takeStep(as(world, world.leader), 'recognise', { id, version: null, level, overrideReason });
    const refusal = await recognise('commune');
    expect(rulesOf(refusal)).toEqual(['voices_open']);
    expect(JSON.stringify(refusal)).toContain('hoặc ghi vì sao vẫn quyết định');
    expect((await rowOf(world, id)).state).toBe('nurtured');
    answerOf(await recognise('commune', 'Đã gặp bà, sẽ ghi cả tổ trong quyết định.'));
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({ overrides: ['voices_open'] });
    const [event] = await eventsOf(world, id);
    expect(event).toMatchObject({
      reason: 'Đã gặp bà, sẽ ghi cả tổ trong quyết định.',
      after: { 'điều kiện bỏ qua': ['người có tên còn ý kiến chưa được trả lời'] },
    });
    expect(rulesOf(await recognise('district'))).toEqual(['voices_open']);
  });

  it('does not keep anybody from being held, withdrawn or resumed', async () => {
    const id = await makeExemplar(world, { state: 'recognised', level: 'commune', complete: true });
    await object(id, 'Tôi không làm một mình.');
    for (const action of ['hold', 'resume', 'withdraw'] as const)
      answerOf(await takeStep(as(world, world.leader), action, { id, version: null, reason: 'Xác minh' }));
  });

  it('is read of many files at once, the oldest first, without what is answered and without others', async () => {
    const [one, other, silent] = [await complete(), await complete(), await complete()];
    await object(one, 'Sau', '2018-11-11');
    await object(one, 'Trước', '2018-11-01');
    await correct(other, 'khu 9');
    const words = (await openVoicesOf(world.db, [one, other, silent])).map((voice) => voice.words);
    expect(words).toEqual(['Trước', 'Sau', 'khu 9']);
    expect(await openVoicesOf(world.db, [])).toEqual([]);
  });
});
