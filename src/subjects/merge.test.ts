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
  makeSubject,
  mergeSeen,
  subjectRow,
  twoOfOne,
  undoMerge,
  versionOf,
} from '../../test/subject-world.ts';
import { mergeSubjects } from './merge.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('merging two subjects', () => {
  it('moves everything to the one that is kept, keeps the other name, and tells both histories', async () => {
    const { one, other, files, award } = await twoOfOne(world);
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
    expect((await subjectRow(world, other)).merged_into_id).toBe(one);
    const told = await db
      .selectFrom('audit_event')
      .select(['kind', 'thing_id'])
      .where('reason', '=', 'Cùng một người')
      .where('thing_id', 'in', [one, other, ...files])
      .orderBy('id')
      .execute();
    expect(told).toEqual([
      { kind: 'exemplar.subject_rewritten', thing_id: files[0] },
      { kind: 'exemplar.subject_changed', thing_id: files[1] },
      { kind: 'subject.merged_away', thing_id: other },
      { kind: 'subject.merged', thing_id: one },
    ]);
    answerOf(await undoMerge(world, mergeId));
    expect((await subjectRow(world, other)).merged_into_id).toBeNull();
  });

  it('asks for the page with the difference: the versions of both, as they are now', async () => {
    const { one, other } = await twoOfOne(world);
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
    const { one, other } = await twoOfOne(world);
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
    const again = await twoOfOne(world);
    const crossed = await Promise.all([
      mergeSeen(world, world.standing, again.one, again.other),
      mergeSeen(world, world.standing, again.other, again.one),
    ]);
    expect(crossed.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('leads whoever still registers the one that is gone to the one that was kept', async () => {
    const { one, other } = await twoOfOne(world);
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

it('counts the version of a subject up with every change', async () => {
  const { one, other } = await twoOfOne(world);
  answerOf(await mergeSeen(world, world.standing, one, other));
  expect(await versionOf(world.db, one)).toBe(2);
});
