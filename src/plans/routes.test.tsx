import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makePlan } from '../../test/factories.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { findPlan } from './queries.ts';
import { planRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(planRoutes({ parts: [], afterIssue: async () => {} }));
});
afterAll(() => there.close());

describe('the pages of a plan', () => {
  it('list every plan and show one with its paper, its stages and today', async () => {
    const { db, plan } = there.world;
    await db
      .insertInto('stage')
      .values([
        {
          plan_id: plan.planId,
          ord: 1,
          name: 'Phát hiện',
          precision: 'quarter',
          from_on: '2016-04-01',
          to_on: '2016-06-30',
          duties: ['xây dựng kế hoạch của đơn vị'],
        },
        {
          plan_id: plan.planId,
          ord: 2,
          name: 'Bồi dưỡng',
          precision: 'year',
          from_on: '2017-01-01',
          to_on: '2019-12-31',
        },
      ])
      .execute();
    await db
      .insertInto('plan_basis')
      .values({
        plan_id: plan.planId,
        ord: 1,
        number: '34-CT/TW',
        kind: 'Chỉ thị',
        issuer: 'Bộ Chính trị',
        dated_on: '2014-04-07',
      })
      .execute();
    await db
      .insertInto('unit_plan_part')
      .values({ plan_id: plan.planId, ord: 1, name: 'trách nhiệm lãnh đạo' })
      .execute();
    const unit = await there.as(there.world.unit);
    expect((await open(unit, '/ke-hoach')).html).toContain(`href="/ke-hoach/${plan.planId}"`);
    const { text, html } = await open(unit, `/ke-hoach/${plan.planId}`);
    expect(text).toContain('Hôm nay 15/11/2018');
    expect(text).toContain('Bồi dưỡng Năm 2017–2019 Giai đoạn, hiện nay');
    expect(text).toContain('Chỉ thị số 34-CT/TW ngày 07/04/2014 của Bộ Chính trị');
    expect(text).toContain('trách nhiệm lãnh đạo');
    expect(html).not.toMatch(/NaN|undefined/);
  });

  it('answer 404 for what is no plan', async () => {
    const unit = await there.as(there.world.unit);
    for (const id of ['0', 'abc', '99999']) expect((await open(unit, `/ke-hoach/${id}`)).status).toBe(404);
  });

  it('say at a glance whether a quota is filled, short or over, of the kinds that count, held ones included', async () => {
    const { world } = there;
    const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number: 3 });
    const make = (state: string, kind: 'household' | 'collective' = 'household', heldFrom?: string) =>
      makeExemplar(world, { state, kind, plan, heldFrom: heldFrom ?? null });
    await make('nurtured');
    await make('honoured');
    await make('nurtured', 'collective');
    await make('held', 'household', 'proposed');
    await make('proposed');
    await make('waiting');
    await make('declined');
    const fieldNow = async () => (await findPlan(world.db, plan.planId))?.fields[0];
    expect(await fieldNow()).toMatchObject({ taken: 2, waiting: 2, quotaNumber: 3 });
    const unit = await there.as(world.unit);
    expect((await open(unit, `/ke-hoach/${plan.planId}`)).text).toContain('Thiếu 1');
    await make('held', 'household', 'recognised');
    expect((await open(unit, `/ke-hoach/${plan.planId}`)).text).toContain('3/3');
    await make('recognised');
    expect((await open(unit, `/ke-hoach/${plan.planId}`)).text).toContain('Vượt 1');
  });
});
