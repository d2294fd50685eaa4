import { describe, expect, it } from 'vitest';
import { PlaceIndex } from './same-place-index.ts';
import { relatePlaces } from './same-where.ts';

const OFFICES = [
  [1, 'UBND tỉnh Phú Thọ', [1]],
  [2, 'Huyện Cao Phong', [1, 2]],
  [3, 'Huyện Phù Ninh', [1, 3]],
  [4, 'Thị xã Phú Thọ', [1, 4]],
  [10, 'Xã Thu Phong', [1, 2, 10]],
  [11, 'Thị trấn Cao Phong', [1, 2, 11]],
  [12, 'Thị trấn Phong Châu', [1, 3, 12]],
  [13, 'Phường Phong Châu', [1, 4, 13]],
  [14, 'Xã Hy Cương', [1, 3, 14]],
  [20, 'Xã Cao Phong', [1, 20]],
  [21, 'Trường Tiểu học Thu Phong', [1, 2, 10, 21]],
].map(([id, name, path]) => ({ id, name, path }) as { id: number; name: string; path: number[] });
const index = new PlaceIndex(OFFICES, [
  { fromId: 10, toId: 20 },
  { fromId: 11, toId: 20 },
]);
const at = (address: string, officeIds: number[] = []) => ({
  address: index.find(address),
  offices: officeIds.flatMap((id) => index.ofOffice(id)),
});
const related = (one: string, other: string) => relatePlaces(index, at(one), at(other));

describe('two places', () => {
  it('are one over succession, in words', () => {
    expect(related('khu 7, xã Thu Phong, huyện Cao Phong', 'xã Cao Phong, tỉnh Phú Thọ')).toEqual({
      relation: 'became',
      sentence: 'xã cũ Thu Phong nay thuộc Cao Phong',
    });
    expect(related('Thu Phong, Cao Phong', 'xã Cao Phong').relation).toBe('became');
    expect(related('xã Thu Phong', 'X. Thu Phong, H. Cao Phong').sentence).toBe('cùng xã Thu Phong');
    expect(related('khu 7 xa thu phong huyen cao phong', 'xã Thu Phong').relation).toBe('same');
  });

  it('of one name are told apart by their kind or their district', () => {
    expect(related('thị trấn Phong Châu', 'phường Phong Châu').relation).toBe('other');
    expect(related('Phong Châu, thị xã Phú Thọ', 'phường Phong Châu').relation).toBe('same');
    expect(related('Phong Châu', 'phường Phong Châu')).toMatchObject({ relation: 'within' });
  });

  it('that are parts of one commune now were two', () => {
    expect(related('xã Thu Phong', 'thị trấn Cao Phong')).toMatchObject({ relation: 'joined' });
    expect(related('xã Thu Phong', 'xã Hy Cương')).toMatchObject({ relation: 'other' });
  });

  it('are known from the office where no address is, and not known from a province', () => {
    expect(relatePlaces(index, at('', [21]), at('xã Cao Phong')).relation).toBe('became');
    expect(relatePlaces(index, at('', [1]), at('xã Cao Phong')).relation).toBe('unknown');
    expect(related('tỉnh Phú Thọ', 'xã Hy Cương').relation).toBe('unknown');
    expect(related('huyện Phù Ninh', 'xã Hy Cương')).toEqual({
      relation: 'within',
      sentence: 'cùng huyện Phù Ninh',
    });
  });

  it('are looked for under all their names', () => {
    expect(index.namesOverTime(index.find('xã Cao Phong').units).sort()).toEqual(['cao phong', 'thu phong']);
  });
});
