import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
import { makePlan } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rulesOf,
  stepsOf,
} from '../../test/oracles/exemplar-world.ts';
import { type StepExtras, type StepInput, takeStep } from './step.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('every condition of a decision', () => {
  const input = (id: number, more: Partial<StepInput & StepExtras> = {}) => ({ id, version: null, ...more });
  const chosenBy = (who: 'lead' | 'otherLead', id: number, overrideReason?: string) =>
    takeStep(as(world, world[who]), 'choose', input(id, { overrideReason: overrideReason ?? null }));

  it('is told at once, and those that may be overridden yield to a reason that stays on record', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'at_most', number: 0 });
    const id = await makeExemplar(world, { state: 'proposed', plan });
    const all = [
      'endorsement_missing',
      'assessment_missing',
      'nurturing_missing',
      'consent_missing',
      'quota_full',
    ];
    expect(rulesOf(await chosenBy('lead', id))).toEqual(all);
    // consent is the subject's own: no reason replaces it
    expect(rulesOf(await chosenBy('lead', id, 'Ban chỉ đạo đã thống nhất'))).toEqual(all);
    await world.db
      .insertInto('consent')
      .values({ exemplar_id: id, scope: 'registration', given_on: '2018-02-01', how: 'paper' })
      .execute();
    expect(answerOf(await chosenBy('lead', id, 'Ban chỉ đạo đã thống nhất')).state).toBe('nurtured');
    const overridden = ['endorsement_missing', 'assessment_missing', 'nurturing_missing', 'quota_full'];
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({
      overrides: overridden,
      reason: 'Ban chỉ đạo đã thống nhất',
    });
    const [event] = await eventsOf(world, id);
    expect(event?.reason).toBe('Ban chỉ đạo đã thống nhất');
    expect(event?.after).toMatchObject({
      'điều kiện bỏ qua': [
        'chưa có biên bản suy tôn',
        'chưa đánh giá theo tiêu chí',
        'chưa có kế hoạch bồi dưỡng',
        'vượt chỉ tiêu',
      ],
    });
  });

  it('keeps no reason where nothing was overridden', async () => {
    const id = await makeExemplar(world, { state: 'proposed', complete: true });
    answerOf(await chosenBy('lead', id, 'Ghi phòng xa'));
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({ overrides: [], reason: null });
  });

  it('keeps who proposed from deciding, also after others have proposed again, until it is reopened', async () => {
    const id = await makeExemplar(world, { state: 'found', complete: true });
    answerOf(await takeStep(as(world, world.lead), 'propose', input(id)));
    expect(rulesOf(await chosenBy('lead', id, 'Vẫn chọn'))).toEqual(['own_proposal']);
    answerOf(
      await takeStep(as(world, world.otherLead), 'return', input(id, { reasons: reasonsOf('Thiếu') })),
    );
    answerOf(await takeStep(as(world, world.unit), 'propose', input(id)));
    expect(rulesOf(await chosenBy('lead', id))).toEqual(['own_proposal']);
    answerOf(await takeStep(as(world, world.otherLead), 'decline', input(id, { reason: 'Thiếu' })));
    answerOf(await takeStep(as(world, world.otherLead), 'reopen', input(id, { reason: 'Xét lại' })));
    answerOf(await takeStep(as(world, world.unit), 'propose', input(id)));
    expect(answerOf(await chosenBy('lead', id)).state).toBe('nurtured');
  });

  it('lists each item that a proposal lacks', async () => {
    const id = await makeExemplar(world, { state: 'found', plan: null });
    await world.db
      .updateTable('exemplar')
      .set({ breadth: null, statement: null })
      .where('id', '=', id)
      .execute();
    const lacking = await takeStep(as(world, world.unit), 'propose', input(id, { overrideReason: 'Gấp' }));
    expect(rulesOf(lacking)).toEqual([
      'plan_missing',
      'field_missing',
      'breadth_missing',
      'statement_missing',
      'achievement_missing',
    ]);
  });

  it('lets a leader recognise without a check only with a reason', async () => {
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    const recognise = (overrideReason: string | null) =>
      takeStep(as(world, world.leader), 'recognise', input(id, { level: 'commune', overrideReason }));
    expect(rulesOf(await recognise(null))).toEqual(['check_missing']);
    expect(answerOf(await recognise('Kiểm tra tại chỗ, biên bản bổ sung sau')).state).toBe('recognised');
  });

  it('stops at consent withdrawn after the choice, whatever the reason given', async () => {
    const id = await makeExemplar(world, { state: 'recognised', level: 'commune', complete: true });
    await world.db
      .updateTable('consent')
      .set({ withdrawn_on: '2018-11-01' })
      .where('exemplar_id', '=', id)
      .execute();
    const outcome = await takeStep(as(world, world.leader), 'honour', {
      ...input(id, { overrideReason: 'Theo chỉ đạo' }),
      level: 'province',
    });
    expect(rulesOf(outcome)).toEqual(['consent_withdrawn']);
  });
});
