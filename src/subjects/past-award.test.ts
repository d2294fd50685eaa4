import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { inOneWord, registeredSubject, subjectEvents, typedAward } from '../../test/subject-desk.ts';
import { makeAward, makeSubject, mergeSeen, versionOf } from '../../test/subject-world.ts';
import type { Actor } from '../identity/actor.ts';
import { changePastAward, type PastAwardInput, recordPastAward, removePastAward } from './past-award.ts';
import { confirmPastAward } from './past-award-confirm.ts';
import { findPastAward, pastAwardsOf } from './past-award-queries.ts';

let world: ExemplarWorld;
let formId: number;
beforeAll(async () => {
  world = await exemplarWorld();
  const form = { name: 'Bằng khen của Chủ tịch UBND tỉnh', rank: 20, level: 'province' };
  ({ id: formId } = await world.db
    .insertInto('award_form')
    .values(form)
    .returning('id')
    .executeTakeFirstOrThrow());
});
afterAll(() => world.close());

const write = (id: number, more: Partial<PastAwardInput> = {}, actor: Actor = world.unit) =>
  recordPastAward(as(world, actor), typedAward(id, more));
const confirm = (
  id: number,
  awardId: number,
  actor: Actor = world.standing,
  confirmedBy = 'Bà Hoa đã xem bản gốc',
) => confirmPastAward(as(world, actor), { id, version: null, awardId, confirmedBy });
const remove = (id: number, awardId: number, reason = 'Ghi nhầm người', actor: Actor = world.unit) =>
  removePastAward(as(world, actor), { id, version: null, awardId, reason });

describe('writing down an award from before', () => {
  it('keeps what was typed, under the office of the writer and the next version of the subject', async () => {
    const id = await registeredSubject(world);
    const award = answerOf(await write(id, { givenBy: '  Hội  Nông dân huyện ' }));
    expect(await findPastAward(world.db, id, award.id)).toMatchObject({
      name: 'Giấy khen của Hội Nông dân huyện',
      givenBy: 'Hội Nông dân huyện',
      year: 2015,
      source: 'paper',
      confirmedBy: null,
      recordedBy: world.unit.accountId,
      recordedOn: '2018-11-15',
      officeName: world.place.commune.name,
    });
    expect(await versionOf(world.db, id)).toBe(2);
    expect(await subjectEvents(world, id)).toMatchObject([
      {
        kind: 'subject.award_recorded',
        thing_version: 2,
        office_id: world.place.commune.id,
        after: { 'hình thức': 'Giấy khen của Hội Nông dân huyện', năm: 2015, ngày: '20/11/2015' },
      },
    ]);
  });

  it('takes a form of the catalogue by its name, and no form that is not there', async () => {
    const id = await registeredSubject(world);
    const of = (awardFormId: number) => write(id, { awardFormId, formWords: null });
    expect(inOneWord(await of(formId))).toBe('done');
    expect(await pastAwardsOf(world.db, id)).toMatchObject([{ name: 'Bằng khen của Chủ tịch UBND tỉnh' }]);
    expect(await of(999_999)).toMatchObject({
      refusal: { kind: 'invalid', fields: { awardFormId: /danh mục/ } },
    });
  });

  it('says what is wrong at its field, and writes nothing', async () => {
    const id = await registeredSubject(world);
    expect(await write(id, { formWords: ' ', decidedOn: '2018-11-16', year: 1900 })).toMatchObject({
      refusal: { kind: 'invalid', fields: { awardFormId: /hình thức/, decidedOn: /hôm nay/, year: /1930/ } },
    });
    expect(await pastAwardsOf(world.db, id)).toEqual([]);
    expect(await versionOf(world.db, id)).toBe(1);
    expect(await subjectEvents(world, id)).toEqual([]);
  });

  it('does not write the very same one twice; another year is another one', async () => {
    const id = await registeredSubject(world);
    answerOf(await write(id));
    expect(rulesOf(await write(id, { givenBy: 'UBND huyện' }))).toEqual(['award_already']);
    expect(inOneWord(await write(id, { year: 2014 }))).toBe('done');
  });

  it('does its work once for a double click, and refuses a form that was opened before another change', async () => {
    const id = await registeredSubject(world);
    const acting = as(world, world.unit, { requestKey: 'khoa-hai-lan-bam' });
    const first = answerOf(await recordPastAward(acting, typedAward(id, { version: 1 })));
    expect(answerOf(await recordPastAward(acting, typedAward(id, { version: 1 })))).toEqual(first);
    expect(await write(id, { version: 1, year: 2013 })).toMatchObject({
      refusal: { kind: 'stale', currentVersion: 2 },
    });
  });

  it('is not for a subject that was merged: the kept one is where it is written', async () => {
    const [kept, gone] = [
      await registeredSubject(world),
      await makeSubject(world.db, { fullName: 'Nguyễn Văn Thừ' }),
    ];
    answerOf(await mergeSeen(world, world.standing, kept, gone, { overrideReason: 'Đã hỏi gia đình' }));
    expect(rulesOf(await write(gone, {}, world.standing))).toEqual(['merged_away']);
  });
});

