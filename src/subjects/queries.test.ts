import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarWorld, exemplarWorld, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { findSubject, subjectsNamedLike } from './queries.ts';

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

const names = async (typed: string, who: 'unit' | 'stranger' = 'unit') =>
  (await subjectsNamedLike(world.db, world[who], typed)).map((subject) => subject.fullName);

describe('subjects that are known already', () => {
  it('are found under other spellings of the name, the most alike first', async () => {
    expect((await names('ĐỖ THỊ HOÀ')).sort()).toEqual(['Đỗ Thị Hoa', 'Đỗ Thị Hòa']);
    expect(await names('nguyen van ba')).toEqual(['Nguyễn Văn Ba']);
    expect((await names('HTX rau an toan Tu Xa'))[0]).toBe('Hợp tác xã rau an toàn Tứ Xã');
  });

  it('are not found by signs alone, nor by a name that nobody has', async () => {
    expect(await names('???')).toEqual([]);
    expect(await names('Kiều Quốc Uy')).toEqual([]);
  });

  it('are found only by those in whose reach one of their files lies', async () => {
    expect(await names('Đỗ Thị Hòa', 'stranger')).toEqual([]);
    const id = idOf['Nguyễn Văn Ba'] ?? 0;
    expect(await findSubject(world.db, world.unit, id)).toMatchObject({
      id,
      fullName: 'Nguyễn Văn Ba',
      version: 1,
    });
    expect(await findSubject(world.db, world.stranger, id)).toBeNull();
  });
});
