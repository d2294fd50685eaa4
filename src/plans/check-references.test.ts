import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { draftField, planDraft } from '../../test/plan-desk.ts';
import { parentError, unknownIn } from './check-references.ts';
import { createPlan } from './create-plan.ts';

let world: ExemplarWorld;
let serial = 0;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

async function plan(parentPlanId: number | null): Promise<number> {
  const draft = planDraft(world.place, { number: `${++serial}/KH`, parentPlanId });
  const outcome = await createPlan(actingAs(world.db, world.standing), draft);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}

describe('the plan above a plan', () => {
  it('is another one, and none of those below it', async () => {
    const top = await plan(null);
    const middle = await plan(top);
    const bottom = await plan(middle);
    const error = async (parent: number | null, self: number | null) =>
      (await parentError(world.db, parent, self)).parentPlanId ?? null;
    expect(await error(null, top)).toBeNull();
    expect(await error(top, bottom)).toBeNull();
    expect(await error(top, top)).toContain('chính nó');
    expect(await error(bottom, top)).toContain('đang đứng trên');
    expect(await error(987_654, top)).toContain('Không có kế hoạch này');
  });

  it('is refused at its field when it is none, and nothing is written', async () => {
    const draft = planDraft(world.place, { number: '900/KH', parentPlanId: 987_654 });
    expect(await createPlan(actingAs(world.db, world.standing), draft)).toMatchObject({
      refusal: { kind: 'invalid', fields: { parentPlanId: expect.any(String) } },
    });
  });
});

it('tells which field names a criteria set or a kind of office that is none', async () => {
  const { place, db } = world;
  const nobody = { by: 'kind' as const, kindId: 'hành tinh', belowId: place.province.id };
  const fields = [
    draftField(place),
    draftField(place, { criteriaSetId: 987_654, coordination: [nobody] }),
    draftField(place, { allocations: [{ to: nobody, number: 1, percent: null }] }),
  ];
  expect(Object.keys(await unknownIn(db, fields, (n) => `fields.${n}.`)).toSorted()).toEqual([
    'fields.1.coordination',
    'fields.1.criteriaSetId',
    'fields.2.allocations',
  ]);
});
