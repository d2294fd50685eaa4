import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProposed, makeProposedAgain, reasonsOf } from '../../test/desks-world.ts';
import { makeActor, makeOffice } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { choose, hold, putOnWaitingList, resume, return_ } from '../exemplars/commands.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import { findExemplar } from '../exemplars/queries.ts';
import type { Actor } from '../identity/actor.ts';
import { notFound, stale } from '../platform/outcome.ts';
import { type Reassignment, reassignPaper } from './reassign.ts';
import { deskOf, staysOf } from './stay.ts';

let world: ExemplarWorld;
/** An officer of another department. */
let other: Actor & { accountId: number };
let otherOffice: { id: number; name: string };
beforeAll(async () => {
  world = await exemplarWorld();
  otherOffice = await makeOffice(world.db, world.place.province, { name: 'Sở Khác', kind: 'department' });
  other = await makeActor(world.db, [['unit', otherOffice, 'own']]);
});
afterAll(() => world.close());

const move = (id: number, by: Actor, change: Partial<Reassignment> = {}) =>
  reassignPaper(as(world, by), exemplarPaper, {
    ...{
      id,
      version: null,
      officeId: otherOffice.id,
      dueOn: '2018-11-30',
      reason: 'Sở Khác theo dõi',
      stayId: null,
    },
    ...change,
  });

describe('a paper moved to another desk by an office above', () => {
  it('lies there with its reason and its day, still waiting for the same, and the history says so', async () => {
    const id = await makeProposed(world);
    answerOf(await move(id, world.standing));
    expect(await deskOf(world.db, 'exemplar', id)).toMatchObject({
      ...{ officeId: otherOffice.id, since: '2018-11-15', dueOn: '2018-11-30' },
      ...{ waitsFor: 'quyết định lựa chọn', reason: 'Sở Khác theo dõi' },
    });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({
      kind: 'exemplar.desk_moved',
      before: { 'ở bàn của': world.place.lead.name },
      after: { 'ở bàn của': 'Sở Khác', hạn: '30/11/2018' },
      reason: 'Sở Khác theo dõi',
    });
    expect((await rowOf(world, id)).version).toBe(3);
    expect((await eventsOf(world, id)).map(({ thing_version }) => thing_version)).toEqual([2, 3]);
  });

  it('is seen and decided by who holds it now, no more by the office that it was taken from', async () => {
    const id = await makeProposed(world);
    expect(await findExemplar(world.db, other, id)).toBeNull();
    answerOf(await move(id, world.leader));
    expect(await findExemplar(world.db, other, id)).not.toBeNull();
    const step = { id, version: null, reason: 'Chờ' };
    expect(rulesOf(await putOnWaitingList(as(world, world.lead), step))).toEqual(['on_other_desk']);
    answerOf(await putOnWaitingList(as(world, other), step));
    // the waiting list is kept where it lies
    expect(await deskOf(world.db, 'exemplar', id)).toMatchObject({ officeId: otherOffice.id, dueOn: null });
    expect(rulesOf(await choose(as(world, world.lead), step))).toContain('on_other_desk');
    expect(answerOf(await choose(as(world, other), step)).state).toBe('nurtured');
    expect(await deskOf(world.db, 'exemplar', id)).toBeNull();
    expect(await findExemplar(world.db, other, id)).toBeNull();
  });

  it('may be returned by its new level, which has not returned it yet, and comes back to the field’s office', async () => {
    const id = await makeProposedAgain(world);
    answerOf(await move(id, world.standing));
    answerOf(await return_(as(world, other), { id, version: null, reasons: reasonsOf('Thiếu') }));
    expect(await deskOf(world.db, 'exemplar', id)).toMatchObject({ officeId: world.place.commune.id });
  });

  it('goes back where it lay after it was held', async () => {
    const id = await makeProposed(world);
    answerOf(await move(id, world.standing));
    const step = { id, version: null, reason: 'Có đơn' };
    answerOf(await hold(as(world, world.standing), step));
    expect((await deskOf(world.db, 'exemplar', id))?.waitsFor).toBe('xác minh');
    answerOf(await resume(as(world, world.standing), step));
    expect((await deskOf(world.db, 'exemplar', id))?.officeId).toBe(otherOffice.id);
  });
});

describe('it is refused', () => {
  it('to everybody but an office above, and hidden from those who do not see the paper', async () => {
    const id = await makeProposed(world);
    for (const who of [world.unit, world.lead]) expect(rulesOf(await move(id, who))).toEqual(['wrong_side']);
    expect(await move(id, world.stranger)).toEqual(notFound());
    expect(await move(999_999, world.standing)).toEqual(notFound());
    expect(await staysOf(world.db, 'exemplar', id)).toHaveLength(1);
  });

  it('while the paper is with its author, and when it lies on no desk', async () => {
    const { db } = world;
    const returned = await makeProposed(world);
    answerOf(
      await return_(as(world, world.lead), { id: returned, version: null, reasons: reasonsOf('Thiếu') }),
    );
    expect(rulesOf(await move(returned, world.standing))).toEqual(['with_author']);
    const found = await makeExemplar(world, { state: 'found' });
    expect(rulesOf(await move(found, world.standing))).toEqual(['on_no_desk']);
    expect(await staysOf(db, 'exemplar', found)).toEqual([]);
  });

  it('to an office that is not there, has ended, holds it already, or wrote it; and to a day that is past', async () => {
    const id = await makeProposed(world);
    const ended = await makeOffice(world.db, world.place.province, { validTo: '2017-12-31' });
    const { lead, commune } = world.place;
    for (const officeId of [999_999, ended.id, lead.id, commune.id]) {
      const outcome = await move(id, world.standing, { officeId });
      expect(outcome).toMatchObject({
        refusal: { kind: 'invalid', fields: { officeId: expect.any(String) } },
      });
    }
    const past = await move(id, world.standing, { dueOn: '2018-11-14' });
    expect(past).toMatchObject({ refusal: { fields: { dueOn: expect.stringContaining('15/11/2018') } } });
  });

  it('on an old form: of a paper that has changed since, or that somebody else has just moved', async () => {
    const id = await makeProposed(world);
    const stay = await deskOf(world.db, 'exemplar', id);
    expect(await move(id, world.standing, { version: 1 })).toEqual(stale(2));
    answerOf(await move(id, world.leader, { stayId: stay?.id ?? null }));
    const late = await move(id, world.standing, {
      stayId: stay?.id ?? null,
      officeId: world.place.district.id,
    });
    expect(rulesOf(late)).toEqual(['moved_meanwhile']);
  });
});
