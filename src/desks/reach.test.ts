import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOffice } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { type Actor, REACHES, ROLES } from '../identity/actor.ts';
import { askedOf, onMyDesk } from './reach.ts';
import type { Paper } from './stay.ts';

const OFFICES = 4;
const PAPERS = 6;

let world: ExemplarWorld;
const officeIds: number[] = [];
beforeAll(async () => {
  world = await exemplarWorld();
  for (let n = 0; n < OFFICES; n++) officeIds.push((await makeOffice(world.db, world.place.province)).id);
});
afterAll(() => world.close());

const office = fc.nat(OFFICES - 1);
const paperId = fc.integer({ min: 1, max: PAPERS });
const sort = fc.constantFrom<Paper>('exemplar', 'report');
const scene = fc.record({
  // papers that have left their desk, or lie there; later ones of the same paper win
  stays: fc.array(fc.record({ sort, paperId, office, left: fc.boolean() }), { maxLength: 10 }),
  asked: fc.array(fc.record({ sort, paperId, office, answered: fc.boolean() }), { maxLength: 6 }),
  grants: fc.array(
    fc.record({ role: fc.constantFrom(...ROLES), office, reach: fc.constantFrom(...REACHES) }),
    {
      maxLength: 4,
    },
  ),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

async function set({ stays, asked }: Scene): Promise<void> {
  const { db } = world;
  await db.deleteFrom('desk_stay').execute();
  await db.deleteFrom('opinion').execute();
  for (const stay of stays) {
    const about = { paper: stay.sort, paper_id: stay.paperId };
    await sql`UPDATE desk_stay SET until = '2018-02-01' WHERE paper = ${stay.sort} AND paper_id = ${stay.paperId}
      AND until IS NULL`.execute(db);
    const until = stay.left ? '2018-02-01' : null;
    const row = {
      ...about,
      office_id: officeIds[stay.office] ?? 0,
      since: '2018-01-01',
      until,
      waits_for: 'ai',
    };
    await db.insertInto('desk_stay').values(row).execute();
  }
  for (const one of asked) {
    const answer = one.answered ? { answer: 'Có', answered_on: '2018-02-01' } : {};
    await db
      .insertInto('opinion')
      .values({
        ...{ paper: one.sort, paper_id: one.paperId, office_id: officeIds[one.office] ?? 0, question: 'Hỏi' },
        ...{ asked_on: '2018-01-01', due_on: '2018-01-10', ...answer },
      })
      .execute();
  }
}

/** As one would say it: I sit at a desk of that office, and the paper lies there now, or my office was asked. */
function oracle({ stays, asked, grants }: Scene, of: Paper, id: number): { desk: boolean; asked: boolean } {
  const sitsAt = (at: number) =>
    grants.some(
      (grant) => grant.office === at && ['unit', 'lead', 'standing', 'leader'].includes(grant.role),
    );
  const last = stays.filter((stay) => stay.sort === of && stay.paperId === id).at(-1);
  return {
    desk: last !== undefined && !last.left && sitsAt(last.office),
    asked: asked.some((one) => one.sort === of && one.paperId === id && sitsAt(one.office)),
  };
}

describe('who may read a paper because of its way', () => {
  it('are for random people and papers those that a slow oracle names', async () => {
    let seen = 0;
    const check = fc.asyncProperty(scene, sort, async (made, of) => {
      await set(made);
      const actor: Actor = {
        accountId: 1,
        displayName: 'Ai',
        grants: made.grants.map(({ role, office: at, reach }) => ({
          ...{ role, reach, officeId: officeIds[at] ?? 0, officeName: '' },
        })),
      };
      const id = sql.ref<number>('n.id');
      const { rows } = await sql<{ id: number; here: boolean; asked: boolean }>`
        SELECT n.id, ${onMyDesk(actor, of, id)} AS here, ${askedOf(actor, of, id)} AS asked
        FROM generate_series(1, ${PAPERS}::bigint) AS n (id)`.execute(world.db);
      for (const row of rows) {
        const expected = oracle(made, of, row.id);
        expect([row.here, row.asked]).toEqual([expected.desk || expected.asked, expected.asked]);
        if (row.here) seen++;
      }
    });
    await fc.assert(check, { numRuns: 60 });
    await fc.assert(check, { numRuns: 20, seed: 1711 });
    expect(seen).toBeGreaterThan(0);
  }, 60_000);
});
