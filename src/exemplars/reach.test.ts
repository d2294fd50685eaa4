import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePlan, makeOffice, makePlan } from '../../test/factories.ts';
import { as, type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { type Lying, mayVisit, rolesHeld, type Surroundings } from '../../test/oracles/reach.ts';
import { type Actor, type Grant, REACHES, ROLES } from '../identity/actor.ts';
import { findSubject } from '../subjects/queries.ts';
import { withdraw } from './commands.ts';
import { findExemplar } from './queries.ts';

interface Thing extends Lying {
  id: number;
  subjectId: number;
}

let world: ExemplarWorld;
let surroundings: Surroundings;
let officeIds: number[];
let things: Thing[];

beforeAll(async () => {
  world = await exemplarWorld();
  const { db, place } = world;
  const village = await makeOffice(db, place.commune, { kind: 'village' });
  const plans = [world.plan, await makePlan(db, village), null];
  const offices = await db.selectFrom('office').select(['id', 'parent_id']).orderBy('id').execute();
  const fields = await db.selectFrom('pilot_field').select(['id', 'lead_office_id']).execute();
  officeIds = offices.map(({ id }) => id);
  surroundings = {
    parentOf: new Map(offices.map((office) => [office.id, office.parent_id])),
    leadOf: new Map(fields.map((field) => [field.id, field.lead_office_id])),
  };
  things = [];
  for (const officeId of officeIds) for (const plan of plans) things.push(await makeThing(officeId, plan));
});
afterAll(() => world.close());

async function makeThing(officeId: number, plan: MadePlan | null): Promise<Thing> {
  const id = await makeExemplar(world, { state: 'returned', officeId, plan });
  const { subject_id } = await world.db
    .selectFrom('exemplar')
    .select('subject_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, subjectId: subject_id, officeId, fieldId: plan?.fieldId ?? null };
}

const anybody = () => {
  const grant = fc.record({
    role: fc.constantFrom(...ROLES),
    officeId: fc.constantFrom(...officeIds),
    officeName: fc.constant('Đơn vị'),
    // a person who sees everything teaches little
    reach: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('own', 'branch') }, fc.constantFrom(...REACHES)),
  }) as fc.Arbitrary<Grant>;
  return fc
    .array(grant, { maxLength: 3 })
    .map((grants): Actor => ({ accountId: null, displayName: 'Ai đó', grants }));
};

describe('the reach of exemplars', () => {
  it('is for random people what the slow oracle says, in the database and in the roles', async () => {
    let seen = 0;
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(anybody(), async (actor) => {
        for (const thing of things) {
          const found = await findExemplar(world.db, actor, thing.id);
          const expected = mayVisit(surroundings, actor, thing);
          expect(found !== null, JSON.stringify({ grants: actor.grants, thing })).toBe(expected);
          if (found)
            expect([...found.roles].sort()).toEqual([...rolesHeld(surroundings, actor, thing)].sort());
          if (found) seen++;
          else hidden++;
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen, hidden)).toBeGreaterThan(100);
  });

  it('is the same for the subject of an exemplar', async () => {
    await fc.assert(
      fc.asyncProperty(anybody(), fc.nat(), async (actor, pick) => {
        const thing = things[pick % things.length];
        if (!thing) throw new Error('no things');
        const found = await findSubject(world.db, actor, thing.subjectId);
        expect(found !== null).toBe(mayVisit(surroundings, actor, thing));
      }),
      { numRuns: 60 },
    );
  });

  it('answers a command on what lies outside as if it did not exist', async () => {
    const outside = await makeExemplar(world, { state: 'returned' });
    const missing = 999_999_999;
    for (const id of [outside, missing]) {
      const outcome = await withdraw(as(world, world.stranger), { id, version: 77, reason: 'Lý do' });
      expect(outcome).toEqual({ ok: false, refusal: { kind: 'not_found' } });
    }
  });
});
