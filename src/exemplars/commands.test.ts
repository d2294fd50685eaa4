import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeCheck,
  makeExemplar,
  rulesOf,
  stepsOf,
} from '../../test/oracles/exemplar-world.ts';
import * as commands from './commands.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('the verbs of the office', () => {
  it('take an exemplar from discovery to recognition, by way of a return and the waiting list', async () => {
    const id = await makeExemplar(world, { state: 'found', complete: true });
    await makeCheck(world, id);
    const step = { id, version: null, reason: 'Theo biên bản' };
    const { unit, lead, leader } = world;
    answerOf(await commands.propose(as(world, unit), step));
    answerOf(await commands.return_(as(world, lead), { ...step, reasons: reasonsOf('Thiếu chữ ký') }));
    answerOf(await commands.propose(as(world, unit), step));
    answerOf(await commands.putOnWaitingList(as(world, lead), step));
    answerOf(await commands.choose(as(world, lead), step));
    answerOf(await commands.recognise(as(world, leader), { ...step, level: 'district' }));
    const states = (await stepsOf(world, id)).map((one) => one.to_state);
    expect(states).toEqual([
      ...['found', 'proposed', 'returned', 'proposed', 'waiting', 'nurtured', 'recognised'],
    ]);
  });

  it('stop, hold, resume and open again', async () => {
    const id = await makeExemplar(world, { state: 'honoured', level: 'province', complete: true });
    const step = { id, version: null, reason: 'Theo kết luận xác minh' };
    const standing = as(world, world.standing);
    const states: string[] = [];
    for (const verb of [commands.hold, commands.resume, commands.lapse, commands.reopen, commands.refuse]) {
      states.push(answerOf(await verb(standing, step)).state);
    }
    answerOf(await commands.reopen(standing, step));
    answerOf(await commands.propose(standing, step));
    states.push(answerOf(await commands.decline(as(world, world.lead), step)).state);
    expect(states).toEqual(['held', 'honoured', 'lapsed', 'found', 'declined', 'declined']);
    const returned = await makeExemplar(world, { state: 'returned' });
    expect(answerOf(await commands.withdraw(as(world, world.unit), { ...step, id: returned })).state).toBe(
      'withdrawn',
    );
  });

  it('refuse what the table does not give to the actor, and say who may', async () => {
    const id = await makeExemplar(world, { state: 'proposed', complete: true });
    const outcome = await commands.choose(as(world, world.unit), { id, version: 1 });
    expect(rulesOf(outcome)).toEqual(['wrong_role']);
    expect(outcome).toMatchObject({
      refusal: { reasons: [{ sentence: /Cán bộ cơ quan chủ trì, Cơ quan thường trực/ }] },
    });
  });

  it('refuse what the state does not allow, and say in which it is allowed', async () => {
    const id = await makeExemplar(world, { state: 'found', complete: true });
    const outcome = await commands.choose(as(world, world.lead), { id, version: 1 });
    expect(rulesOf(outcome)).toEqual(['wrong_state']);
    expect(outcome).toMatchObject({ refusal: { reasons: [{ sentence: /“đã đề nghị”, “danh sách chờ”/ }] } });
  });

  it('let a lead office decide only in the fields that it leads', async () => {
    const id = await makeExemplar(world, { state: 'proposed', complete: true, plan: null });
    const outcome = await commands.decline(as(world, world.lead), {
      id,
      version: 1,
      reason: 'Không phù hợp',
    });
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'not_found' } });
  });
});
