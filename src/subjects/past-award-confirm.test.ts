import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, as, type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import {
  everybody,
  inOneWord,
  registeredSubject,
  subjectEvents,
  typedAward,
} from '../../test/subject-desk.ts';
import { makeAward } from '../../test/subject-world.ts';
import type { Actor } from '../identity/actor.ts';
import { changePastAward, type PastAwardInput, recordPastAward, removePastAward } from './past-award.ts';
import { confirmPastAward } from './past-award-confirm.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
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

describe('confirming an award from before', () => {
  it('is for another than who wrote it, once, with words', async () => {
    const id = await registeredSubject(world);
    const award = answerOf(await write(id));
    expect(inOneWord(await confirm(id, award.id, world.unit))).toBe('not_own_award');
    expect(await confirm(id, award.id, world.standing, '  ')).toMatchObject({
      refusal: { kind: 'invalid', fields: { confirmedBy: /ai đã xem/ } },
    });
    expect(await confirm(id, award.id, world.standing, 'a'.repeat(201))).toMatchObject({
      refusal: { kind: 'invalid', fields: { confirmedBy: /200/ } },
    });
    expect(inOneWord(await confirm(id, award.id))).toBe('done');
    expect(inOneWord(await confirm(id, award.id))).toBe('confirmed_already');
    expect((await subjectEvents(world, id)).at(-1)).toMatchObject({
      kind: 'subject.award_confirmed',
      after: { 'người xác nhận': 'Bà Hoa đã xem bản gốc', 'hình thức': 'Giấy khen của Hội Nông dân huyện' },
    });
    expect(inOneWord(await confirm(id, 999_999))).toBe('not_found');
  });
});

describe('who may write about awards from before', () => {
  it('officers of the unit, of the lead office and of the standing body; who only reads is told why not', async () => {
    const people = await everybody(world);
    const answers: Record<string, string[]> = {};
    for (const [name, actor] of Object.entries(people)) {
      const id = await registeredSubject(world);
      const [changed, confirmed, removed] = [
        await makeAward(world.db, id, world.place.commune.id, 'Một'),
        await makeAward(world.db, id, world.place.commune.id, 'Hai'),
        await makeAward(world.db, id, world.place.commune.id, 'Ba'),
      ];
      answers[name] = [
        inOneWord(await write(id, {}, actor)),
        inOneWord(
          await changePastAward(as(world, actor), { ...typedAward(id, { year: 2012 }), awardId: changed }),
        ),
        inOneWord(await confirm(id, confirmed, actor)),
        inOneWord(await remove(id, removed, 'Nhầm', actor)),
      ];
    }
    const all = (answer: string) => [answer, answer, answer, answer];
    expect(answers).toEqual({
      unit: all('done'),
      lead: all('done'),
      standing: all('done'),
      council: all('wrong_role'),
      leader: all('wrong_role'),
      press: all('wrong_role'),
      viewer: all('wrong_role'),
      admin: all('wrong_role'),
      stranger: all('not_found'),
    });
  });
});
