import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
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
  traceOf,
} from '../../test/oracles/exemplar-world.ts';
import { done, invalid } from '../platform/outcome.ts';
import { type StepExtras, takeStep } from './step.ts';
import type { ExemplarAction } from './workflow.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('a step of the life cycle', () => {
  /** [from, action, who, what is brought along, to, kind of the audit event] */
  const STEPS: [
    string,
    ExemplarAction,
    'unit' | 'lead' | 'standing' | 'leader',
    StepExtras,
    string,
    string,
  ][] = [
    ['found', 'propose', 'unit', {}, 'proposed', 'exemplar.proposed'],
    ['found', 'refuse', 'unit', {}, 'declined', 'exemplar.refused'],
    ['proposed', 'return', 'lead', { reasons: reasonsOf('Thiếu chữ ký') }, 'returned', 'exemplar.returned'],
    ['returned', 'propose', 'unit', {}, 'proposed', 'exemplar.proposed'],
    ['proposed', 'wait', 'lead', {}, 'waiting', 'exemplar.put_on_waiting_list'],
    ['proposed', 'choose', 'lead', {}, 'nurtured', 'exemplar.chosen'],
    ['waiting', 'choose', 'standing', {}, 'nurtured', 'exemplar.chosen'],
    ['waiting', 'decline', 'lead', {}, 'declined', 'exemplar.declined'],
    ['nurtured', 'recognise', 'leader', { level: 'district' }, 'recognised', 'exemplar.recognised'],
    ['recognised', 'recognise', 'leader', { level: 'province' }, 'recognised', 'exemplar.recognised'],
    ['recognised', 'honour', 'leader', { level: 'province' }, 'honoured', 'exemplar.honoured'],
    ['honoured', 'honour', 'leader', { level: 'national' }, 'honoured', 'exemplar.honoured'],
    ['honoured', 'hold', 'lead', {}, 'held', 'exemplar.held'],
    ['held', 'resume', 'standing', {}, 'recognised', 'exemplar.resumed'],
    ['held', 'withdraw', 'leader', {}, 'withdrawn', 'exemplar.withdrawn'],
    ['recognised', 'lapse', 'lead', {}, 'lapsed', 'exemplar.lapsed'],
    ['lapsed', 'reopen', 'standing', {}, 'found', 'exemplar.reopened'],
  ];

  for (const [from, action, who, extras, to, kind] of STEPS) {
    const said = action === 'return' ? 'Cần bổ sung 1 mục: Suy tôn: Thiếu chữ ký' : 'Theo biên bản họp';

    it(`${action} leads from ${from} to ${to}, with its day and its line in the history`, async () => {
      const heldFrom = from === 'held' ? 'recognised' : null;
      const id = await makeExemplar(world, { state: from, heldFrom, level: levelIn(from), complete: true });
      await makeCheck(world, id);
      const { accountId } = world[who];
      const taken = await takeStep(as(world, world[who]), action, {
        ...{ id, version: 1, reason: 'Theo biên bản họp', ...extras },
      });
      expect(taken).toEqual(done({ id, state: to }));

      const row = await rowOf(world, id);
      expect(row).toMatchObject({ state: to, version: 2, held_from: to === 'held' ? from : null });
      expect(row.last_reason).toBe(said);
      expect((await stepsOf(world, id)).at(-1)).toMatchObject({
        ...{ action, from_state: from, to_state: to, on_day: '2018-11-15', overrides: [] },
        ...{ account_id: accountId, reason: said },
      });
      expect(await eventsOf(world, id)).toMatchObject([
        { kind, thing_version: 2, office_id: world.place.commune.id, actor_id: accountId, reason: said },
      ]);
    });
  }

  it('sets the level by recognition only, and takes it away by reopening', async () => {
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    await makeCheck(world, id);
    const levels: (string | null)[] = [];
    const take = async (who: 'leader' | 'lead', action: ExemplarAction, extras: StepExtras = {}) => {
      answerOf(
        await takeStep(as(world, world[who]), action, { id, version: null, reason: 'Lý do', ...extras }),
      );
      levels.push((await rowOf(world, id)).level);
    };
    await take('leader', 'recognise', { level: 'commune' });
    await take('leader', 'recognise', { level: 'district' });
    await take('leader', 'honour', { level: 'national' });
    await take('lead', 'lapse');
    await take('lead', 'reopen');
    expect(levels).toEqual(['commune', 'district', 'district', 'district', null]);
  });

  it('asks for the level of a recognition and of an honour', async () => {
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    await makeCheck(world, id);
    const outcome = await takeStep(as(world, world.leader), 'recognise', { id, version: 1 });
    expect(outcome).toEqual(invalid({ level: 'Hãy chọn cấp.' }));
  });

  it('does not recognise again at the same level', async () => {
    const id = await makeExemplar(world, { state: 'recognised', level: 'district', complete: true });
    await makeCheck(world, id);
    const outcome = await takeStep(as(world, world.leader), 'recognise', {
      id,
      version: 1,
      level: 'district',
    });
    expect(rulesOf(outcome)).toEqual(['level_not_higher']);
  });

  it('asks for a reason where the table does, and blanks are none', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    for (const reason of [undefined, null, '', '  \n ']) {
      const outcome = await takeStep(as(world, world.lead), 'decline', {
        id,
        version: 1,
        reason: reason ?? null,
      });
      expect(outcome).toEqual(invalid({ reason: 'Hãy ghi lý do.' }));
    }
  });

  it('returns only with a reason at a part: none, or a blank one, is no return, whatever else is written', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const before = await traceOf(world, id);
    for (const reasons of [undefined, [], reasonsOf('  ')]) {
      const input = { id, version: 1, reason: 'Thiếu', ...(reasons ? { reasons } : {}) };
      const outcome = await takeStep(as(world, world.lead), 'return', input);
      expect(outcome).toMatchObject({ refusal: { kind: 'invalid', fields: { reasons: /mục/ } } });
    }
    expect(await traceOf(world, id)).toBe(before);
  });

  it('may have been decided on an earlier day, but not after today nor before the step it follows', async () => {
    const id = await makeExemplar(world, { state: 'proposed' });
    const decline = (onDay: string) =>
      takeStep(as(world, world.lead), 'decline', { id, version: 1, reason: 'Chưa đủ', onDay });
    const before = await traceOf(world, id);
    expect(await decline('2018-11-16')).toMatchObject({ refusal: { fields: { onDay: /15\/11\/2018/ } } });
    expect(await decline('2018-01-01')).toMatchObject({ refusal: { fields: { onDay: /02\/01\/2018/ } } });
    expect(await traceOf(world, id)).toBe(before);
    expect((await decline('2018-01-02')).ok).toBe(true);
    expect((await stepsOf(world, id)).at(-1)?.on_day).toBe('2018-01-02');
    expect((await eventsOf(world, id)).at(-1)?.after).toMatchObject({ 'ngày quyết định': '02/01/2018' });
  });

  it('tells in the history what it was and what it is, in words', async () => {
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    await makeCheck(world, id);
    answerOf(await takeStep(as(world, world.leader), 'recognise', { id, version: 1, level: 'commune' }));
    expect((await eventsOf(world, id))[0]).toMatchObject({
      before: { 'trạng thái': 'đang bồi dưỡng', 'cấp công nhận': null, 'mức độ': 'Nhân tố mới' },
      after: { 'trạng thái': 'đã công nhận', 'cấp công nhận': 'Cấp xã', 'mức độ': 'Điển hình tiên tiến' },
    });
  });
});

const levelIn = (state: string) => (['recognised', 'honoured', 'lapsed'].includes(state) ? 'district' : null);
