import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerOf,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject, mergeSeen, undoMerge } from '../../test/subject-world.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

it('after any merges, undone from the last to the first, everything is as it was, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          one: fc.nat(4),
          other: fc.nat(4),
          gone: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      async (merges) => {
        const ids = await people();
        const before = await everything(ids);
        const done: number[] = [];
        for (const { one, other, gone } of merges) {
          const [keptId, goneId] = [ids[one] ?? 0, ids[other] ?? 0];
          const choice = choiceOf(gone);
          const outcome = await mergeSeen(world, world.standing, keptId, goneId, {
            choice,
            overrideReason: 'Vẫn gộp',
          });
          if (outcome.ok) done.push(outcome.value.mergeId);
          expect((await everything(ids)).counts).toEqual(before.counts);
        }
        for (const mergeId of done.reverse()) answerOf(await undoMerge(world, mergeId));
        expect(await everything(ids)).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

type Side = 'kept' | 'gone';

/** Whose value is kept of each fact: true for the one that goes. */
function choiceOf(gone: readonly boolean[]) {
  const side = (n: number): Side => (gone[n] ? 'gone' : 'kept');
  return {
    fullName: side(0),
    birthYear: side(1),
    place: side(2),
    position: side(3),
    representative: side(4),
  };
}

/** Five subjects alike, each with something of each sort. */
async function people(): Promise<number[]> {
  const { db, place } = world;
  const ids: number[] = [];
  for (let n = 0; n < 5; n++) {
    const id = await makeSubject(db, {
      fullName: `Trần Văn Số ${n}`,
      birthYear: 1970 + n,
      place: n % 2 ? 'Khu 1' : null,
    });
    await makeExemplar(world, { state: n % 2 ? 'declined' : 'found', subjectId: id, plan: null });
    await makeAward(db, id, place.commune.id, `Giấy khen ${n}`);
    await db
      .insertInto('subject_alias')
      .values({ subject_id: id, name: `Anh Số ${n}` })
      .execute();
    ids.push(id);
  }
  return ids;
}

async function everything(ids: number[]) {
  const { db } = world;
  const subjects = await db.selectFrom('subject').selectAll().where('id', 'in', ids).orderBy('id').execute();
  const exemplars = await db
    .selectFrom('exemplar')
    .selectAll()
    .where('subject_id', 'in', ids)
    .orderBy('id')
    .execute();
  const awards = await db
    .selectFrom('past_award')
    .selectAll()
    .where('subject_id', 'in', ids)
    .orderBy('id')
    .execute();
  const aliases = await db
    .selectFrom('subject_alias')
    .selectAll()
    .where('subject_id', 'in', ids)
    .orderBy('id')
    .execute();
  const plain = <T extends { version?: unknown; updated_at?: unknown }>(rows: T[]) =>
    rows.map(({ version: _v, updated_at: _u, ...row }) => row);
  return {
    rows: [plain(subjects), plain(exemplars), awards, aliases],
    // an alias may come in addition, never fewer
    counts: [subjects.length, exemplars.length, awards.length],
  };
}
