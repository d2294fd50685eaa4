import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { invalid, notFound, stale } from '../platform/outcome.ts';
import { endorsementOf, recordEndorsement } from './endorsement.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const MEETING = {
  heldOn: '2018-03-08',
  place: 'Nhà văn hóa khu 7',
  present: 40,
  agreed: 38,
  minutes: 'Biên bản số 02',
};

describe('the endorsement', () => {
  it('is kept, and put in the history with its percentage', async () => {
    const id = await makeExemplar(world, { state: 'found' });
    answerOf(await recordEndorsement(as(world, world.unit), { id, version: 1, ...MEETING }));
    expect(await endorsementOf(world.db, id)).toEqual(MEETING);
    expect(await eventsOf(world, id)).toMatchObject([
      {
        kind: 'exemplar.endorsement_recorded',
        thing_version: 2,
        after: { 'người dự': 40, 'người tán thành': 38, 'tỷ lệ tán thành': '95%' },
      },
    ]);
  });

  it('takes the place of the one before, and the history says what changed', async () => {
    const id = await makeExemplar(world, { state: 'proposed', complete: true });
    answerOf(await recordEndorsement(as(world, world.lead), { id, version: 1, ...MEETING, agreed: 39 }));
    expect(await endorsementOf(world.db, id)).toMatchObject({ heldOn: '2018-03-08', agreed: 39 });
    const [event] = await eventsOf(world, id);
    expect(event?.before).toMatchObject({ 'ngày họp': '10/01/2018', 'người tán thành': 38 });
    expect(event?.after).not.toHaveProperty('người dự');
  });

  it.each([
    ['more agree than are present', { agreed: 41 }, { agreed: expect.stringContaining('(40)') }],
    ['it is held tomorrow', { heldOn: '2018-11-16' }, { heldOn: expect.stringContaining('15/11/2018') }],
  ])('is wrong when %s', async (_name, wrong, fields) => {
    const id = await makeExemplar(world, { state: 'found' });
    const outcome = await recordEndorsement(as(world, world.unit), { id, version: 1, ...MEETING, ...wrong });
    expect(outcome).toEqual(invalid(fields));
    expect(await endorsementOf(world.db, id)).toBeNull();
  });

  it('is refused to those who may not, hidden from those who do not see, and stale on an old form', async () => {
    const id = await makeExemplar(world, { state: 'nurtured' });
    const input = { id, version: 1, ...MEETING };
    expect(rulesOf(await recordEndorsement(as(world, world.unit), input))).toEqual(['wrong_role']);
    expect(await recordEndorsement(as(world, world.stranger), input)).toEqual(notFound());
    expect(await recordEndorsement(as(world, world.lead), { ...input, version: 7 })).toEqual(stale(1));
    expect(await endorsementOf(world.db, id)).toBeNull();
  });
});
