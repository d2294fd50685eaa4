import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
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
import { invalid, notFound } from '../platform/outcome.ts';
import { honour } from './honour.ts';
import { honoursOf } from './queries.ts';

let world: ExemplarWorld;
let oldForm: number;
let newForm: number;

beforeAll(async () => {
  world = await exemplarWorld();
  const form = (valid: { valid_from?: string; valid_to?: string }) => ({
    ...{ name: 'Bằng khen của Chủ tịch UBND tỉnh', rank: 20, level: 'province', legal_basis: 'Luật thử' },
    ...valid,
  });
  const insert = async (values: ReturnType<typeof form>) =>
    (await world.db.insertInto('award_form').values(values).returning('id').executeTakeFirstOrThrow()).id;
  oldForm = await insert(form({ valid_to: '2018-06-30' }));
  newForm = await insert(form({ valid_from: '2018-07-01' }));
});
afterAll(() => world.close());

type Input = Parameters<typeof honour>[1];
const give = (id: number, fields: Partial<Input> = {}, who = world.leader) =>
  honour(as(world, who), {
    ...{ id, version: 1, onDay: '2018-11-10', level: 'province', overrideReason: null },
    ...{ occasion: 'Hội nghị điển hình tiên tiến', awardFormId: newForm, paperNumber: '2345/QĐ-UBND' },
    ...fields,
  });

const recognised = () => makeExemplar(world, { state: 'recognised', level: 'district', complete: true });

describe('an honour', () => {
  it('stands with its step, its award and one line in the history', async () => {
    const id = await recognised();
    answerOf(await give(id));
    expect(await rowOf(world, id)).toMatchObject({ state: 'honoured', maturity: 'outstanding', version: 2 });
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({ action: 'honour', on_day: '2018-11-10' });
    expect(await honoursOf(world.db, id)).toMatchObject([
      {
        honouredOn: '2018-11-10',
        awardName: 'Bằng khen của Chủ tịch UBND tỉnh',
        level: 'province',
        paperNumber: '2345/QĐ-UBND',
        decidedBy: world.leader.displayName,
      },
    ]);
    expect(await eventsOf(world, id)).toMatchObject([
      {
        kind: 'exemplar.honoured',
        after: { 'dịp tôn vinh': 'Hội nghị điển hình tiên tiến', 'cấp tôn vinh': 'Cấp tỉnh' },
      },
    ]);
  });

  it('needs no award, and can be given again', async () => {
    const id = await recognised();
    answerOf(await give(id, { awardFormId: null, paperNumber: null, onDay: '2018-11-01' }));
    answerOf(await give(id, { version: 2, level: 'national', onDay: '2018-11-10' }));
    expect((await honoursOf(world.db, id)).map((one) => [one.level, one.awardName !== null])).toEqual([
      ['national', true],
      ['province', false],
    ]);
  });

  it('takes an award only of the law in force on its day, and otherwise leaves no trace', async () => {
    const id = await recognised();
    const before = await traceOf(world, id);
    expect(await give(id, { awardFormId: oldForm })).toEqual(
      invalid({ awardFormId: expect.stringContaining('không có hiệu lực ngày 10/11/2018') }),
    );
    expect(await give(id, { awardFormId: newForm, onDay: '2018-06-30' })).toMatchObject({ ok: false });
    expect(await give(id, { awardFormId: 999_999 })).toMatchObject({ refusal: { kind: 'invalid' } });
    expect(await traceOf(world, id)).toBe(before);
    expect(await honoursOf(world.db, id)).toEqual([]);
    answerOf(await give(id, { awardFormId: oldForm, onDay: '2018-06-30' }));
  });

  it('waits until the subject is answered, or keeps why it does not with the step and in the history', async () => {
    const id = await recognised();
    const objection = { exemplar_id: id, words: 'Nhờ ghi cả tổ.', made_on: '2018-11-05' };
    await world.db.insertInto('objection').values(objection).execute();
    const before = await traceOf(world, id);
    expect(rulesOf(await give(id))).toEqual(['voices_open']);
    expect(await traceOf(world, id)).toBe(before);
    expect(await honoursOf(world.db, id)).toEqual([]);
    answerOf(await give(id, { overrideReason: 'Đã gặp và thống nhất.' }));
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({
      ...{ action: 'honour', overrides: ['voices_open'], reason: 'Đã gặp và thống nhất.' },
    });
    expect(await eventsOf(world, id)).toMatchObject([
      {
        reason: 'Đã gặp và thống nhất.',
        after: { 'điều kiện bỏ qua': [expect.stringContaining('chưa được')] },
      },
    ]);
    expect(rulesOf(await give(id, { version: 2, level: 'national' }))).toEqual(['voices_open']);
    await world.db
      .updateTable('objection')
      .set({ answer: 'Đã ghi.', answered_on: '2018-11-12' })
      .where('exemplar_id', '=', id)
      .execute();
    answerOf(await give(id, { version: 2, level: 'national' }));
  });

  it('has no day to come and needs the consent of the subject and a leader of its own', async () => {
    const id = await recognised();
    expect(await give(id, { onDay: '2018-11-16' })).toEqual(invalid({ onDay: expect.any(String) }));
    expect(rulesOf(await give(id, {}, world.lead))).toEqual(['wrong_role']);
    expect(await give(id, {}, world.stranger)).toEqual(notFound());
    const silent = await makeExemplar(world, { state: 'recognised', level: 'district' });
    expect(rulesOf(await give(silent, { overrideReason: 'Vẫn làm' }))).toEqual(['consent_missing']);
    expect(await honoursOf(world.db, silent)).toEqual([]);
  });
});
