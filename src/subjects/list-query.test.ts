import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject, mergeSeen } from '../../test/subject-world.ts';
import type { Actor } from '../identity/actor.ts';
import { addAlias } from './alias.ts';
import { findInView } from './in-view-queries.ts';
import { type ListPlace, readFilter, type SubjectFilter } from './list-filter.ts';
import { countMatching, listForExport, listPage, PAGE_SIZE } from './list-query.ts';

const START: ListPlace = { kind: 'start' };
const at = (filter: Partial<SubjectFilter> = {}): SubjectFilter => ({ ...readFilter({}), ...filter });

let world: ExemplarWorld;
const idOf: Record<string, number> = {};

/** Registered with the commune, registered with the neighbour, known by an award alone, seen by nobody's office. */
beforeAll(async () => {
  world = await exemplarWorld();
  const { db, place } = world;
  const make = async (key: string, fullName: string, kind = 'individual') => {
    idOf[key] = await makeSubject(db, { fullName, kind, birthYear: kind === 'collective' ? null : 1970 });
    return idOf[key];
  };
  await makeExemplar(world, { state: 'nurtured', subjectId: await make('field', 'Nguyễn Thị Hòa') });
  const lead = await make('tip', 'Lê Văn Ưởng', 'household');
  await makeExemplar(world, { state: 'found', plan: null, subjectId: lead });
  await makeAward(db, lead, place.commune.id);
  const other = await make('other', 'Tổ hợp tác Đồng Lạc', 'collective');
  await makeExemplar(world, {
    state: 'found',
    plan: null,
    subjectId: other,
    officeId: place.otherCommune.id,
  });
  await makeAward(db, await make('awarded', 'Trần Thị Ân'), place.otherCommune.id);
  await make('bare', 'Phạm Văn Không');
  answerOf(await addAlias(as(world, world.unit), { id: lead, version: null, name: 'Hai Bưởi', note: null }));
});
afterAll(() => world.close());

const named = async (actor: Actor, filter: Partial<SubjectFilter> = {}): Promise<string[]> => {
  const [page, count, exported] = await Promise.all([
    listPage(world.db, actor, at(filter), START),
    countMatching(world.db, actor, at(filter)),
    listForExport(world.db, actor, at(filter), 1_000),
  ]);
  expect(count).toBe(page.rows.length);
  expect(exported).toEqual(page.rows);
  return page.rows.map(({ id }) => Object.keys(idOf).find((key) => idOf[key] === id) ?? `${id}`);
};

