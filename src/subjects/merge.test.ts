// long: a merge and its undoing are tested on one world, with the same pairs
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import {
  BELONGINGS,
  KEEP_ALL,
  makeAward,
  makeSubject,
  mergeSeen,
  versionOf,
} from '../../test/subject-world.ts';
import { addAlias } from './alias.ts';
import { mergeSubjects } from './merge.ts';
import { unmergeSubjects } from './unmerge.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const undo = (mergeId: number, overrideReason: string | null = null) =>
  unmergeSubjects(as(world, world.standing), BELONGINGS, {
    mergeId,
    version: null,
    reason: 'Gộp nhầm',
    overrideReason,
    apart: false,
  });

/** Two subjects of one person, each with a file and an award. */
async function two(options: { plan?: null } = {}) {
  const { db, place } = world;
  const one = await makeSubject(db, { fullName: 'Nguyễn Thị Hoà' });
  const other = await makeSubject(db, { fullName: 'Nguyễn Thị Hòa' });
  const files = [
    await makeExemplar(world, { state: 'nurtured', subjectId: one }),
    await makeExemplar(world, {
      state: 'found',
      subjectId: other,
      plan: options.plan === null ? null : null,
    }),
  ] as const;
  const award = await makeAward(db, other, place.commune.id);
  return { one, other, files, award };
}

