import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  exemplarWorld,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject, mergeSeen } from '../../test/subject-world.ts';
import type { Actor } from '../identity/actor.ts';
import { addAlias } from '../subjects/alias.ts';
import { findSubjects, MOST_SUBJECTS, subjectsQuery } from './find-subjects.ts';
import { searchWords } from './words.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const find = async (typed: string, actor: Actor = world.unit) =>
  (await findSubjects(world.db, actor, searchWords(typed))).map(({ fullName, byAlias }) =>
    byAlias === null ? fullName : `${fullName} (${byAlias})`,
  );

describe('searching for a subject', () => {
  it('finds it by its name and by another name, in any order and without marks, once, its own name first', async () => {
    const { db, place } = world;
    const id = await makeSubject(db, { fullName: 'Đỗ Thị Hòa' });
    await makeExemplar(world, { state: 'found', plan: null, subjectId: id });
    for (const name of ['Hòa bưởi Đỗ', 'Cô Sáu'])
      answerOf(await addAlias(as(world, world.unit), { id, version: null, name, note: null }));
    const awarded = await makeSubject(db, { fullName: 'Hòa Thị Đỗ' });
    await makeAward(db, awarded, place.commune.id);
    expect(await find('hoa do')).toEqual(['Hòa Thị Đỗ', 'Đỗ Thị Hòa']);
    expect(await find('Đỗ Thị Hòa')).toEqual(['Đỗ Thị Hòa', 'Hòa Thị Đỗ']);
    expect(await find('co sau')).toEqual(['Đỗ Thị Hòa (Cô Sáu)']);
    expect(await find('hòa bưởi')).toEqual(['Đỗ Thị Hòa (Hòa bưởi Đỗ)']);
    // the words of two names are not those of one
    expect(await find('sau buoi')).toEqual([]);
  });

  it('finds nothing outside of reach, and under the name of a merged one the kept one', async () => {
    const { db } = world;
    const kept = await makeSubject(db, { fullName: 'Vi Văn Giữ' });
    const gone = await makeSubject(db, { fullName: 'Vi Văn Gộp' });
    for (const subjectId of [kept, gone])
      await makeExemplar(world, { state: 'found', plan: null, subjectId });
    expect(await find('vi van', world.stranger)).toEqual([]);
    answerOf(await mergeSeen(world, world.standing, kept, gone, { overrideReason: 'Đã hỏi gia đình' }));
    expect(await find('vi van gop')).toEqual(['Vi Văn Giữ (Vi Văn Gộp)']);
    expect(await find('vi van gop', world.stranger)).toEqual([]);
  });

  it('answers one more than are shown, and nothing for signs', async () => {
    for (let n = 0; n < MOST_SUBJECTS + 5; n++) {
      const subjectId = await makeSubject(world.db, { fullName: `Quách Thị Đông ${n}` });
      await makeExemplar(world, { state: 'found', plan: null, subjectId });
    }
    expect(await find('quach dong')).toHaveLength(MOST_SUBJECTS + 1);
    expect(await find('%%')).toEqual([]);
  });
});

describe('the cost of it among 20.000', () => {
  let many: ManyExemplars;
  beforeAll(async () => {
    many = await manyExemplars();
    await sql`INSERT INTO subject_alias (subject_id, name) SELECT id, 'Tên ' || md5(id::text) FROM subject`.execute(
      many.db,
    );
    await sql`ANALYZE subject_alias`.execute(many.db);
  });
  afterAll(() => many.close());

  it('is that of the index of letters, and reads no table of subjects or registrations through', async () => {
    const read = await scansOf(subjectsQuery(many.db, many.standing, searchWords('nguyễn hoàng')));
    expect(read.join()).toContain('subject_name_trgm');
    expect(read.filter((scan) => /^Seq Scan (subject|exemplar)$/.test(scan))).toEqual([]);
  });
});
