import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProposed } from '../../test/desks-world.ts';
import { makeActor, makeOffice } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { choose, decline } from '../exemplars/commands.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import { findExemplar } from '../exemplars/queries.ts';
import type { Actor } from '../identity/actor.ts';
import { notFound } from '../platform/outcome.ts';
import { answerOpinion } from './answer-opinion.ts';
import { askOpinion } from './ask-opinion.ts';
import { nameGap } from './name-gap.ts';
import { opinionState } from './opinion-rules.ts';
import { opinionsOf } from './opinions.ts';
import { deskOf } from './stay.ts';

let world: ExemplarWorld;
let health: { id: number; name: string };
/** An officer of the office that is asked, and one who only looks on there. */
let asked: Actor & { accountId: number };
let onlooker: Actor & { accountId: number };
beforeAll(async () => {
  world = await exemplarWorld();
  health = await makeOffice(world.db, world.place.province, { name: 'Sở Y tế thử', kind: 'department' });
  asked = await makeActor(world.db, [['unit', health, 'own']]);
  onlooker = await makeActor(world.db, [['viewer', health, 'own']]);
});
afterAll(() => world.close());

const DUE = '2018-11-20';
const ask = (id: number, by: Actor, change: { officeId?: number; dueOn?: string } = {}) =>
  askOpinion(as(world, by), exemplarPaper, {
    ...{ id, version: null, officeId: health.id, question: 'Có đạt an toàn thực phẩm không?', dueOn: DUE },
    ...change,
  });
const answer = (id: number, opinionId: number, by: Actor, day = '2018-11-16') =>
  answerOpinion(as(world, by, { day }), exemplarPaper, {
    id,
    version: null,
    opinionId,
    answer: 'Đạt yêu cầu',
  });
const gap = (id: number, opinionId: number, by: Actor, day = '2018-11-21') =>
  nameGap(as(world, by, { day }), exemplarPaper, { id, version: null, opinionId, reason: 'Đã nhắc hai lần' });

async function askedAbout(by: Actor = world.lead): Promise<[id: number, opinionId: number]> {
  const id = await makeProposed(world);
  return [id, answerOf(await ask(id, by)).opinionId];
}

describe('an office that is asked', () => {
  it('reads the paper from then on and answers; the paper stays where it lies', async () => {
    const id = await makeProposed(world);
    expect(await findExemplar(world.db, asked, id)).toBeNull();
    const { opinionId } = answerOf(await ask(id, world.lead));
    expect(await findExemplar(world.db, asked, id)).toMatchObject({ id, roles: new Set() });
    expect(await findExemplar(world.db, onlooker, id)).toBeNull();
    answerOf(await answer(id, opinionId, asked));
    expect(await opinionsOf(world.db, 'exemplar', id)).toMatchObject([
      { officeName: 'Sở Y tế thử', answer: 'Đạt yêu cầu', answeredOn: '2018-11-16', gapOn: null },
    ]);
    expect((await deskOf(world.db, 'exemplar', id))?.officeId).toBe(world.place.lead.id);
    const kinds = (await eventsOf(world, id)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['exemplar.opinion_asked', 'exemplar.opinion_given']);
  });

  it('holds a decision back until it has answered, whatever the reason to go on', async () => {
    const [id, opinionId] = await askedAbout();
    const step = { id, version: null, reason: 'Chưa đủ', overrideReason: 'Cần gấp' };
    expect(rulesOf(await choose(as(world, world.lead), step))).toEqual(['opinion_awaited']);
    expect(rulesOf(await decline(as(world, world.lead), step))).toEqual(['opinion_awaited']);
    answerOf(await answer(id, opinionId, asked));
    expect(answerOf(await choose(as(world, world.lead), step)).state).toBe('nurtured');
  });

  it('answers once, for itself and for no other', async () => {
    const [id, opinionId] = await askedAbout();
    expect(await answer(id, opinionId, onlooker)).toEqual(notFound());
    for (const who of [world.lead, world.standing, world.unit])
      expect(rulesOf(await answer(id, opinionId, who))).toEqual(['wrong_side']);
    const second = answerOf(await ask(id, world.lead, { officeId: world.place.standing.id })).opinionId;
    expect(rulesOf(await answer(id, second, asked))).toEqual(['wrong_side']);
    answerOf(await answer(id, opinionId, asked));
    expect(rulesOf(await answer(id, opinionId, asked))).toEqual(['answered']);
    expect(rulesOf(await gap(id, opinionId, world.lead))).toEqual(['answered']);
  });
});

