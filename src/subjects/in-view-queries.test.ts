import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlan } from '../../test/factories.ts';
import {
  answerOf,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject, mergeSeen } from '../../test/subject-world.ts';
import { findExemplar } from '../exemplars/queries.ts';
import { type Actor, type Grant, REACHES, ROLES } from '../identity/actor.ts';
import { holdsWhole, mayWrite } from './in-view.ts';
import { findInView } from './in-view-queries.ts';
import { type ListPlace, readFilter } from './list-filter.ts';
import { listPage } from './list-query.ts';

interface Lying {
  id: number;
  files: number[];
  /** Offices that wrote down an award, with the offices above each. */
  awards: number[][];
}

let world: ExemplarWorld;
let officeIds: number[];
let subjects: Lying[];

/** Subjects with one to three files over all offices and fields, some with awards, one with awards alone. */
beforeAll(async () => {
  world = await exemplarWorld();
  const { db, place } = world;
  const plans = [world.plan, await makePlan(db, place.otherCommune), null];
  const offices = await db.selectFrom('office').select(['id', 'path']).orderBy('id').execute();
  officeIds = offices.map(({ id }) => id);
  subjects = [];
  for (let n = 0; n < 24; n++) {
    const id = await makeSubject(db, { fullName: `Người Thứ ${n}` });
    const lying: Lying = { id, files: [], awards: [] };
    for (let k = 0; k < n % 4; k++) {
      const officeId = offices[(n * 5 + k * 3) % offices.length]?.id ?? 0;
      const plan = plans[(n + k) % plans.length] ?? null;
      lying.files.push(await makeExemplar(world, { state: 'withdrawn', subjectId: id, officeId, plan }));
    }
    const keeper = offices[n % offices.length];
    if (n % 3 === 0 && keeper) {
      await makeAward(db, id, keeper.id);
      lying.awards.push(keeper.path);
    }
    subjects.push(lying);
  }
  // one lies before an office that would not see it otherwise
  const file = subjects.find(({ files }) => files.length === 1)?.files[0] ?? 0;
  await db
    .insertInto('desk_stay')
    .values({
      paper: 'exemplar',
      paper_id: file,
      office_id: place.otherCommune.id,
      since: '2018-11-01',
      waits_for: 'ý kiến',
    })
    .execute();
});
afterAll(() => world.close());

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

const seesAward = (actor: Actor, path: readonly number[]): boolean =>
  actor.grants.some(
    ({ reach, officeId }) =>
      reach === 'all' || path.at(-1) === officeId || (reach === 'branch' && path.includes(officeId)),
  );

/** What one person sees of one subject, held against its files and awards one by one; was it seen? */
async function lookAt(actor: Actor, { id, files, awards }: Lying): Promise<boolean> {
  const shown = await Promise.all(files.map((file) => findExemplar(world.db, actor, file)));
  const within = files.filter((_, n) => shown[n] !== null);
  const found = (await findInView(world.db, actor, id))?.subject ?? null;
  const all = actor.grants.some(({ reach }) => reach === 'all');
  const expected = all || within.length > 0 || awards.some((path) => seesAward(actor, path));
  expect(found !== null, JSON.stringify({ grants: actor.grants, id })).toBe(expected);
  if (!found) return false;
  expect(found.exemplars.flatMap((file) => (file.within ? file.id : []))).toEqual(within);
  if (holdsWhole(actor, found)) expect(mayWrite(found.roles)).toBe(true);
  return true;
}

describe('the sight of a subject', () => {
  it('is for random people that of any file or award of it; each file within is one that its own page shows', async () => {
    const count = { seen: 0, hidden: 0 };
    await fc.assert(
      fc.asyncProperty(anybody(), async (actor) => {
        for (const subject of subjects) count[(await lookAt(actor, subject)) ? 'seen' : 'hidden']++;
      }),
      { numRuns: 15 },
    );
    expect(Math.min(count.seen, count.hidden)).toBeGreaterThan(20);
  });

  it('holds at least what the list shows', async () => {
    const start: ListPlace = { kind: 'start' };
    await fc.assert(
      fc.asyncProperty(anybody(), async (actor) => {
        const { rows } = await listPage(world.db, actor, readFilter({}), start);
        for (const { id } of rows) expect(await findInView(world.db, actor, id)).not.toBeNull();
      }),
      { numRuns: 15 },
    );
  });

  it('goes from one merged to the next until the one that was kept, with the name that was asked for', async () => {
    const { db, standing, place } = world;
    const ids = [];
    for (const fullName of ['Lý Một', 'Lý Hai', 'Lý Ba']) ids.push(await makeSubject(db, { fullName }));
    const [one = 0, two = 0, three = 0] = ids;
    await makeAward(db, one, place.commune.id);
    const sure = { overrideReason: 'Đã hỏi gia đình' };
    answerOf(await mergeSeen(world, standing, two, one, sure));
    answerOf(await mergeSeen(world, standing, three, two, sure));
    expect(await findInView(db, world.unit, one)).toMatchObject({
      subject: { id: three },
      goneName: 'Lý Một',
    });
    expect(await findInView(db, world.unit, three)).toMatchObject({ subject: { id: three }, goneName: null });
    expect(await findInView(db, world.stranger, one)).toBeNull();
    expect(await findInView(db, standing, 999_999)).toBeNull();
  });
});
