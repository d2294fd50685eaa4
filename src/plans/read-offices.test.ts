import { describe, expect, it } from 'vitest';
import type { OfficeInTree } from '../offices/tree.ts';
import { matchKind, matchOffices } from './read-offices.ts';

let id = 0;
const office = (name: string, shortName: string | null = null): OfficeInTree => ({
  ...{ id: ++id, name, shortName, code: null, kindId: 'department', kindName: 'Sở', kindOrd: 1 },
  ...{ parentId: 1, path: [1, id], validFrom: null, validTo: null },
});
const offices = [
  office('UBND tỉnh Phú Thọ', 'Tỉnh Phú Thọ'),
  office('Sở Nông nghiệp và Phát triển nông thôn', 'Sở NN&PTNT'),
  office('Hội Nông dân tỉnh'),
  office('Ban Thi đua - Khen thưởng', 'Ban TĐKT'),
  office('Trường Tiểu học Phong Châu (Phù Ninh)'),
  office('Trường Tiểu học Phong Châu (thị xã Phú Thọ)'),
];
const found = (written: string) => matchOffices(offices, written).map(({ name }) => name);

describe('offices that a text names', () => {
  it('are found however they are abbreviated, marked or written out', () => {
    expect(found('Sở Nông nghiệp và PT NT')).toEqual(['Sở Nông nghiệp và Phát triển nông thôn']);
    expect(found('Sở NN&PTNT')).toEqual(['Sở Nông nghiệp và Phát triển nông thôn']);
    expect(found('Uỷ ban nhân dân tỉnh Phú Thọ')).toEqual(['UBND tỉnh Phú Thọ']);
    expect(found('Ban Thi đua, khen thưởng')).toEqual(['Ban Thi đua - Khen thưởng']);
    expect(found('HỘI NÔNG DÂN')).toEqual(['Hội Nông dân tỉnh']);
  });

  it('are left to the person where several fit, and said where none does', () => {
    expect(found('Trường Tiểu học Phong Châu')).toHaveLength(2);
    expect(found('Sở Chuyển đổi số')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('are a kind of office where the text means all of them', () => {
    const kinds = [
      { id: 'district', name: 'Huyện, thành phố, thị xã' },
      { id: 'commune', name: 'Xã, phường, thị trấn' },
      { id: 'department', name: 'Sở, ban, ngành' },
    ];
    expect(matchKind(kinds, 'UBND các huyện, thành phố, thị xã')?.id).toBe('district');
    expect(matchKind(kinds, 'UBND các huyện, thành thị')?.id).toBe('district');
    expect(matchKind(kinds, 'UBND các xã, phường')?.id).toBe('commune');
    expect(matchKind(kinds, 'các sở, ngành')?.id).toBe('department');
    expect(matchKind(kinds, 'Sở Nội vụ')).toBeNull();
  });
});
