import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { invalid, notFound, stale } from '../platform/outcome.ts';
import { finishHelp, promiseHelp } from './help.ts';
import { helpTasksOf } from './queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const at = (id: number, item = 0) => ({ id, item, version: null });
const loan = { difficulty: 'Thiếu vốn', help: 'Vay ưu đãi', owner: 'Hội Nông dân', dueOn: '2019-03-31' };
const result = 'Đã vay 50 triệu đồng';
const promise = (id: number, changed: Partial<typeof loan> = {}) =>
  promiseHelp(as(world, world.unit), { ...at(id), ...loan, ...changed });
const finish = (id: number, item: number, doneOn = '2018-11-15') =>
  finishHelp(as(world, world.unit), { ...at(id, item), doneOn, result });

describe('help', () => {
  it('is promised outside of a check too, and done with its result', async () => {
    const id = await makeExemplar(world, { state: 'honoured' });
    const { id: item } = answerOf(await promise(id));
    answerOf(await finish(id, item));
    expect(await helpTasksOf(world.db, id)).toMatchObject([
      { ...{ check_id: null, due_on: '2019-03-31' }, done_on: '2018-11-15', result },
    ]);
    expect(await eventsOf(world, id)).toMatchObject([
      { kind: 'exemplar.help_promised', after: { 'Khó khăn': 'Thiếu vốn', Hạn: '31/03/2019' } },
      { kind: 'exemplar.help_done', after: { 'Giúp đỡ': 'Vay ưu đãi', 'Hoàn thành': '15/11/2018' } },
    ]);
  });

  it('is not promised for a day that has passed', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    expect(await promise(id, { dueOn: '2018-11-14' })).toEqual(
      invalid({ dueOn: expect.stringContaining('15/11/2018') }),
    );
    expect(await helpTasksOf(world.db, id)).toEqual([]);
    answerOf(await promise(id, { dueOn: '2018-11-15' }));
  });

  it('is not done in the future, and not done again', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const { id: item } = answerOf(await promise(id));
    expect(await finish(id, item, '2018-11-16')).toEqual(
      invalid({ doneOn: expect.stringContaining('chưa tới') }),
    );
    answerOf(await finish(id, item, '2018-11-10'));
    expect(rulesOf(await finish(id, item))).toEqual(['help_done']);
    expect(await helpTasksOf(world.db, id)).toMatchObject([{ done_on: '2018-11-10' }]);
  });

  it('goes on while a file is held, but is not for one that is not cared for', async () => {
    answerOf(await promise(await makeExemplar(world, { state: 'held', heldFrom: 'nurtured' })));
    for (const state of ['found', 'proposed', 'withdrawn'])
      expect(rulesOf(await promise(await makeExemplar(world, { state })))).toEqual(['wrong_state']);
  });

  it('of another exemplar is not found, nor anything outside of reach; a stale form changes nothing', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const other = await makeExemplar(world, { state: 'nurtured' });
    const { id: item } = answerOf(await promise(other));
    expect(await finish(id, item)).toEqual(notFound());
    expect(await promiseHelp(as(world, world.stranger), { ...at(id), ...loan })).toEqual(notFound());
    const old = { ...at(other), ...loan, version: 1 };
    expect(await promiseHelp(as(world, world.unit), old)).toEqual(stale(2));
    expect(rulesOf(await promiseHelp(as(world, world.leader), { ...at(id), ...loan }))).toEqual([
      'wrong_role',
    ]);
    expect(await eventsOf(world, id)).toEqual([]);
  });
});
