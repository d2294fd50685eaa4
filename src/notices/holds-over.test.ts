import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOffice } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { rolesHeld } from '../../test/oracles/reach.ts';
import { type Actor, REACHES, ROLES } from '../identity/actor.ts';
import { holdsAny, holdsOver } from './holds-over.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

it('finds exactly the exemplars over which the slow oracle says that one of the roles is held', async () => {
  const { db, place, plan } = world;
  const hamlet = await makeOffice(db, place.commune);
  const offices = [place.province, place.district, place.commune, place.otherCommune, place.lead, hamlet];
  for (const office of offices)
    for (const field of [plan, null])
      await makeExemplar(world, { state: 'found', plan: field, officeId: office.id });
  const things = await db.selectFrom('exemplar').select(['id', 'office_id', 'field_id']).execute();
  const parents = await db.selectFrom('office').select(['id', 'parent_id']).execute();
  const surroundings = {
    parentOf: new Map(parents.map((office) => [office.id, office.parent_id])),
    leadOf: new Map([[plan.fieldId, place.lead.id]]),
  };
  const grant = fc.record({
    role: fc.constantFrom(...ROLES),
    officeId: fc.constantFrom(...offices.map((office) => office.id)),
    officeName: fc.constant(''),
    reach: fc.constantFrom(...REACHES),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(grant, { maxLength: 3 }),
      fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }),
      async (grants, roles) => {
        const actor: Actor = { accountId: 1, displayName: 'Ai đó', grants };
        const found = await db
          .selectFrom('exemplar as e')
          .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
          .where(holdsOver(actor, roles))
          .select('e.id')
          .execute();
        const expected = things.filter((thing) => {
          const held = rolesHeld(surroundings, actor, { officeId: thing.office_id, fieldId: thing.field_id });
          return roles.some((role) => held.has(role));
        });
        expect(found.map((row) => row.id).toSorted()).toEqual(expected.map((thing) => thing.id).toSorted());
        if (expected.length > 0) expect(holdsAny(actor, roles)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
