import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingAs, TEST_DAY } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { draftField, planDraft } from '../../test/plan-desk.ts';
import { sharesOn } from './allocations.ts';
import { createPlan } from './create-plan.ts';
import { fieldsOfPlan } from './queries.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

it('gives each office of a kind its own share, one at its name the other, and counts what its branch has filled', async () => {
  const { db, place } = world;
  const made = await createPlan(
    actingAs(db, world.standing),
    planDraft(place, {
      number: '77/KH',
      fields: [
        draftField(place, {
          quotaKind: 'at_least',
          quotaNumber: 10,
          quotaCounts: ['household'],
          allocations: [
            { to: { by: 'kind', kindId: 'commune', belowId: place.district.id }, number: 2, percent: null },
            { to: { by: 'office', officeId: place.district.id }, number: null, percent: 30 },
            { to: { by: 'office', officeId: place.otherCommune.id }, number: 1, percent: null },
          ],
        }),
      ],
    }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made));
  const [fieldId = 0] = await fieldsOfPlan(db, made.value.id);
  const plan = { ...world.plan, planId: made.value.id, fieldId };
  await makeExemplar(world, { state: 'nurtured', kind: 'household', plan });
  await makeExemplar(world, { state: 'nurtured', kind: 'individual', plan });
  await makeExemplar(world, { state: 'proposed', kind: 'household', plan });
  const shares = await sharesOn(db, made.value.id, TEST_DAY);
  expect(shares.map(({ officeId, due, taken }) => [officeId, due, taken]).toSorted()).toEqual(
    [
      [place.commune.id, 2, 1],
      [place.otherCommune.id, 1, 0],
      [place.district.id, 3, 1],
    ].toSorted(),
  );
});