describe('a gap', () => {
  it('lets the paper go on by name with a reason that stays; what comes late is kept as a supplement', async () => {
    const [id, opinionId] = await askedAbout();
    answerOf(await gap(id, opinionId, world.lead));
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({
      ...{
        kind: 'exemplar.opinion_gap_named',
        reason: 'Đã nhắc hai lần',
        after: { 'cơ quan': 'Sở Y tế thử' },
      },
    });
    const step = { id, version: null, onDay: '2018-11-22' };
    answerOf(await choose(as(world, world.lead, { day: '2018-11-22' }), step));
    answerOf(await answer(id, opinionId, asked, '2018-12-01'));
    const [opinion] = await opinionsOf(world.db, 'exemplar', id);
    expect(opinion).toMatchObject({
      answer: 'Đạt yêu cầu',
      gapReason: 'Đã nhắc hai lần',
      gapOn: '2018-11-21',
    });
    expect(opinion && opinionState(opinion, '2018-12-02')).toBe('supplement');
    expect((await eventsOf(world, id)).at(-1)?.after).toMatchObject({
      'bổ sung sau ngày đi tiếp': '21/11/2018',
    });
  });

  it('is named by who holds the paper or stands above it, once, and by nobody else', async () => {
    const [id, opinionId] = await askedAbout(world.standing);
    for (const who of [world.unit, asked])
      expect(rulesOf(await gap(id, opinionId, who))).toEqual(['wrong_side']);
    expect(await gap(id, opinionId, world.stranger)).toEqual(notFound());
    answerOf(await gap(id, opinionId, world.leader));
    expect(rulesOf(await gap(id, opinionId, world.lead))).toEqual(['gap_named']);
  });

  it('is of an opinion on this very paper', async () => {
    const [id] = await askedAbout();
    const [, foreign] = await askedAbout();
    expect(await gap(id, foreign, world.lead)).toEqual(notFound());
    expect(await answer(id, foreign, asked)).toEqual(notFound());
  });
});

describe('asking', () => {
  it('is for who holds the paper or stands above it', async () => {
    const id = await makeProposed(world);
    expect(rulesOf(await ask(id, world.unit))).toEqual(['wrong_side']);
    expect(await ask(id, world.stranger)).toEqual(notFound());
    expect((await ask(id, world.leader)).ok).toBe(true);
  });

  it('is refused at the field: who wrote it, who holds it, who is asked already, who is not there; a day that is past', async () => {
    const [id] = await askedAbout();
    const { commune, lead } = world.place;
    for (const officeId of [commune.id, lead.id, health.id, 999_999]) {
      const outcome = await ask(id, world.lead, { officeId });
      expect(outcome).toMatchObject({
        refusal: { kind: 'invalid', fields: { officeId: expect.any(String) } },
      });
    }
    expect(
      await ask(id, world.lead, { officeId: world.place.standing.id, dueOn: '2018-11-14' }),
    ).toMatchObject({
      refusal: { fields: { dueOn: expect.any(String) } },
    });
    expect(await opinionsOf(world.db, 'exemplar', id)).toHaveLength(1);
  });

  it('can be done again once the office has answered', async () => {
    const [id, opinionId] = await askedAbout();
    answerOf(await answer(id, opinionId, asked));
    expect((await ask(id, world.lead)).ok).toBe(true);
  });
});
