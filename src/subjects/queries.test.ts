import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject } from '../../test/subject-world.ts';
import { findSubject } from './queries.ts';

let world: ExemplarWorld;
const idOf: Record<string, number> = {};
beforeAll(async () => {
  world = await exemplarWorld();
  for (const fullName of ['Đỗ Thị Hòa', 'Đỗ Thị Hoa', 'Nguyễn Văn Ba', 'Hợp tác xã rau an toàn Tứ Xã']) {
    const id = await makeExemplar(world, { state: 'found', fullName });
    const row = await world.db
      .selectFrom('exemplar')
      .select('subject_id')
      .where('id', '=', id)
      .executeTakeFirst();
    idOf[fullName] = row?.subject_id ?? 0;
  }
});
afterAll(() => world.close());

describe('subjects that are known already', () => {
  it('are found only by those in whose reach one of their files lies', async () => {
    const id = idOf['Nguyễn Văn Ba'] ?? 0;
    expect(await findSubject(world.db, world.unit, id)).toMatchObject({
      id,
      fullName: 'Nguyễn Văn Ba',
      version: 1,
    });
    expect(await findSubject(world.db, world.stranger, id)).toBeNull();
  });

  it('are found by an award from before within reach too, and by whoever sees all', async () => {
    const { db, place } = world;
    const id = await makeSubject(db, { fullName: 'Chỉ Có Bằng Khen' });
    expect(await findSubject(db, world.standing, id)).toMatchObject({ id });
    expect(await findSubject(db, world.unit, id)).toBeNull();
    await makeAward(db, id, place.commune.id);
    expect(await findSubject(db, world.unit, id)).toMatchObject({ id });
    expect(await findSubject(db, world.stranger, id)).toBeNull();
  });
});
