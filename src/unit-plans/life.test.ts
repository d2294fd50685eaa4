import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, on } from '../../test/duty-world.ts';
import { rulesOf } from '../../test/oracles/exemplar-world.ts';
import { askUnitPlans, itemOf, PAPER, writtenPlan } from '../../test/unit-plan-world.ts';
import { deskOf, staysOf } from '../desks/stay.ts';
import { dutyItems } from '../duties/queries.ts';
import { amendUnitPlan, dropAmendment } from './amend.ts';
import { approveUnitPlan } from './approve.ts';
import { openUnitPlan } from './open.ts';
import { findUnitPlan } from './queries.ts';
import { returnUnitPlan } from './return.ts';
import { submitUnitPlan } from './submit.ts';
import { writeUnitPlan } from './write.ts';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
  await askUnitPlans(world);
});
afterAll(() => world.close());

const target = (id: number) => ({ id, version: null });
const REASONS = [{ field: 'p1', label: 'trách nhiệm lãnh đạo', reason: 'Chưa nêu người phụ trách.' }];

describe('a unit plan', () => {
  it('is written, sent, returned with its reasons, sent again, approved; the desk follows, the duty is done', async () => {
    const { unit, districtOfficer, place, db } = world;
    const id = await writtenPlan(world, unit, place.commune);
    expect((await deskOf(db, 'unit_plan', id))?.officeId).toBe(place.commune.id);
    expect((await submitUnitPlan(on(world, unit), target(id))).ok).toBe(true);
    expect((await deskOf(db, 'unit_plan', id))?.officeId).toBe(place.district.id);
    const [item] = await dutyItems(db, { ids: [await itemOf(world, place.commune)] }, '2018-11-15');
    expect(item?.state).toBe('done');
    // while it is being read it is locked
    const locked = await writeUnitPlan(on(world, unit), {
      ...target(id),
      words: {},
      targets: [],
      exemplars: [],
      paper: PAPER,
    });
    expect(locked).toMatchObject({ refusal: { kind: 'refused' } });
    expect(await returnUnitPlan(on(world, districtOfficer), { ...target(id), reasons: [] })).toMatchObject({
      ok: false,
    });
    expect((await returnUnitPlan(on(world, districtOfficer), { ...target(id), reasons: REASONS })).ok).toBe(
      true,
    );
    expect((await deskOf(db, 'unit_plan', id))?.officeId).toBe(place.commune.id);
    expect((await submitUnitPlan(on(world, unit), target(id))).ok).toBe(true);
    expect(
      rulesOf(await returnUnitPlan(on(world, districtOfficer), { ...target(id), reasons: REASONS })),
    ).toEqual(['returned_before']);
    expect((await approveUnitPlan(on(world, districtOfficer), target(id))).ok).toBe(true);
    expect(await deskOf(db, 'unit_plan', id)).toBeNull();
    expect((await staysOf(db, 'unit_plan', id)).length).toBeGreaterThanOrEqual(4);
  });

  it('keeps its approved edition while the next one is written, and lets the amendment be dropped', async () => {
    const { unit, db } = world;
    const { id } = await db.selectFrom('unit_plan').select('id').executeTakeFirstOrThrow();
    expect((await amendUnitPlan(on(world, unit), { ...target(id), reason: 'Thêm chỉ tiêu' })).ok).toBe(true);
    const amending = await findUnitPlan(db, unit, id);
    expect(amending).toMatchObject({ state: 'draft', edition: 2 });
    expect((await dropAmendment(on(world, unit), { ...target(id), reason: 'Thôi' })).ok).toBe(true);
    expect(await findUnitPlan(db, unit, id)).toMatchObject({ state: 'approved' });
  });

  it('is not sent with a part unwritten, and names every part that is', async () => {
    const { stranger, place } = world;
    const opened = await openUnitPlan(on(world, stranger), {
      itemId: await itemOf(world, place.otherCommune),
      fromPrevious: false,
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    const refused = await submitUnitPlan(on(world, stranger), target(opened.value.id));
    expect(JSON.stringify(refused)).toContain('trách nhiệm lãnh đạo');
    expect(JSON.stringify(refused)).toContain('chế độ thông tin, báo cáo');
    // opened twice it is one and the same
    const again = await openUnitPlan(on(world, stranger), {
      itemId: await itemOf(world, place.otherCommune),
      fromPrevious: false,
    });
    expect(again).toMatchObject({ ok: true, value: { id: opened.value.id } });
  });

  it('is not found by an office that has nothing to do with it', async () => {
    const { stranger, place, db } = world;
    const foreign = await db
      .selectFrom('unit_plan')
      .select('id')
      .where('office_id', '=', place.commune.id)
      .executeTakeFirstOrThrow();
    expect(await submitUnitPlan(on(world, stranger), target(foreign.id))).toMatchObject({
      refusal: { kind: 'not_found' },
    });
    expect(await approveUnitPlan(on(world, world.unit), target(foreign.id))).toMatchObject({ ok: false });
  });
});
