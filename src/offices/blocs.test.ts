import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, dutyWorld, on } from '../../test/duty-world.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { notFound, stale } from '../platform/outcome.ts';
import { blocMembers, blocsIn } from './bloc-queries.ts';
import { nextHead } from './bloc-rules.ts';
import { copyBlocYear, createBloc, writeBloc } from './blocs.ts';

let world: DutyWorld;
beforeAll(async () => {
  world = await dutyWorld();
});
afterAll(() => world.close());

let serial = 0;
const made = async (name = `Khối ${++serial}`) =>
  answerOf(await createBloc(on(world, world.standing), { name })).id;
const namesOf = async (id: number, year: number) =>
  (await blocMembers(world.db, id, year)).map(({ name, isHead }) => (isHead ? `${name}*` : name));

describe('an emulation bloc', () => {
  it('has members and a head for a year, and the next year the next member is head', async () => {
    const { lead, standing, district } = world.place;
    const id = await made();
    const acting = on(world, world.standing);
    const year = { id, version: 1, name: 'Khối các cơ quan', year: 2017 };
    const memberIds = [lead.id, standing.id, district.id];
    answerOf(await writeBloc(acting, { ...year, memberIds, headId: district.id }));
    const first = await namesOf(id, 2017);
    expect(first.toSorted()).toEqual(['Ban Thi đua thử', 'Huyện Thử*', 'Sở Thử nghiệm']);
    answerOf(await copyBlocYear(acting, { id, version: 2, year: 2018 }));
    const next = await namesOf(id, 2018);
    const at = first.findIndex((name) => name.endsWith('*'));
    expect(next.findIndex((name) => name.endsWith('*'))).toBe((at + 1) % 3);
    expect((await blocsIn(world.db, 2018)).find((bloc) => bloc.id === id)).toMatchObject({ members: 3 });
    expect(rulesOf(await copyBlocYear(acting, { id, version: 3, year: 2018 }))).toEqual(['year_written']);
    expect(rulesOf(await copyBlocYear(acting, { id, version: 3, year: 2030 }))).toEqual(['nothing_to_copy']);
  });

  it('is refused without members, with a head from outside, with an office of another time, or a taken name', async () => {
    const id = await made();
    await made('Khối trùng tên');
    const gone = await makeOffice(world.db, world.place.province, { validTo: '2016-12-31' });
    const { lead, district } = world.place;
    const write = async (change: object) => {
      const input = {
        id,
        version: 1,
        name: 'Khối thử',
        year: 2018,
        memberIds: [lead.id],
        headId: null,
        ...change,
      };
      const outcome = await writeBloc(on(world, world.standing), input);
      return outcome.ok || outcome.refusal.kind !== 'invalid' ? [] : Object.keys(outcome.refusal.fields);
    };
    expect(await write({ memberIds: [] })).toEqual(['members']);
    expect(await write({ headId: district.id })).toEqual(['headId']);
    expect(await write({ memberIds: [lead.id, gone.id] })).toEqual(['members']);
    expect(await write({ memberIds: [9_999_999] })).toEqual(['members']);
    expect(await write({ name: 'khối TRÙNG tên' })).toEqual(['name']);
  });

  it('is kept by the standing body and administrators alone, and never on an old form', async () => {
    expect(rulesOf(await createBloc(on(world, world.unit), { name: 'Khối của xã' }))).toEqual(['not_keeper']);
    const id = await made();
    const input = {
      id,
      version: 9,
      name: 'Khối',
      year: 2018,
      memberIds: [world.place.lead.id],
      headId: null,
    };
    expect(await writeBloc(on(world, world.admin), input)).toEqual(stale(1));
    expect(await writeBloc(on(world, world.admin), { ...input, id: 99_999 })).toEqual(notFound());
  });
});

it('passes the head on in the order of the list, and keeps none where there was none', () => {
  expect(nextHead({ memberIds: [4, 5, 6], headId: 6 })).toBe(4);
  expect(nextHead({ memberIds: [4], headId: 4 })).toBe(4);
  expect(nextHead({ memberIds: [4, 5], headId: null })).toBeNull();
});