describe('correcting an award from before', () => {
  const change = (id: number, awardId: number, more: Partial<PastAwardInput>, actor: Actor = world.unit) =>
    changePastAward(as(world, actor), { ...typedAward(id, more), awardId });

  it('tells what it was and what it is', async () => {
    const id = await registeredSubject(world);
    const award = answerOf(await write(id));
    answerOf(await change(id, award.id, { year: 2014, number: null }));
    const [, event] = await subjectEvents(world, id);
    expect(event).toMatchObject({
      kind: 'subject.award_changed',
      thing_version: 3,
      before: { năm: 2015, 'số quyết định': '45/QĐ-HND' },
      after: { năm: 2014, 'số quyết định': null },
    });
    expect(await findPastAward(world.db, id, award.id)).toMatchObject({ year: 2014, number: null });
  });

  it('drops a confirmation with what was confirmed, and keeps it where only the source changes', async () => {
    const id = await registeredSubject(world);
    const award = answerOf(await write(id));
    answerOf(await confirm(id, award.id));
    answerOf(await change(id, award.id, { source: 'told' }));
    expect(await findPastAward(world.db, id, award.id)).toMatchObject({
      confirmedBy: 'Bà Hoa đã xem bản gốc',
    });
    answerOf(await change(id, award.id, { year: 2014 }, world.lead));
    expect(await findPastAward(world.db, id, award.id)).toMatchObject({
      confirmedBy: null,
      recordedBy: world.lead.accountId,
    });
    // whoever wrote what stands there now is another than who wrote it first
    expect(inOneWord(await confirm(id, award.id, world.lead))).toBe('not_own_award');
    expect(inOneWord(await confirm(id, award.id, world.unit))).toBe('done');
  });

  it('is refused where nothing changed, where it becomes one that is there, and where there is no such one', async () => {
    const id = await registeredSubject(world);
    const award = answerOf(await write(id));
    answerOf(await write(id, { year: 2014 }));
    expect(inOneWord(await change(id, award.id, {}))).toBe('nothing_changed');
    expect(inOneWord(await change(id, award.id, { year: 2014 }))).toBe('award_already');
    expect(inOneWord(await change(id, 999_999, { year: 2013 }))).toBe('not_found');
    const other = await registeredSubject(world);
    const theirs = await makeAward(world.db, other, world.place.commune.id);
    expect(inOneWord(await change(id, theirs, { year: 2013 }))).toBe('not_found');
    expect(await change(id, award.id, { year: 1900, version: null })).toMatchObject({
      refusal: { kind: 'invalid', fields: { year: /1930/ } },
    });
  });
});

describe('taking an award from before away', () => {
  it('asks for the reason, and keeps in the history what it was', async () => {
    const id = await registeredSubject(world);
    const award = answerOf(await write(id));
    expect(await remove(id, award.id, ' ')).toMatchObject({
      refusal: { kind: 'invalid', fields: { reason: /lý do/ } },
    });
    answerOf(await remove(id, award.id));
    expect(await pastAwardsOf(world.db, id)).toEqual([]);
    expect((await subjectEvents(world, id)).at(-1)).toMatchObject({
      kind: 'subject.award_removed',
      reason: 'Ghi nhầm người',
      before: { 'hình thức': 'Giấy khen của Hội Nông dân huyện', năm: 2015 },
    });
    expect(inOneWord(await remove(id, award.id))).toBe('not_found');
  });

  it('takes with it the sight of a subject of which nothing else lies there', async () => {
    const id = await makeSubject(world.db);
    const award = await makeAward(world.db, id, world.place.commune.id);
    expect(inOneWord(await remove(id, award, 'Ghi nhầm', world.stranger))).toBe('not_found');
    expect(inOneWord(await remove(id, award))).toBe('done');
    expect(inOneWord(await write(id))).toBe('not_found');
  });
});
