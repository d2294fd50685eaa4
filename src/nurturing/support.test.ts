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
import { supportActionsOf } from './queries.ts';
import { finishSupport, planSupport, removeSupport } from './support.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const at = (id: number, item = 0) => ({ id, item, version: null });
const training = {
  kind: 'skill',
  what: 'Tập huấn',
  owner: 'Hội Nông dân',
  dueOn: '2018-12-01',
  cost: 5_000_000,
  moneySource: 'Ngân sách xã',
} as const;
const plan = (id: number, changed: { dueOn?: string } = {}) =>
  planSupport(as(world, world.unit), { ...at(id), ...training, ...changed });
const finish = (id: number, item: number, doneOn = '2018-11-01') =>
  finishSupport(as(world, world.unit), { ...at(id, item), doneOn, result: 'Đã tập huấn 2 buổi' });
const remove = (id: number, item: number) =>
  removeSupport(as(world, world.unit), { ...at(id, item), reason: 'Ghi nhầm' });

async function withSupport(state = 'nurtured') {
  const id = await makeExemplar(world, { state });
  return { id, item: answerOf(await plan(id)).id };
}

describe('a support action', () => {
  it('is planned, done with its result, and both stand in the audit in the words of the office', async () => {
    const { id, item } = await withSupport('found');
    answerOf(await finish(id, item));
    expect(await supportActionsOf(world.db, id)).toMatchObject([
      { kind: 'skill', cost: 5_000_000, done_on: '2018-11-01', result: 'Đã tập huấn 2 buổi' },
    ]);
    expect(await eventsOf(world, id)).toMatchObject([
      {
        kind: 'exemplar.support_planned',
        after: { Loại: 'Chuyên môn nghiệp vụ', Hạn: '01/12/2018', 'Kinh phí': '5 triệu đồng' },
      },
      { kind: 'exemplar.support_done', after: { 'Hoạt động': 'Tập huấn', 'Hoàn thành': '01/11/2018' } },
    ]);
  });

  it('is not planned for a day before the exemplar was found', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    expect(await plan(id, { dueOn: '2018-01-01' })).toEqual(
      invalid({ dueOn: expect.stringContaining('02/01/2018') }),
    );
    expect(await supportActionsOf(world.db, id)).toEqual([]);
    expect(await eventsOf(world, id)).toEqual([]);
  });

  it('is not done in the future', async () => {
    const { id, item } = await withSupport();
    expect(await finish(id, item, '2018-11-16')).toEqual(
      invalid({ doneOn: expect.stringContaining('chưa tới') }),
    );
    expect(await supportActionsOf(world.db, id)).toMatchObject([{ done_on: null, result: null }]);
  });

  it('keeps its result: once done, it is neither done again nor taken back', async () => {
    const { id, item } = await withSupport();
    answerOf(await finish(id, item));
    expect(rulesOf(await finish(id, item, '2018-11-02'))).toEqual(['support_done']);
    expect(rulesOf(await remove(id, item))).toEqual(['support_done']);
    expect(await supportActionsOf(world.db, id)).toMatchObject([{ done_on: '2018-11-01' }]);
  });

  it('is taken back with a reason while nothing has come of it', async () => {
    const { id, item } = await withSupport();
    answerOf(await remove(id, item));
    expect(await supportActionsOf(world.db, id)).toEqual([]);
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({
      kind: 'exemplar.support_removed',
      before: { 'Hoạt động': 'Tập huấn' },
      reason: 'Ghi nhầm',
    });
  });

  it('of another exemplar is not found, nor anything outside of reach; a stale form changes nothing', async () => {
    const [one, other] = [await withSupport(), await withSupport()];
    expect(await finish(one.id, other.item)).toEqual(notFound());
    expect(await remove(one.id, other.item)).toEqual(notFound());
    const input = { ...at(one.id), ...training };
    expect(await planSupport(as(world, world.stranger), input)).toEqual(notFound());
    expect(await planSupport(as(world, world.unit), { ...input, version: 1 })).toEqual(stale(2));
    expect(await supportActionsOf(world.db, one.id)).toHaveLength(1);
    expect(await eventsOf(world, one.id)).toHaveLength(1);
  });

  it('is refused to who only reads, and in a closed file', async () => {
    const [open, closed] = [
      await makeExemplar(world, { state: 'nurtured' }),
      await makeExemplar(world, { state: 'declined' }),
    ];
    const asLeader = await planSupport(as(world, world.leader), { ...at(open), ...training });
    expect(rulesOf(asLeader)).toEqual(['wrong_role']);
    expect(rulesOf(await plan(closed))).toEqual(['wrong_state']);
  });

  it('is planned once, also when the form is sent twice at once', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const twice = () =>
      planSupport(as(world, world.unit, { requestKey: 'bam-hai-lan' }), { ...at(id), ...training });
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(answerOf(first)).toEqual(answerOf(second));
    expect(await supportActionsOf(world.db, id)).toHaveLength(1);
  });
});
