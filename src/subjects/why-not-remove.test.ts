import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingAs } from '../../test/factories.ts';
import { importedPeople } from '../../test/imported-people.ts';
import { answerOf, as, type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject, mergeSeen, undoMerge } from '../../test/subject-world.ts';
import { undoBatch } from '../imports/steps.ts';
import { addAlias } from './alias.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const undo = (id: number) =>
  undoBatch(actingAs(world.db, world.unit), { id, version: null, reason: 'nhầm tệp' });

async function sentencesOf(id: number): Promise<string> {
  const outcome = await undo(id);
  expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
  return outcome.ok || outcome.refusal.kind !== 'refused'
    ? ''
    : outcome.refusal.reasons.map(({ sentence }) => sentence).join(' ');
}

it('a list is not undone while a subject that it made has another name, and says which', async () => {
  const { batchId, subjects } = await importedPeople(world, ['Cù Thị Một', 'Cù Thị Hai']);
  const [one = 0] = subjects;
  answerOf(
    await addAlias(as(world, world.standing), { id: one, version: null, name: 'Bà Tròn', note: null }),
  );
  const told = await sentencesOf(batchId);
  expect(told).toContain(
    `Không hoàn tác được: đã ghi tên khác hoặc khen thưởng cho Cù Thị Một (chủ thể số ${one})`,
  );
  expect(told).not.toContain('Hai');
  await world.db.deleteFrom('subject_alias').where('subject_id', '=', one).execute();
  answerOf(await undo(batchId));
});

it('nor while one has an award from elsewhere', async () => {
  const { batchId, subjects } = await importedPeople(world, ['Ma Văn Ba']);
  await makeAward(world.db, subjects[0] ?? 0, world.place.commune.id);
  expect(await sentencesOf(batchId)).toContain('Ma Văn Ba');
});

it('nor once one was merged, also where that was undone: its history names it for ever', async () => {
  const { batchId, subjects } = await importedPeople(world, ['Đèo Văn Bốn']);
  const other = await makeSubject(world.db, { fullName: 'Đèo Văn Bốn', birthYear: 1961 });
  const merged = await mergeSeen(world, world.standing, other, subjects[0] ?? 0, {
    overrideReason: 'Đã hỏi',
  });
  const { mergeId } = answerOf(merged);
  expect(await sentencesOf(batchId)).toContain('đã gộp, ghi tên khác hoặc khen thưởng cho Đèo Văn Bốn');
  answerOf(await undoMerge(world, mergeId));
  expect(await sentencesOf(batchId)).toContain('Đèo Văn Bốn');
});

it('is undone though the search has found a subject of it like another', async () => {
  const { batchId, subjects } = await importedPeople(world, ['Lò Thị Năm']);
  const [one = 0] = subjects;
  const other = await makeSubject(world.db, { fullName: 'Lò Thị Năm' });
  await world.db
    .insertInto('subject_pair')
    .values({
      ...{ one_id: Math.min(one, other), other_id: Math.max(one, other), strength: 'possible' },
      ...{ reasons: '[]', found_from: one, found_on: '2018-11-15' },
    })
    .execute();
  answerOf(await undo(batchId));
  expect(await world.db.selectFrom('subject').select('id').where('id', '=', one).execute()).toEqual([]);
});