const subjectRow = (id: number) =>
  world.db.selectFrom('subject').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('merging two subjects', () => {
  it('moves everything to the one that is kept, keeps the other name, and tells both histories', async () => {
    const { one, other, files, award } = await two();
    const { mergeId } = answerOf(await mergeSeen(world, world.standing, one, other));
    const { db } = world;
    const file = await db
      .selectFrom('exemplar')
      .selectAll()
      .where('id', '=', files[1])
      .executeTakeFirstOrThrow();
    expect(file).toMatchObject({ subject_id: one, full_name: 'Nguyễn Thị Hoà', state: 'found' });
    expect(await db.selectFrom('past_award').select('subject_id').where('id', '=', award).execute()).toEqual([
      { subject_id: one },
    ]);
    expect(
      await db.selectFrom('subject_alias').select('name').where('subject_id', '=', one).execute(),
    ).toEqual([{ name: 'Nguyễn Thị Hòa' }]);
    expect((await subjectRow(other)).merged_into_id).toBe(one);
    const told = await db
      .selectFrom('audit_event')
      .select(['kind', 'thing_id'])
      .where('reason', '=', 'Cùng một người')
      .where('thing_id', 'in', [one, other, files[1]])
      .orderBy('id')
      .execute();
    expect(told).toEqual([
      { kind: 'exemplar.subject_changed', thing_id: files[1] },
      { kind: 'subject.merged_away', thing_id: other },
      { kind: 'subject.merged', thing_id: one },
    ]);
    answerOf(await undo(mergeId));
    expect((await subjectRow(other)).merged_into_id).toBeNull();
  });

  it('asks for the page with the difference: the versions of both, as they are now', async () => {
    const { one, other } = await two();
    expect(rulesOf(await mergeSeen(world, world.standing, one, other, { goneVersion: null }))).toEqual([
      'difference_not_shown',
    ]);
    expect(rulesOf(await mergeSeen(world, world.standing, one, other, { goneVersion: 99 }))).toEqual([
      'other_changed',
    ]);
    expect(await mergeSeen(world, world.standing, one, other, { keptVersion: 99 })).toMatchObject({
      refusal: { kind: 'stale' },
    });
    expect(await mergeSeen(world, world.standing, one, other, { reason: ' ' })).toMatchObject({
      refusal: { kind: 'invalid', fields: { reason: /vì sao/ } },
    });
  });

  it('never goes by the name alone: something else agrees, or somebody says how it is known', async () => {
    const { db } = world;
    const one = await makeSubject(db, { fullName: 'Lê Văn Trùng', birthYear: null });
    const other = await makeSubject(db, { fullName: 'Lê Văn Trùng', birthYear: null });
    expect(rulesOf(await mergeSeen(world, world.standing, one, other))).toEqual(['only_name']);
    answerOf(
      await mergeSeen(world, world.standing, one, other, { overrideReason: 'Đã gọi điện hỏi gia đình' }),
    );
  });

  it('stands back from births apart and from other kinds', async () => {
    const { db } = world;
    const one = await makeSubject(db, { birthYear: 1970, place: 'Khu 7, xã Hy Cương' });
    const young = await makeSubject(db, { birthYear: 1990, place: 'khu 7, xã hy cương' });
    const group = await makeSubject(db, { kind: 'collective', birthYear: null, place: 'Khu 7, xã Hy Cương' });
    expect(rulesOf(await mergeSeen(world, world.standing, one, young))).toEqual(['births_differ']);
    expect(
      rulesOf(await mergeSeen(world, world.standing, one, group, { overrideReason: 'Vẫn gộp' })),
    ).toEqual(['kinds_differ']);
  });

  it('waits until two living files in one field have become one', async () => {
    const { db } = world;
    const one = await makeSubject(db);
    const other = await makeSubject(db);
    await makeExemplar(world, { state: 'nurtured', subjectId: one });
    const second = await makeExemplar(world, { state: 'found', subjectId: other });
    const outcome = await mergeSeen(world, world.standing, one, other, { overrideReason: 'Vẫn gộp' });
    expect(outcome).toMatchObject({
      refusal: { reasons: [{ rule: 'living_in_one_field', href: `/dien-hinh/${second}` }] },
    });
    await db.updateTable('exemplar').set({ state: 'declined' }).where('id', '=', second).execute();
    answerOf(await mergeSeen(world, world.standing, one, other));
  });

  it('is for whoever is over both, everywhere they lie', async () => {
    const { db, place } = world;
    const one = await makeSubject(db);
    const other = await makeSubject(db);
    await makeExemplar(world, { state: 'found', subjectId: one, plan: null });
    await makeExemplar(world, { state: 'found', subjectId: other, plan: null });
    const far = await makeExemplar(world, {
      state: 'found',
      subjectId: other,
      plan: null,
      officeId: place.otherCommune.id,
    });
    expect(rulesOf(await mergeSeen(world, world.unit, one, other))).toEqual(['not_whole']);
    expect(await mergeSeen(world, world.stranger, one, other)).toMatchObject({
      refusal: { kind: 'not_found' },
    });
    expect(rulesOf(await mergeSeen(world, world.leader, one, other))).toEqual(['not_whole']);
    await db.updateTable('exemplar').set({ office_id: place.commune.id }).where('id', '=', far).execute();
    answerOf(await mergeSeen(world, world.unit, one, other));
  });

  it('clicked twice, or of both into each other at once, merges once', async () => {
    const { one, other } = await two();
    const input = {
      keptId: one,
      goneId: other,
      keptVersion: 1,
      goneVersion: 1,
      choice: KEEP_ALL,
      reason: 'Một người',
      overrideReason: null,
    };
    const acting = as(world, world.standing, { requestKey: 'merge-subjects-1' });
    const clicks = await Promise.all([1, 2].map(() => mergeSubjects(acting, BELONGINGS, input)));
    expect(answerOf(clicks[0] as never)).toEqual(answerOf(clicks[1] as never));
    const again = await two();
    const crossed = await Promise.all([
      mergeSeen(world, world.standing, again.one, again.other),
      mergeSeen(world, world.standing, again.other, again.one),
    ]);
    expect(crossed.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('leads whoever still registers the one that is gone to the one that was kept', async () => {
    const { one, other } = await two();
    answerOf(await mergeSeen(world, world.standing, one, other));
    const id = await makeExemplar(world, { state: 'found', subjectId: other, plan: null });
    expect(
      await world.db
        .selectFrom('exemplar')
        .select(['subject_id', 'full_name'])
        .where('id', '=', id)
        .execute(),
    ).toEqual([{ subject_id: one, full_name: 'Nguyễn Thị Hoà' }]);
  });
});

describe('undoing a merge', () => {
  it('names what stands against it: a later merge, a later correction, a file merged across', async () => {
    const first = await two();
    const third = await makeSubject(world.db);
    const { mergeId } = answerOf(await mergeSeen(world, world.standing, first.one, first.other));
    const later = answerOf(await mergeSeen(world, world.standing, third, first.one));
    expect(rulesOf(await undo(mergeId))).toEqual(['merged_later']);
    answerOf(await undo(later.mergeId));
    await world.db.updateTable('subject').set({ birth_year: 1971 }).where('id', '=', first.one).execute();
    expect(rulesOf(await undo(mergeId))).toEqual(['corrected_since']);
    answerOf(await undo(mergeId, 'Năm sinh đã sửa là đúng'));
    expect(await subjectRow(first.one)).toMatchObject({ birth_year: 1971, full_name: 'Nguyễn Thị Hoà' });
    expect(rulesOf(await undo(mergeId, 'Lại'))).toEqual(['undone_already']);
  });

  it('leaves with the kept one what was written of it since', async () => {
    const { one, other } = await two();
    const { mergeId } = answerOf(await mergeSeen(world, world.standing, one, other));
    const alias = answerOf(
      await addAlias(as(world, world.standing), { id: one, version: null, name: 'Bà Hoà Bưởi', note: null }),
    );
    answerOf(await undo(mergeId));
    expect(
      await world.db
        .selectFrom('subject_alias')
        .select(['id', 'subject_id'])
        .where('subject_id', 'in', [one, other])
        .execute(),
    ).toEqual([{ id: alias.id, subject_id: one }]);
  });

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
          for (const mergeId of done.reverse()) answerOf(await undo(mergeId));
          expect(await everything(ids)).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

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

it('counts the version of a subject up with every change', async () => {
  const { one, other } = await two();
  answerOf(await mergeSeen(world, world.standing, one, other));
  expect(await versionOf(world.db, one)).toBe(2);
});
