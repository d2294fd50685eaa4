import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, fieldWith, prepared } from '../../test/choosing-world.ts';
import { makePlan } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  rowOf,
  rulesOf,
  stepsOf,
  traceOf,
} from '../../test/oracles/exemplar-world.ts';
import { applyList } from './apply.ts';
import { decisionsOf } from './lists.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const apply = (
  listId: number,
  more: { by?: typeof world.lead; key?: string; onDay?: string; version?: number } = {},
) =>
  applyList(as(world, more.by ?? world.lead, more.key ? { requestKey: more.key } : {}), {
    listId,
    version: more.version ?? null,
    onDay: more.onDay ?? null,
  });
const statesOf = async (ids: readonly number[]) => {
  const rows = [];
  for (const id of ids) rows.push((await rowOf(world, id)).state);
  return rows;
};
const listOf = (id: number) =>
  world.db.selectFrom('decision_list').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a list that is applied', () => {
  it('takes every step in one go, on the day of the decision, and keeps what the paper will say', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'exactly', number: 2 }, 4);
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    const listId = await prepared(world, plan, a);
    await prepared(world, plan, c, { action: 'wait', reason: 'Hết chỉ tiêu' });
    await prepared(world, plan, d, { action: 'decline', reason: 'Mới một vụ' });
    await prepared(world, plan, b, {}, world.otherLead);
    const outcome = await apply(listId, { onDay: '2018-11-12' });
    expect(outcome).toEqual({ ok: true, value: { listId, choose: 2, wait: 1, decline: 1 } });
    expect(await statesOf(ids)).toEqual(['nurtured', 'nurtured', 'waiting', 'declined']);
    expect((await stepsOf(world, d)).at(-1)).toMatchObject({ on_day: '2018-11-12', reason: 'Mới một vụ' });
    expect(await listOf(listId)).toMatchObject({
      state: 'applied',
      decided_on: '2018-11-12',
      applied_on: '2018-11-15',
    });
    const told = (await decisionsOf(world.db, listId)).map((one) => one.told?.officeName);
    expect(told).toEqual(Array(4).fill(world.place.commune.name));
  });

  it('is begun anew afterwards: what is prepared next stands in another list', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'none', number: null }, 2);
    const first = await prepared(world, plan, ids[0] ?? 0);
    answerOf(await apply(first));
    expect(await prepared(world, plan, ids[1] ?? 0)).not.toBe(first);
    expect((await apply(first)).ok).toBe(false);
  });
});

describe('a list with something in its way', () => {
  it('changes nothing at all, and says of whom and why', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'exactly', number: 5 }, 2);
    const bare = await candidate(world, plan, 'Trần Thị Thiếu', { complete: false });
    let listId = 0;
    for (const id of [...ids, bare]) listId = await prepared(world, plan, id);
    const before = [];
    for (const id of [...ids, bare]) before.push(await traceOf(world, id));
    const outcome = await apply(listId);
    expect(rulesOf(outcome)).toEqual([
      'endorsement_missing',
      'assessment_missing',
      'nurturing_missing',
      'consent_missing',
      'some_blocked',
    ]);
    expect(JSON.stringify(outcome)).toContain('Trần Thị Thiếu: Chưa có sự đồng ý');
    const after = [];
    for (const id of [...ids, bare]) after.push(await traceOf(world, id));
    expect(after).toEqual(before);
    expect(await listOf(listId)).toMatchObject({ state: 'open' });
  });

  it('is stopped by a file that was changed since the decision was prepared', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'none', number: null }, 2);
    const listId = await prepared(world, plan, ids[0] ?? 0);
    await prepared(world, plan, ids[1] ?? 0, { action: 'decline' });
    await world.db
      .updateTable('exemplar')
      .set({ version: 2 })
      .where('id', '=', ids[1] ?? 0)
      .execute();
    expect(rulesOf(await apply(listId))).toEqual(['changed_since', 'some_blocked']);
    expect(await statesOf(ids)).toEqual(['proposed', 'proposed']);
    // looked at again, it goes through
    await prepared(world, plan, ids[1] ?? 0, { action: 'decline', decisionVersion: 1 });
    expect((await apply(listId)).ok).toBe(true);
  });

  it('is not applied by whoever proposed one of it, but by a colleague', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'at_most', number: 3 });
    const own = await candidate(world, plan, 'Lê Của Mình', { proposedBy: world.lead.accountId });
    const other = await candidate(world, plan, 'Lê Của Người');
    const listId = await prepared(world, plan, own, {}, world.otherLead);
    await prepared(world, plan, other);
    expect(rulesOf(await apply(listId))).toEqual(['own_proposal', 'some_blocked']);
    expect((await apply(listId, { by: world.otherLead })).ok).toBe(true);
    expect(await statesOf([own, other])).toEqual(['nurtured', 'nurtured']);
  });

  it('names a wrong day at its field, and an empty list as such', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'none', number: null }, 1);
    const listId = await prepared(world, plan, ids[0] ?? 0);
    const tomorrow = await apply(listId, { onDay: '2018-11-16' });
    expect(tomorrow).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { onDay: expect.any(String) } },
    });
    await world.db.deleteFrom('prepared_decision').where('list_id', '=', listId).execute();
    expect(rulesOf(await apply(listId))).toEqual(['nothing_prepared']);
  });
});

describe('the quota, counted over the whole list', () => {
  it.each([
    ['exactly', 2, ['quota_full', 'some_blocked']],
    ['at_most', 2, ['quota_full', 'some_blocked']],
    ['at_least', 2, []],
    ['none', null, []],
  ] as const)('%s %s with three chosen', async (kind, number, rules) => {
    const { plan, ids } = await fieldWith(world, { kind, number }, 3);
    let listId = 0;
    for (const id of ids) listId = await prepared(world, plan, id);
    expect(rulesOf(await apply(listId))).toEqual(rules);
    expect(await statesOf(ids)).toEqual(Array(3).fill(rules.length > 0 ? 'proposed' : 'nurtured'));
  });

  it('is passed over only where a reason is written, and the step keeps it', async () => {
    const { plan, ids } = await fieldWith(world, { kind: 'exactly', number: 1 }, 2);
    await prepared(world, plan, ids[0] ?? 0);
    const listId = await prepared(world, plan, ids[1] ?? 0, { overrideReason: 'Hộ duy nhất vùng khó khăn' });
    answerOf(await apply(listId));
    expect((await stepsOf(world, ids[0] ?? 0)).at(-1)?.overrides).toEqual([]);
    expect((await stepsOf(world, ids[1] ?? 0)).at(-1)).toMatchObject({
      overrides: ['quota_full'],
      reason: 'Hộ duy nhất vùng khó khăn',
    });
  });

  it('leaves out the kinds that it does not count', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number: 1 });
    const one = await candidate(world, plan, 'Hộ Một');
    const club = await candidate(world, plan, 'Câu lạc bộ', { kind: 'collective' });
    const listId = await prepared(world, plan, club);
    await prepared(world, plan, one);
    expect((await apply(listId)).ok).toBe(true);
  });
});
