import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, giveDuty, on } from '../../test/duty-world.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf } from '../../test/oracles/exemplar-world.ts';
import { askUnitPlans, writtenPlan } from '../../test/unit-plan-world.ts';
import { dutyItems } from '../duties/queries.ts';
import { exemplarsOf, targetsOf } from './content-queries.ts';
import { openUnitPlan } from './open.ts';
import { previousUnitPlan } from './previous.ts';
import { findUnitPlan } from './queries.ts';
import { submitUnitPlan } from './submit.ts';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
  await askUnitPlans(world);
  const id = await writtenPlan(world, world.unit, world.place.commune);
  await submitUnitPlan(on(world, world.unit), { id, version: null });
  // the plan of the next year asks its parts in another order, one of them new
  await world.db.deleteFrom('unit_plan_part').where('plan_id', '=', world.plan.planId).execute();
  await world.db
    .insertInto('unit_plan_part')
    .values(
      ['Chế độ thông tin, báo cáo', 'kiểm tra, giám sát', 'TRÁCH NHIỆM LÃNH ĐẠO'].map((name, n) => ({
        plan_id: world.plan.planId,
        ord: n + 1,
        name,
      })),
    )
    .execute();
  await giveDuty(world, {
    name: 'Kế hoạch năm sau',
    what: 'unit_plan',
    reportFormKey: null,
    who: { by: 'kind', kindId: 'commune', belowId: world.place.district.id },
    cycle: 'once',
    fromOn: '2019-01-01',
    toOn: '2019-12-31',
    dueRule: { kind: 'on', day: '2019-03-31' },
    toOfficeId: null,
    viaOfficeId: null,
    basis: null,
  });
});
afterAll(() => world.close());

async function nextItem(officeId: number): Promise<number> {
  const items = await dutyItems(world.db, { what: 'unit_plan', officeIds: [officeId] }, '2019-01-05');
  const item = items.find(({ periodFrom }) => periodFrom === '2019-01-01');
  if (!item) throw new Error(`Office ${officeId} owes no plan for 2019.`);
  return item.id;
}

describe('a unit plan begun from the one before', () => {
  it('takes each text to the part of the same name, leaves days and numbers behind, and says what it took', async () => {
    const acting = on(world, world.unit, '2019-01-05');
    const itemId = await nextItem(world.place.commune.id);
    const { id, copied } = answerOf(await openUnitPlan(acting, { itemId, fromPrevious: true }));
    expect(copied).toContain('2/3 phần, 1 chỉ tiêu, 1 điển hình dự kiến từ kế hoạch của');
    const plan = await findUnitPlan(world.db, world.unit, id);
    expect(plan).toMatchObject({ state: 'draft', edition: 1, firstSubmittedOn: null });
    expect(plan?.words).toEqual({ 1: 'Báo cáo hằng quý.', 3: 'Chủ tịch chỉ đạo.' });
    expect(await targetsOf(world.db, id)).toEqual([
      { what: 'Điển hình mới', number: 3, unit: 'điển hình', dueOn: null },
    ]);
    expect((await exemplarsOf(world.db, id)).map(({ name }) => name)).toEqual(['Hộ bà Thử']);
  });

  it('is found through any number of mergers, and nothing is found where nothing was', async () => {
    const { db, place, plan } = world;
    const [middle, merged] = [await makeOffice(db, place.district), await makeOffice(db, place.district)];
    for (const [from, to] of [
      [place.commune, middle],
      [middle, merged],
    ] as const) {
      await db
        .insertInto('office_succession')
        .values({ from_office_id: from.id, to_office_id: to.id, on_date: '2019-06-01' })
        .execute();
    }
    const asked = { planId: plan.planId, periodFrom: '2020-01-01' };
    expect(await previousUnitPlan(db, { ...asked, officeId: merged.id })).toMatchObject({
      officeId: place.commune.id,
      periodFrom: '2019-01-01',
    });
    expect(await previousUnitPlan(db, { ...asked, officeId: place.otherCommune.id })).toBeNull();
  });
});
