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
import { checkExemplar } from './check.ts';
import type { CheckInput } from './forms.ts';
import { checksOf, helpTasksOf } from './queries.ts';
import type { Difficulty } from './rules.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const at = (id: number, item = 0) => ({ id, item, version: null });
const answers: CheckInput = {
  checkedOn: '2018-11-10',
  ...{ effect: 4, effectWords: 'Tốt', efficiency: 3, efficiencyWords: 'Khá' },
  ...{ potential: 5, potentialWords: 'Nhân rộng được', influence: 4, influenceWords: 'Nhiều hộ học theo' },
  conclusion: 'keep',
  difficulties: [],
};
const loan: Difficulty = {
  ...{ row: 1, difficulty: 'Thiếu vốn', help: 'Vay ưu đãi' },
  ...{ owner: 'Hội Nông dân', dueOn: '2019-03-31' },
};
const check = (id: number, changed: Partial<CheckInput> = {}, actor = world.unit) =>
  checkExemplar(as(world, actor), { ...at(id), ...answers, ...changed });

describe('a yearly check', () => {
  it('keeps its four scores and makes a help task for each difficulty', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const made = answerOf(await check(id, { conclusion: 'help', difficulties: [loan] }));
    expect(await checksOf(world.db, id)).toMatchObject([
      {
        ...{ year: 2018, effect: 4, efficiency: 3, potential: 5, influence: 4 },
        checkedByName: world.unit.displayName,
      },
    ]);
    expect(await helpTasksOf(world.db, id)).toMatchObject([
      { check_id: made.id, help: 'Vay ưu đãi', due_on: '2019-03-31', done_on: null },
    ]);
    expect(await eventsOf(world, id)).toMatchObject([
      {
        kind: 'exemplar.checked',
        after: {
          'Ngày kiểm tra': '10/11/2018',
          'Kết luận': 'Cần giúp đỡ',
          'Khó khăn': ['Thiếu vốn → Vay ưu đãi (Hội Nông dân, hạn 31/03/2019)'],
        },
      },
    ]);
  });

  it('with a difficulty but no help is refused at its fields, and nothing is kept', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const bare = { ...loan, row: 2, help: null, owner: null, dueOn: null };
    const outcome = await check(id, { difficulties: [bare] });
    expect(outcome).toEqual(
      invalid({ help_2: expect.any(String), owner_2: expect.any(String), due_2: expect.any(String) }),
    );
    expect(await checksOf(world.db, id)).toEqual([]);
    expect(await eventsOf(world, id)).toEqual([]);
  });

  it('is not ahead of the day, nor before the exemplar was chosen', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const chosen = { exemplar_id: id, action: 'choose', to_state: 'nurtured', on_day: '2018-02-01' };
    await world.db.insertInto('exemplar_step').values(chosen).execute();
    expect(await check(id, { checkedOn: '2018-11-16' })).toMatchObject({ refusal: { kind: 'invalid' } });
    expect(await check(id, { checkedOn: '2018-01-31' })).toEqual(
      invalid({ checkedOn: expect.stringContaining('01/02/2018') }),
    );
    answerOf(await check(id, { checkedOn: '2018-02-01' }));
  });

  it('is made once in a year, also when two are sent at the same moment', async () => {
    const id = await makeExemplar(world, { state: 'recognised' });
    const both = await Promise.all([check(id), check(id)]);
    expect(both.flatMap(rulesOf)).toEqual(['checked_already']);
    expect(await checksOf(world.db, id)).toHaveLength(1);
    answerOf(await check(id, { checkedOn: '2017-12-01' }));
  });

  it.each(['found', 'proposed', 'declined'])('is refused while the exemplar is %s', async (state) => {
    expect(rulesOf(await check(await makeExemplar(world, { state })))).toEqual(['wrong_state']);
  });

  it('is refused to who only reads, not found outside of reach, and stale on an old form', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    expect(rulesOf(await check(id, {}, world.leader))).toEqual(['wrong_role']);
    expect(await check(id, {}, world.stranger)).toEqual(notFound());
    const old = { ...at(id), ...answers, version: 9 };
    expect(await checkExemplar(as(world, world.unit), old)).toEqual(stale(1));
    expect(await checksOf(world.db, id)).toEqual([]);
  });
});
