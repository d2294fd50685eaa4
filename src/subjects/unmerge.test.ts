import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { makeSubject, mergeSeen, subjectRow, twoOfOne, undoMerge } from '../../test/subject-world.ts';
import { addAlias } from './alias.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

describe('undoing a merge', () => {
  it('names what stands against it: a later merge, a later correction, a file merged across', async () => {
    const first = await twoOfOne(world);
    const third = await makeSubject(world.db);
    const { mergeId } = answerOf(await mergeSeen(world, world.standing, first.one, first.other));
    const later = answerOf(await mergeSeen(world, world.standing, third, first.one));
    expect(rulesOf(await undoMerge(world, mergeId))).toEqual(['merged_later']);
    answerOf(await undoMerge(world, later.mergeId));
    await world.db.updateTable('subject').set({ birth_year: 1971 }).where('id', '=', first.one).execute();
    expect(rulesOf(await undoMerge(world, mergeId))).toEqual(['corrected_since']);
    answerOf(await undoMerge(world, mergeId, 'Năm sinh đã sửa là đúng'));
    expect(await subjectRow(world, first.one)).toMatchObject({
      birth_year: 1971,
      full_name: 'Nguyễn Thị Hoà',
    });
    expect(rulesOf(await undoMerge(world, mergeId, 'Lại'))).toEqual(['undone_already']);
  });

  it('leaves with the kept one what was written of it since', async () => {
    const { one, other } = await twoOfOne(world);
    const { mergeId } = answerOf(await mergeSeen(world, world.standing, one, other));
    const alias = answerOf(
      await addAlias(as(world, world.standing), { id: one, version: null, name: 'Bà Hoà Bưởi', note: null }),
    );
    answerOf(await undoMerge(world, mergeId));
    expect(
      await world.db
        .selectFrom('subject_alias')
        .select(['id', 'subject_id'])
        .where('subject_id', 'in', [one, other])
        .execute(),
    ).toEqual([{ id: alias.id, subject_id: one }]);
  });
});