describe('the list of subjects', () => {
  it('holds what lies within reach by a registration or by an award, as the page of each would answer', async () => {
    const people = { unit: world.unit, lead: world.lead, leader: world.leader, stranger: world.stranger };
    const seen = Object.fromEntries(
      await Promise.all(Object.entries(people).map(async ([name, actor]) => [name, await named(actor)])),
    );
    // in the order of Vietnamese lists: by given name
    expect(seen).toEqual({
      unit: ['field', 'tip'],
      lead: ['field'],
      leader: ['awarded', 'field', 'other', 'tip'],
      stranger: ['awarded', 'other'],
    });
    expect(await named(world.standing)).toEqual(['awarded', 'field', 'bare', 'other', 'tip']);
    for (const [name, actor] of Object.entries(people)) {
      for (const [key, id] of Object.entries(idOf)) {
        const found = (await findInView(world.db, actor, id)) !== null;
        expect([name, key, found]).toEqual([name, key, seen[name].includes(key)]);
      }
    }
  });

  it('is narrowed by a name or another name without marks, by kind, by a branch, by awards', async () => {
    expect(await named(world.standing, { text: 'hoa nguyen' })).toEqual(['field']);
    expect(await named(world.standing, { text: 'hai bưởi' })).toEqual(['tip']);
    expect(await named(world.standing, { text: 'hai hòa' })).toEqual([]);
    expect(await named(world.standing, { text: '%_' })).toEqual([]);
    expect(await named(world.standing, { kind: 'collective' })).toEqual(['other']);
    expect(await named(world.standing, { officeId: world.place.otherCommune.id })).toEqual([
      'awarded',
      'other',
    ]);
    expect(await named(world.standing, { officeId: world.place.district.id })).toEqual([
      'awarded',
      'field',
      'other',
      'tip',
    ]);
    expect(await named(world.standing, { awarded: true })).toEqual(['awarded', 'tip']);
    expect(await named(world.unit, { officeId: world.place.otherCommune.id })).toEqual([]);
  });

  it('counts an award of this programme apart from those from before', async () => {
    const { db } = world;
    const { id: formId } = await db
      .insertInto('award_form')
      .values({ name: 'Giấy khen', rank: 10, level: 'unit' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const subjectId = await makeSubject(db, { fullName: 'Đặng Văn Vẻ' });
    const exemplarId = await makeExemplar(world, { state: 'honoured', subjectId, level: 'commune' });
    const honour = {
      exemplar_id: exemplarId,
      honoured_on: '2018-10-10',
      occasion: 'Hội nghị',
      level: 'commune',
    };
    await db
      .insertInto('honour')
      .values([
        { ...honour, award_form_id: formId },
        { ...honour, award_form_id: null },
      ])
      .execute();
    await makeAward(db, subjectId, world.place.commune.id);
    const { rows } = await listPage(db, world.unit, at({ text: 'dang van ve', awarded: true }), START);
    expect(rows).toMatchObject([{ fileCount: 1, awardCount: 1, pastAwardCount: 1 }]);
  });

  it('names what may be one with another until somebody said it is not, and never one that was merged', async () => {
    const { db } = world;
    const one = await makeSubject(db, { fullName: 'Vũ Thị Trùng' });
    const other = await makeSubject(db, { fullName: 'Vũ Thị Trừng' });
    for (const subjectId of [one, other])
      await makeExemplar(world, { state: 'found', plan: null, subjectId });
    const names = async (filter: Partial<SubjectFilter>) =>
      (await listPage(db, world.standing, at(filter), START)).rows.map(({ fullName }) => fullName);
    await db
      .insertInto('subject_pair')
      .values({
        one_id: one,
        other_id: other,
        strength: 'possible',
        reasons: '[]',
        found_from: one,
        found_on: '2018-11-15',
      })
      .execute();
    expect(await names({ twins: true })).toEqual(['Vũ Thị Trùng', 'Vũ Thị Trừng']);
    answerOf(await mergeSeen(world, world.standing, one, other, { overrideReason: 'Đã hỏi gia đình' }));
    expect(await names({ twins: true })).toEqual([]);
    expect(await names({ text: 'vu thi trung' })).toEqual(['Vũ Thị Trùng']);
    await db.deleteFrom('subject_pair').execute();
  });

  it('shows three other names and three offices of a row, and that there are more', async () => {
    const { db, place } = world;
    const subjectId = await makeSubject(db, { fullName: 'Hà Thị Nhiều' });
    const offices = [place.commune, place.otherCommune, place.district, place.lead];
    for (const office of offices) await makeAward(db, subjectId, office.id);
    for (const name of ['Một', 'Hai', 'Ba']) {
      answerOf(await addAlias(as(world, world.standing), { id: subjectId, version: null, name, note: null }));
    }
    const { rows } = await listPage(db, world.standing, at({ text: 'ha thi nhieu' }), START);
    expect(rows[0]?.aliases).toEqual(['Một', 'Hai', 'Ba']);
    expect(rows[0]?.offices).toHaveLength(4);
    expect(rows[0]?.offices.at(-1)).toBe('…');
  });
});

describe('paging', () => {
  it('goes through all once, forwards and back, also among those of one name', async () => {
    const { db, place } = world;
    const office = place.otherCommune.id;
    for (let n = 0; n < 2 * PAGE_SIZE + 7; n++) {
      const subjectId = await makeSubject(db, { fullName: n % 3 ? 'Bùi Văn Trang' : `Bùi Văn Trang ${n}` });
      await makeExemplar(world, { state: 'found', plan: null, subjectId, officeId: office });
    }
    const filter = at({ text: 'bui van trang' });
    const all = (await listForExport(db, world.stranger, filter, 1_000)).map(({ id }) => id);
    expect(new Set(all).size).toBe(2 * PAGE_SIZE + 7);
    const forwards: number[][] = [];
    const places: ListPlace[] = [];
    for (let place: ListPlace | null = START; place; ) {
      places.push(place);
      const page = await listPage(db, world.stranger, filter, place);
      forwards.push(page.rows.map(({ id }) => id));
      place = page.next;
    }
    expect(forwards.flat()).toEqual(all);
    expect(forwards.map((page) => page.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 7]);
    const last = await listPage(db, world.stranger, filter, places[2] ?? START);
    const middle = await listPage(db, world.stranger, filter, last.previous ?? START);
    expect(middle.rows.map(({ id }) => id)).toEqual(forwards[1]);
    const first = await listPage(db, world.stranger, filter, middle.previous ?? START);
    expect(first.rows.map(({ id }) => id)).toEqual(forwards[0]);
    expect(first.previous).toBeNull();
    expect(
      (await listPage(db, world.stranger, filter, first.next ?? START)).rows.map(({ id }) => id),
    ).toEqual(forwards[1]);
  });
});
