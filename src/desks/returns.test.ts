import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProposed, makeProposedAgain, reasonsOf } from '../../test/desks-world.ts';
import { makeActor } from '../../test/factories.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { propose, return_ } from '../exemplars/commands.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import type { Actor } from '../identity/actor.ts';
import { notFound } from '../platform/outcome.ts';
import { allowReturn } from './allow-return.ts';
import { permissionsOf, returnsOf, whyNotReturn } from './returns.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const sendBack = (id: number, by: Actor = world.lead) =>
  return_(as(world, by), { id, version: null, reasons: reasonsOf('Thiếu chữ ký') });
const allow = (id: number, by: Actor) =>
  allowReturn(as(world, by), exemplarPaper, { id, version: null, reason: 'Lỗi mới thấy khi kiểm tra' });

describe('a second return by the same level', () => {
  it('needs the word of an office above, which serves for one return', async () => {
    const id = await makeProposedAgain(world);
    expect(rulesOf(await sendBack(id))).toEqual(['returned_before']);
    answerOf(await allow(id, world.leader));
    answerOf(await sendBack(id));
    answerOf(await propose(as(world, world.unit), { id, version: null }));
    expect(rulesOf(await sendBack(id))).toEqual(['returned_before']);
    const returns = await returnsOf(world.db, 'exemplar', id);
    expect(returns.map(({ byOfficeName }) => byOfficeName)).toEqual(['Sở Thử nghiệm', 'Sở Thử nghiệm']);
    expect(await permissionsOf(world.db, 'exemplar', id)).toMatchObject([
      { toOfficeId: world.place.lead.id, used: true, reason: 'Lỗi mới thấy khi kiểm tra' },
    ]);
    expect((await eventsOf(world, id)).map(({ kind }) => kind)).toContain('exemplar.return_allowed');
  });

  it('is also refused to somebody above who returns it from the same desk', async () => {
    const id = await makeProposedAgain(world);
    expect(rulesOf(await sendBack(id, world.standing))).toEqual(['returned_before']);
  });

  it('names who may allow it', async () => {
    const id = await makeProposedAgain(world);
    const by = { paper: 'exemplar' as const, paperId: id, byOfficeId: world.place.lead.id };
    expect((await whyNotReturn(world.db, by, '2018-11-15'))?.sentence).toContain(world.place.province.name);
  });
});

describe('leave to return', () => {
  it('is given by an office above, never by the one that returns, and by nobody else', async () => {
    const id = await makeProposedAgain(world);
    const head = await makeActor(world.db, [['leader', world.place.lead, 'branch']]);
    for (const who of [world.lead, world.unit]) expect(rulesOf(await allow(id, who))).toEqual(['wrong_side']);
    expect(await allow(id, world.stranger)).toEqual(notFound());
    expect(rulesOf(await allow(id, head))).toEqual(['wrong_side']);
    expect((await allow(id, world.standing)).ok).toBe(true);
    expect(rulesOf(await allow(id, world.leader))).toEqual(['allowed_already']);
  });

  it('is not needed before a first return', async () => {
    const id = await makeProposed(world);
    expect(rulesOf(await allow(id, world.standing))).toEqual(['not_returned_yet']);
  });
});
