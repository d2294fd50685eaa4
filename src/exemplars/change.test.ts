import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePlan, makePlan } from '../../test/factories.ts';
import {
  answerOf,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
  stepsOf,
  traceOf,
} from '../../test/oracles/exemplar-world.ts';
import { changeBy, type Edit } from '../../test/oracles/registration.ts';

let world: ExemplarWorld;
let otherPlan: MadePlan;
beforeAll(async () => {
  world = await exemplarWorld();
  otherPlan = await makePlan(world.db, world.place.lead);
});
afterAll(() => world.close());

const change = (
  who: 'unit' | 'lead' | 'standing' | 'stranger' | 'leader',
  id: number,
  edit: Edit,
  key?: string,
) => changeBy(world, world[who], id, edit, key);

const fieldsOf = (outcome: Awaited<ReturnType<typeof change>>) =>
  !outcome.ok && outcome.refusal.kind === 'invalid' ? Object.keys(outcome.refusal.fields).sort() : null;

describe('correcting what is registered', () => {
  it('keeps what it was and what it is, of the fields that changed only', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    answerOf(
      await change('unit', id, {
        title: 'Vua bưởi Đoan Hùng',
        sources: ['Báo Phú Thọ'],
        subject: { fullName: 'Trần Văn Ân', birthYear: 1970 },
      }),
    );
    expect(await rowOf(world, id)).toMatchObject({
      ...{ title: 'Vua bưởi Đoan Hùng', version: 2, full_name: 'Trần Văn Ân', given_name: 'Ân' },
    });
    const [event] = await eventsOf(world, id);
    expect(event).toMatchObject({ kind: 'exemplar.changed', thing_version: 2 });
    expect(event?.before).toEqual({
      tên: 'Nguyễn Văn Thử',
      'năm sinh': null,
      'tiêu đề': null,
      'nguồn tin': [],
    });
    expect(event?.after).toEqual({
      ...{
        tên: 'Trần Văn Ân',
        'năm sinh': 1970,
        'tiêu đề': 'Vua bưởi Đoan Hùng',
        'nguồn tin': ['Báo Phú Thọ'],
      },
    });
  });

  it('says so when nothing was changed, and writes nothing', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const before = await traceOf(world, id);
    expect(rulesOf(await change('unit', id, { title: '  ' }))).toEqual(['nothing_changed']);
    expect(await traceOf(world, id)).toBe(before);
  });

  it('is for those who may work on the registration now', async () => {
    const proposed = await makeExemplar(world, { state: 'proposed' });
    expect(rulesOf(await change('unit', proposed, { title: 'Mới' }))).toEqual(['wrong_role']);
    expect(rulesOf(await change('leader', proposed, { title: 'Mới' }))).toEqual(['wrong_role']);
    expect((await change('lead', proposed, { title: 'Mới' })).ok).toBe(true);
    const lapsed = await makeExemplar(world, { state: 'lapsed' });
    expect(rulesOf(await change('standing', lapsed, { title: 'Mới' }))).toEqual(['wrong_state']);
    expect(await change('stranger', proposed, { title: 'Mới' })).toEqual({
      ok: false,
      refusal: { kind: 'not_found' },
    });
  });

  it('tells a stale form so, and a double click changes once', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    const click = () => change('unit', id, { version: 1, title: 'Mới' }, 'change-key-0001');
    const [first, second] = await Promise.all([click(), click()]);
    expect(answerOf(first)).toEqual(answerOf(second));
    expect(await eventsOf(world, id)).toHaveLength(1);
    expect(await change('unit', id, { version: 1, title: 'Khác' })).toEqual({
      ok: false,
      refusal: { kind: 'stale', currentVersion: 2 },
    });
  });

  it('lets a proposal not become incomplete', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const outcome = await change('standing', id, {
      planId: null,
      fieldId: null,
      breadth: null,
      statement: ' ',
    });
    expect(fieldsOf(outcome)).toEqual(['breadth', 'fieldId', 'planId', 'statement']);
  });

  it('keeps what was chosen in its field and of its kind, for they count in the quota; held or not', async () => {
    for (const held of [false, true]) {
      const state = held ? { state: 'held', heldFrom: 'nurtured' } : { state: 'nurtured' };
      const id = await makeExemplar(world, state);
      const outcome = await change('standing', id, {
        planId: otherPlan.planId,
        fieldId: otherPlan.fieldId,
        subject: { kind: 'household' },
      });
      expect(fieldsOf(outcome)).toEqual(['fieldId', 'kind', 'planId']);
      expect((await change('standing', id, { title: 'Mới' })).ok).toBe(true);
    }
    const proposed = await makeExemplar(world, { state: 'held', heldFrom: 'proposed' });
    const moved = await change('standing', proposed, {
      planId: otherPlan.planId,
      fieldId: otherPlan.fieldId,
    });
    expect(moved.ok).toBe(true);
  });

  it('moves the beginning of the life line with the day of discovery, not beyond the first step', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    answerOf(await change('unit', id, { foundOn: '2018-05-06' }));
    expect((await stepsOf(world, id))[0]?.on_day).toBe('2018-05-06');
    await world.db
      .insertInto('exemplar_step')
      .values({ exemplar_id: id, action: 'propose', to_state: 'proposed', on_day: '2018-06-01' })
      .execute();
    expect(fieldsOf(await change('unit', id, { foundOn: '2018-06-02' }))).toEqual(['foundOn']);
    expect((await change('unit', id, { foundOn: '2018-06-01' })).ok).toBe(true);
  });

  it('stays possible under a plan that has ended, which no other file can be moved to', async () => {
    const ended = await makePlan(world.db, world.place.lead);
    const there = await makeExemplar(world, { state: 'nurtured', plan: ended });
    const elsewhere = await makeExemplar(world, { state: 'found' });
    await world.db.updateTable('plan').set({ state: 'closed' }).where('id', '=', ended.planId).execute();
    expect((await change('lead', there, { title: 'Mới' })).ok).toBe(true);
    const moved = await change('lead', elsewhere, { planId: ended.planId, fieldId: ended.fieldId });
    expect(fieldsOf(moved)).toEqual(['planId']);
  });
});
