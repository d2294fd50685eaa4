import { dutyItems } from '../src/duties/queries.ts';
import type { Acting, Actor } from '../src/identity/actor.ts';
import { openUnitPlan } from '../src/unit-plans/open.ts';
import { writeUnitPlan } from '../src/unit-plans/write.ts';
import { type DutyWorld, giveDuty, on } from './duty-world.ts';
import type { MadeOffice } from './factories.ts';
import { answerOf } from './oracles/exemplar-world.ts';

export const DUE = '2018-11-30';

/** The plan asks two parts of every unit plan, and every commune of the district owes one by {@link DUE}. */
export async function askUnitPlans(world: DutyWorld): Promise<void> {
  await world.db
    .insertInto('unit_plan_part')
    .values([
      { plan_id: world.plan.planId, ord: 1, name: 'trách nhiệm lãnh đạo' },
      { plan_id: world.plan.planId, ord: 2, name: 'chế độ thông tin, báo cáo' },
    ])
    .execute();
  await giveDuty(
    world,
    {
      name: 'Kế hoạch của đơn vị',
      what: 'unit_plan',
      reportFormKey: null,
      who: { by: 'kind', kindId: 'commune', belowId: world.place.district.id },
      cycle: 'once',
      fromOn: '2018-01-01',
      toOn: '2018-12-31',
      dueRule: { kind: 'on', day: DUE },
      toOfficeId: null,
      viaOfficeId: null,
      basis: null,
    },
    '2018-01-02',
  );
}

export async function itemOf(world: DutyWorld, office: MadeOffice): Promise<number> {
  const [item] = await dutyItems(world.db, { what: 'unit_plan', officeIds: [office.id] }, '2018-11-15');
  if (!item) throw new Error(`${office.name} owes no plan.`);
  return item.id;
}

export const PAPER = {
  number: null,
  symbol: 'KH-UBND',
  place: 'Thử',
  date: null,
  authority: null,
  signerTitle: 'CHỦ TỊCH',
  signerName: null,
  recipients: [],
};

/** Opens the plan of an office and writes both parts. */
export async function writtenPlan(world: DutyWorld, actor: Actor, office: MadeOffice): Promise<number> {
  const acting: Acting = on(world, actor);
  const opened = await openUnitPlan(acting, { itemId: await itemOf(world, office), fromPrevious: false });
  const { id } = answerOf(opened);
  answerOf(
    await writeUnitPlan(acting, {
      id,
      version: null,
      words: { 1: 'Chủ tịch chỉ đạo.', 2: 'Báo cáo hằng quý.' },
      targets: [{ what: 'Điển hình mới', number: 3, unit: 'điển hình', dueOn: '2018-12-31' }],
      exemplars: [{ name: 'Hộ bà Thử', fieldId: null, fieldName: null, note: null }],
      paper: PAPER,
    }),
  );
  return id;
}
