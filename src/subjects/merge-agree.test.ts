import { describe, expect, it } from 'vitest';
import type { SubjectFacts } from './facts.ts';
import { agreedFacts, type MergeSide } from './merge-agree.ts';
import { PlaceIndex } from './same-place-index.ts';

/** A district with an old commune that was joined to another, and two communes of one name. */
const index = new PlaceIndex(
  [
    { id: 1, name: 'Huyện Cao Phong', path: [1] },
    { id: 2, name: 'Xã Thu Phong', path: [1, 2] },
    { id: 3, name: 'Xã Cao Phong', path: [1, 3] },
    { id: 4, name: 'Xã Bắc Phong', path: [1, 4] },
    { id: 5, name: 'Xã Tân Mỹ', path: [1, 5] },
    { id: 6, name: 'Huyện Lạc Sơn', path: [6] },
    { id: 7, name: 'Xã Tân Mỹ', path: [6, 7] },
    { id: 8, name: 'Hội Nông dân tỉnh', path: [8] },
    { id: 9, name: 'Hội Nông dân tỉnh mới', path: [9] },
  ],
  [
    { fromId: 2, toId: 3 },
    { fromId: 4, toId: 3 },
    { fromId: 8, toId: 9 },
  ],
);

const side = (facts: Partial<SubjectFacts>, officeIds: number[] = []): MergeSide => ({
  facts: {
    ...{ kind: 'individual', fullName: 'Bùi Văn Ơn', birthYear: null },
    ...{ place: null, position: null, representative: null },
    ...facts,
  },
  officeIds,
});
const agreed = (one: MergeSide, other: MergeSide) => agreedFacts(index, one, other);
const places = (one: string | null, other: string | null, ...offices: number[][]) =>
  agreed(side({ place: one }, offices[0]), side({ place: other }, offices[1]));

describe('what agrees beside the name', () => {
  it('is nothing when only the name is known', () => {
    expect(agreed(side({}), side({}))).toEqual([]);
    expect(agreed(side({ birthYear: 1970 }), side({ birthYear: 1971 }))).toEqual([]);
  });

  it('is the birth, the representative, the office', () => {
    expect(agreed(side({ birthYear: 1970 }), side({ birthYear: 1970 }))).toEqual(['cùng năm sinh 1970']);
    expect(
      agreed(side({ representative: 'Bà Bùi  Thị Ơn' }), side({ representative: 'bà bùi thị ơn' })),
    ).toEqual(['cùng người đại diện']);
    expect(agreed(side({}, [8]), side({}, [8]))).toEqual(['cùng đơn vị ghi nhận']);
  });

  it('is the place over time: an old commune is the present one, from either side', () => {
    const became = ['xã cũ Thu Phong nay thuộc Cao Phong'];
    expect(places('xóm Nam Sơn 2, xã Thu Phong', 'xóm 5, xã Cao Phong, tỉnh Phú Thọ')).toEqual(became);
    expect(places('xã Cao Phong', 'Xã Thu Phong')).toEqual(became);
    expect(places('xã Thu Phong', null, [], [3])).toEqual(became);
  });

  it('is the office over time', () => {
    expect(agreed(side({}, [8]), side({}, [9]))).toEqual([
      'đơn vị ghi nhận cũ và mới là một, qua sắp xếp đơn vị',
    ]);
  });

  it('is one commune, but not two hamlets of it', () => {
    expect(places('khu 07, xã Bắc Phong', 'Khu 7 xã Bắc Phong')).toEqual(['cùng xã Bắc Phong']);
    expect(places('khu 7, xã Bắc Phong', 'xã Bắc Phong')).toEqual(['cùng xã Bắc Phong']);
    expect(places('khu 7, xã Bắc Phong', 'khu 8, xã Bắc Phong')).toEqual([]);
  });

  it('is no two parts of one present commune, no district, no two communes of one name, no bare hamlet', () => {
    expect(places('xã Thu Phong', 'xã Bắc Phong')).toEqual([]);
    expect(places('huyện Cao Phong', 'Huyện Cao Phong')).toEqual([]);
    expect(places('xã Tân Mỹ', 'xã Tân Mỹ')).toEqual([]);
    expect(places('xã Tân Mỹ, huyện Lạc Sơn', 'xã Tân Mỹ, huyện Lạc Sơn')).toEqual(['cùng xã Tân Mỹ']);
    expect(places('Khu 7', 'khu 7')).toEqual([]);
  });

  it('is an address outside of the province that is written alike', () => {
    expect(places('12 Lê Lợi, Hà Nội', '12 Lê lợi, Hà Nội')).toEqual(['cùng nơi ở, địa chỉ']);
    expect(places('Hà Nội', 'Hải Phòng')).toEqual([]);
  });
});
