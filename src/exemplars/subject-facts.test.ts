import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rowOf,
} from '../../test/oracles/exemplar-world.ts';
import { everybody, inOneWord, registeredSubject, subjectEvents } from '../../test/subject-desk.ts';
import { makeAward, makeSubject, mergeSeen, versionOf } from '../../test/subject-world.ts';
import type { Actor } from '../identity/actor.ts';
import { changeExemplar } from './change.ts';
import { type ChangeSubjectFactsInput, changeSubjectFacts } from './subject-facts.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const input = (id: number, more: Partial<ChangeSubjectFactsInput> = {}): ChangeSubjectFactsInput => ({
  id,
  version: null,
  kind: null,
  fullName: 'Nguyễn Văn Thử',
  birthYear: 1970,
  place: 'khu 3, xã Thử',
  position: null,
  representative: null,
  ...more,
});
const change = (id: number, more: Partial<ChangeSubjectFactsInput> = {}, actor: Actor = world.standing) =>
  changeSubjectFacts(as(world, actor), input(id, more));

describe('correcting what is known of a subject', () => {
  it('corrects it in all its registrations, each with its own line and version, and in its own history', async () => {
    const id = await makeSubject(world.db, { place: 'khu 1' });
    const files = [
      await makeExemplar(world, { state: 'found', plan: null, subjectId: id }),
      await makeExemplar(world, { state: 'withdrawn', subjectId: id, officeId: world.place.otherCommune.id }),
    ];
    answerOf(await change(id, { fullName: ' Nguyễn  Văn Thứ ' }));
    expect(await subjectEvents(world, id)).toMatchObject([
      {
        kind: 'subject.changed',
        thing_version: 2,
        before: { tên: 'Nguyễn Văn Thử', 'nơi ở, địa chỉ': 'khu 1' },
        after: { tên: 'Nguyễn Văn Thứ', 'nơi ở, địa chỉ': 'khu 3, xã Thử' },
      },
    ]);
    expect(await versionOf(world.db, id)).toBe(2);
    for (const file of files) {
      expect(await rowOf(world, file)).toMatchObject({ full_name: 'Nguyễn Văn Thứ', version: 2 });
      expect((await eventsOf(world, file)).at(-1)).toMatchObject({
        kind: 'exemplar.changed',
        thing_version: 2,
      });
    }
  });

  it('is refused where nothing changed, where input is wrong, and from a form opened before another change', async () => {
    const id = await registeredSubject(world);
    expect(inOneWord(await change(id, { place: null }))).toBe('nothing_changed');
    expect(await change(id, { fullName: '…', birthYear: 2019 })).toMatchObject({
      refusal: { kind: 'invalid', fields: { fullName: /chữ/, birthYear: /1880/ } },
    });
    expect(await change(id, { version: 7 })).toMatchObject({ refusal: { kind: 'stale', currentVersion: 1 } });
    expect(inOneWord(await change(999_999))).toBe('not_found');
    expect(await subjectEvents(world, id)).toEqual([]);
    expect(await versionOf(world.db, id)).toBe(1);
  });

  it('leaves the kind to the registration where there is one', async () => {
    const id = await registeredSubject(world);
    expect(inOneWord(await change(id, { kind: 'household' }))).toBe('kind_registered');
    const bare = await makeSubject(world.db);
    await makeAward(world.db, bare, world.place.commune.id);
    expect(inOneWord(await change(bare, { kind: 'household' }, world.unit))).toBe('done');
    expect(await change(bare, { kind: 'collective' })).toMatchObject({
      refusal: { kind: 'invalid', fields: { birthYear: /Tập thể/ } },
    });
  });

  it('asks for a say in every registration, also in those that the corrector does not see', async () => {
    const id = await makeSubject(world.db);
    await makeExemplar(world, { state: 'found', plan: null, subjectId: id });
    expect(inOneWord(await change(id, {}, world.unit))).toBe('done');
    await makeExemplar(world, {
      state: 'found',
      plan: null,
      subjectId: id,
      officeId: world.place.otherCommune.id,
    });
    expect(inOneWord(await change(id, { birthYear: 1971 }, world.unit))).toBe('subject_shared');
    expect(inOneWord(await change(id, { birthYear: 1971 }))).toBe('done');
  });

  it('is not for one that was merged', async () => {
    const [kept, gone] = [await registeredSubject(world), await makeSubject(world.db)];
    answerOf(await mergeSeen(world, world.standing, kept, gone, { overrideReason: 'Đã hỏi' }));
    expect(inOneWord(await change(gone))).toBe('merged_away');
  });

  it('is done by officers who may write in the registration', async () => {
    const answers: Record<string, string> = {};
    for (const [name, actor] of Object.entries(await everybody(world))) {
      const id = await makeSubject(world.db);
      await makeExemplar(world, { state: 'returned', subjectId: id });
      answers[name] = inOneWord(await change(id, {}, actor));
    }
    expect(answers).toEqual({
      unit: 'done',
      lead: 'done',
      standing: 'done',
      council: 'wrong_role',
      leader: 'wrong_role',
      press: 'wrong_role',
      viewer: 'wrong_role',
      admin: 'wrong_role',
      stranger: 'not_found',
    });
  });

  it('is told in the history of the subject as well where a registration is corrected', async () => {
    const id = await makeSubject(world.db, { fullName: 'Lê Văn Cũ' });
    const file = await makeExemplar(world, { state: 'found', plan: null, subjectId: id });
    const row = await rowOf(world, file);
    answerOf(
      await changeExemplar(as(world, world.unit), {
        id: file,
        version: null,
        subject: { ...input(id), kind: 'individual', fullName: 'Lê Văn Mới' },
        ...{ planId: null, fieldId: null, movementId: null, breadth: 'aspect', title: null },
        ...{ statement: row.statement, origin: 'office', sources: [], sourceNote: null, fieldHint: null },
        foundOn: row.found_on,
      }),
    );
    expect(await subjectEvents(world, id)).toMatchObject([
      {
        kind: 'subject.changed',
        thing_version: 2,
        before: { tên: 'Lê Văn Cũ' },
        after: { tên: 'Lê Văn Mới' },
      },
    ]);
  });
});
