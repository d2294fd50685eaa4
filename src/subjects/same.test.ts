import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOffice } from '../../test/factories.ts';
import { type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { SubjectFacts } from './facts.ts';
import { sameSubjects, sameSubjectsOfMany } from './same.ts';
import { tellSame } from './same-tell.ts';

const NOBODY: SubjectFacts = {
  kind: 'individual',
  fullName: '',
  birthYear: null,
  place: null,
  position: null,
  representative: null,
};

let world: ExemplarWorld;
let oldCommune: { id: number };
beforeAll(async () => {
  world = await exemplarWorld();
  const { db, place } = world;
  oldCommune = await named('Xã Thu Phong');
  const now = await named('Xã Cao Phong');
  await db
    .insertInto('office_succession')
    .values({ from_office_id: oldCommune.id, to_office_id: now.id, on_date: '2025-07-01' })
    .execute();
  expect(place.district.id).toBeGreaterThan(0);
});
afterAll(() => world.close());

async function named(name: string): Promise<{ id: number }> {
  const office = await makeOffice(world.db, world.place.district);
  await world.db.updateTable('office').set({ name }).where('id', '=', office.id).execute();
  return office;
}

async function known(facts: Partial<SubjectFacts>): Promise<number> {
  const { kind, fullName, birthYear, place, position, representative } = { ...NOBODY, ...facts };
  const { id } = await world.db
    .insertInto('subject')
    .values({ kind, full_name: fullName, birth_year: birthYear, place, position, representative })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const ask = (facts: Partial<SubjectFacts>) => sameSubjects(world.db, { ...NOBODY, ...facts });
const sentences = (found: Awaited<ReturnType<typeof ask>>) =>
  found.map(({ reasons }) => reasons.map(({ sentence }) => sentence).join('; '));

describe('the same one', () => {
  it('is found under the present name of its old commune, and told why', async () => {
    const id = await known({
      fullName: 'Phạm Văn Chiến',
      birthYear: 1966,
      place: 'xóm Nam Sơn 2, xã Thu Phong',
    });
    const found = await ask({
      fullName: 'CHIẾN PHẠM VĂN',
      birthYear: 1966,
      place: 'xã Cao Phong, tỉnh Phú Thọ',
    });
    expect(found.map(({ subjectId, strength }) => [subjectId, strength])).toEqual([[id, 'strong']]);
    expect(sentences(found)[0]).toBe(
      'cùng tên, các chữ đổi thứ tự; xã cũ Thu Phong nay thuộc Cao Phong; cùng năm sinh 1966',
    );
  });

  it('is found by the offices of its exemplars where no place is written', async () => {
    const subjectId = await known({ fullName: 'Bùi Thị Mão' });
    await makeExemplar(world, { state: 'found', subjectId, officeId: oldCommune.id });
    const [found] = await ask({ fullName: 'bùi thị mão', place: 'xã Thu Phong' });
    expect(found).toMatchObject({ subjectId, strength: 'possible' });
    expect(found?.reasons.map(({ sentence }) => sentence)).toContain('cùng xã Thu Phong');
  });

  it('is found under another of its names, and under a name without its middle', async () => {
    const subjectId = await known({ fullName: 'Đinh Công Vượng', birthYear: 1950, place: 'xã Thu Phong' });
    await world.db
      .insertInto('subject_alias')
      .values({ subject_id: subjectId, name: 'Đinh Văn Tráng' })
      .execute();
    const [byAlias] = await ask({ fullName: 'Dinh Van Trang', birthYear: 1950 });
    expect(byAlias).toMatchObject({ subjectId, strength: 'possible' });
    expect(byAlias?.reasons[0]?.sentence).toContain('một tên gọi khác');
    const [shorter] = await ask({ fullName: 'Đinh Vượng', birthYear: 1950, place: 'xã Thu Phong' });
    expect(shorter).toMatchObject({ subjectId, strength: 'possible' });
  });

  it('is not told of itself while it is changed, nor of one that was merged into it', async () => {
    const kept = await known({ fullName: 'Lương Thị Khuyên', birthYear: 1971 });
    const gone = await known({ fullName: 'Lương Thị Khuyên', birthYear: 1971 });
    await world.db.updateTable('subject').set({ merged_into_id: kept }).where('id', '=', gone).execute();
    const typed = { ...NOBODY, fullName: 'Lương Thị Khuyên', birthYear: 1971 };
    expect((await ask(typed)).map((one) => one.subjectId)).toEqual([kept]);
    expect(await sameSubjects(world.db, { ...typed, exceptId: kept })).toEqual([]);
  });

  it('is found for many at once, in their order, with the queries of one', async () => {
    const ids = [await known({ fullName: 'Tạ Thị Một' }), await known({ fullName: 'Tạ Thị Hai' })];
    let count = 0;
    const db = world.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        count++;
        return result;
      },
    });
    const asked = ['Tạ Thị Hai', 'Không Có Ai', 'Tạ Thị Một', 'Hai Tạ Thị'].map((fullName) => ({
      ...NOBODY,
      fullName,
    }));
    const found = await sameSubjectsOfMany(db, asked);
    expect(found.map((list) => list[0]?.subjectId)).toEqual([ids[1], undefined, ids[0], ids[1]]);
    expect(count).toBeLessThanOrEqual(5);
    expect(await sameSubjectsOfMany(db, [])).toEqual([]);
  });

  it('is told by no more than name, kind, commune and keeper to those outside of whose reach it lies', async () => {
    const subjectId = await known({
      fullName: 'Hán Văn Kín',
      birthYear: 1949,
      place: 'khu 9, xã Thu Phong',
      position: 'trưởng khu',
    });
    await makeExemplar(world, { state: 'found', subjectId });
    const asked = {
      ...NOBODY,
      fullName: 'Hán Văn Kín',
      birthYear: 1949,
      place: 'khu 9, xã Thu Phong',
      position: 'trưởng khu',
    };
    const found = await sameSubjects(world.db, asked);
    const [inside, outside] = await Promise.all(
      [world.unit, world.stranger].map((actor) => tellSame(world.db, actor, [found, []])),
    );
    expect(inside?.[0]?.[0]).toMatchObject({ within: true, strength: 'strong', subject: { id: subjectId } });
    expect(inside?.[1]).toEqual([]);
    expect(outside?.[0]).toEqual([
      {
        within: false,
        fullName: 'Hán Văn Kín',
        kind: 'individual',
        communeName: 'Xã Thu Phong',
        keeperName: world.place.commune.name,
        strength: 'possible',
        reasons: [
          { topic: 'name', agrees: true, sentence: 'cùng tên' },
          { topic: 'place', agrees: true, sentence: 'cùng xã Thu Phong' },
        ],
      },
    ]);
    const namesake = await sameSubjects(world.db, { ...asked, birthYear: 1990 });
    expect(namesake[0]?.strength).toBe('faint');
    expect(await tellSame(world.db, world.stranger, [namesake])).toEqual([[]]);
  });

  it('is looked for in bounded time whatever is typed, and nothing is stored', async () => {
    const before = await sql<{ n: number }>`SELECT count(*)::int AS n FROM subject`.execute(world.db);
    const ugly = [
      '',
      ' ',
      '???',
      'a'.repeat(500),
      'Ông '.repeat(125),
      '\u202eHòa\u200b',
      '<script>',
      'x y '.repeat(125),
    ];
    for (const fullName of ugly)
      for (const kind of ['individual', 'collective', 'household'] as const) {
        const started = performance.now();
        await ask({ kind, fullName, place: `${fullName}, xã ${fullName}` });
        expect(performance.now() - started).toBeLessThan(2_000);
      }
    const after = await sql<{ n: number }>`SELECT count(*)::int AS n FROM subject`.execute(world.db);
    expect(after.rows).toEqual(before.rows);
  });
});
