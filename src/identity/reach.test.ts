import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { mayVisit, rolesHeld, type Surroundings } from '../../test/oracles/reach.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { type Actor, type Grant, REACHES, ROLES } from './actor.ts';
import { rolesOver, seesAll, withinReach } from './reach.ts';

let database: FreshDatabase;
let open: OpenDb;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  await open.db.insertInto('office_kind').values({ id: 'any', name: 'đơn vị', ord: 1 }).execute();
});

afterAll(async () => {
  await open.close();
  await database.drop();
});

/** Each office names the place of its parent among those before it; 0 makes a root. */
const trees = fc.array(fc.nat(20), { minLength: 1, maxLength: 9 });
/** Grants by the place of their office in the tree. */
const people = fc.array(
  fc.record({
    role: fc.constantFrom(...ROLES),
    place: fc.nat(20),
    // a person who sees everything teaches little
    reach: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('own', 'branch') }, fc.constantFrom(...REACHES)),
  }),
  { maxLength: 4 },
);

interface World extends Surroundings {
  ids: number[];
  paths: Map<number, number[]>;
}

async function plant(tree: readonly number[]): Promise<World> {
  const ids: number[] = [];
  const parentOf = new Map<number, number | null>();
  const paths = new Map<number, number[]>();
  for (const pick of tree) {
    const parent = ids[(pick % (ids.length + 1)) - 1] ?? null;
    const { id, path } = await open.db
      .insertInto('office')
      .values({ kind_id: 'any', name: `Đơn vị ${ids.length}`, parent_id: parent })
      .returning(['id', 'path'])
      .executeTakeFirstOrThrow();
    ids.push(id);
    parentOf.set(id, parent);
    paths.set(id, path);
  }
  // a field for each office that leads it, under the office's own number
  return { ids, parentOf, paths, leadOf: new Map(ids.map((id) => [id, id])) };
}

type Lying = { officeId: number; fieldId: number | null };

/** What the database lets the actor see of these things, in one question. */
async function seenByDatabase(actor: Actor, things: readonly Lying[]): Promise<boolean[]> {
  const offices = things.map((thing) => thing.officeId);
  const leads = things.map((thing) => thing.fieldId);
  const { rows } = await sql<{ seen: boolean }>`
    SELECT coalesce(${withinReach(actor, sql.ref('t.office_id'), sql.ref('t.lead_id'))}, false) AS seen
    FROM unnest(${offices}::bigint[], ${leads}::bigint[]) WITH ORDINALITY AS t(office_id, lead_id, ord)
    ORDER BY t.ord`.execute(open.db);
  return rows.map((row) => row.seen);
}

describe('reach', () => {
  it('is the same for the database, for the roles and for a slow oracle, for any people in any tree', async () => {
    let seen = 0;
    let hidden = 0;
    const check = async (world: World, actor: Actor) => {
      const things = world.ids.flatMap((officeId) =>
        [null, ...world.ids].map((fieldId): Lying => ({ officeId, fieldId })),
      );
      const found = await seenByDatabase(actor, things);
      for (const [n, thing] of things.entries()) {
        const why = JSON.stringify({ grants: actor.grants, thing, path: world.paths.get(thing.officeId) });
        const where = { officePath: world.paths.get(thing.officeId) ?? [], leadOfficeId: thing.fieldId };
        const roles = rolesOver(actor, where);
        expect(found[n], why).toBe(mayVisit(world, actor, thing));
        expect([...roles].sort(), why).toEqual([...rolesHeld(world, actor, thing)].sort());
        if (roles.size > 0) expect(found[n], why).toBe(true);
        if (found[n]) seen++;
        else hidden++;
      }
    };
    await fc.assert(
      fc.asyncProperty(trees, fc.array(people, { minLength: 5, maxLength: 5 }), async (tree, persons) => {
        const world = await plant(tree);
        for (const grants of persons) await check(world, personIn(world, grants));
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen, hidden)).toBeGreaterThan(1000);
  });

  it('differs from holding a role in one thing alone: who leads also sees what lies with their own office', async () => {
    const world = await plant([0]);
    const [id = 0] = world.ids;
    const actor = personIn(world, [{ role: 'lead', place: 0, reach: 'own' }]);
    expect(rolesOver(actor, { officePath: [id], leadOfficeId: null }).size).toBe(0);
    expect(await seenByDatabase(actor, [{ officeId: id, fieldId: null }])).toEqual([true]);
  });

  it('of somebody without a role is nothing, also of things without an office', async () => {
    const world = await plant([0, 1]);
    const nobody = personIn(world, []);
    expect(
      await seenByDatabase(
        nobody,
        world.ids.map((officeId) => ({ officeId, fieldId: officeId })),
      ),
    ).toEqual([false, false]);
    const { rows } = await sql<{ seen: boolean | null }>`
      SELECT ${withinReach(personIn(world, [{ role: 'unit', place: 0, reach: 'branch' }]), sql`NULL::bigint`, null)} AS seen`.execute(
      open.db,
    );
    expect(rows[0]?.seen ?? false).toBe(false);
  });

  it('of one grant over everything is everything', () => {
    expect(seesAll(personIn({ ids: [1] }, [{ role: 'viewer', place: 0, reach: 'all' }]))).toBe(true);
    expect(seesAll(personIn({ ids: [1] }, [{ role: 'admin', place: 0, reach: 'branch' }]))).toBe(false);
  });
});

function personIn(
  { ids }: { ids: readonly number[] },
  grants: readonly { role: Grant['role']; place: number; reach: Grant['reach'] }[],
): Actor {
  const held = grants.map(
    ({ role, place, reach }): Grant => ({
      role,
      reach,
      officeId: ids[place % ids.length] ?? 0,
      officeName: '',
    }),
  );
  return { accountId: null, displayName: 'Ai đó', grants: held };
}
