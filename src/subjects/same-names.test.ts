import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubjectKind } from './kinds.ts';
import { sameNames } from './same-names.ts';
import { sameWord } from './same-word.ts';

const written = (kind: SubjectKind, name: string): string[] =>
  sameNames(kind, name).map(({ words }) => words.map((word) => word.spelled).join(' '));
const isOne = (kind: SubjectKind, one: string, other: string): boolean =>
  written(kind, one).join('|') === written(kind, other).join('|');

describe('a word', () => {
  it('is the same wherever its tone is placed, but not with another tone', () => {
    for (const [one, other] of ['Hoà Hòa', 'thuý thúy', 'QUÝ quý', 'Khoẻ Khỏe', 'Hoàng hoàng'].map((pair) =>
      pair.split(' '),
    )) {
      expect(sameWord(one ?? '').spelled).toBe(sameWord(other ?? '').spelled);
    }
    for (const [one, other] of ['Hoa Hòa', 'Toàn Toản', 'Đô Do', 'Ân An'].map((pair) => pair.split(' '))) {
      expect(sameWord(one ?? '').spelled).not.toBe(sameWord(other ?? '').spelled);
    }
    expect(sameWord('Hoàng').spelled).not.toBe(sameWord('Hoang').spelled);
    expect(sameWord('Đặng')).toMatchObject({ bare: 'dang', marked: true });
    expect(sameWord('Dang')).toMatchObject({ bare: 'dang', marked: false });
  });

  it('is the same in capitals, taken apart, and twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zàáảãạăắằẵặâấầẫậđéèẻẽẹêếềểễệóòôốơớờưứừýỳ]{1,8}$/u), (word) => {
        const { spelled, bare } = sameWord(word);
        expect(sameWord(word.toUpperCase()).spelled).toBe(spelled);
        expect(sameWord(word.normalize('NFD')).spelled).toBe(spelled);
        expect(sameWord(bare)).toMatchObject({ bare, marked: false });
      }),
    );
  });
});

describe('the name of a person', () => {
  it('has no address, rank or kind of household before it', () => {
    for (const title of [
      'Ông',
      'bà',
      'Anh',
      'Chị',
      'Gia đình ông',
      'Gia đình bà',
      'Hộ ông',
      'Hộ gia đình',
      'GĐ',
      'Đồng chí',
      'Đ/c',
    ]) {
      expect(isOne('individual', `${title} Nguyễn Văn Toàn`, 'Nguyễn Văn Toàn'), title).toBe(true);
    }
  });

  it('keeps what is a name: Bá and Ba are no Bà, and two words remain', () => {
    expect(written('individual', 'Bá Nguyễn Thị Hoà')[0]).toMatch(/^bá|^ba/);
    expect(sameNames('individual', 'Ông Ích Khiêm')[0]?.words).toHaveLength(2);
    expect(sameNames('individual', 'Anh Tú')[0]?.words).toHaveLength(2);
    expect(sameNames('individual', 'Bà Hòa')[0]?.words).toHaveLength(2);
  });

  it('is read out of short forms, signs and what follows it', () => {
    expect(isOne('individual', 'Ng. Th. Hoà', 'Nguyễn Thị Hòa')).toBe(true);
    expect(isOne('individual', 'Nguyễn Thị Hòa (Hội trưởng)', 'Nguyễn  Thị Hòa.')).toBe(true);
    expect(sameNames('individual', 'Nguyễn Thị Hòa, khu 7')[0]?.rest).toBe('khu 7');
  });

  it('is two where a household is called after both of its heads', () => {
    expect(written('household', 'Gia đình Nguyễn Ngọc Đô - Cấn Thị Thìn')).toHaveLength(2);
    expect(written('household', 'Hộ ông Đỗ Văn An và bà Hà Thị Bé')).toHaveLength(2);
  });
});

describe('the name of a collective', () => {
  it('is written out', () => {
    const pairs = [
      ['Trường TH Hy Cương', 'Trường Tiểu học Hy Cương'],
      ['THCS Hy Cương', 'Trường Trung học cơ sở Hy Cương'],
      ['HTXDVNN Tứ Xã', 'Hợp tác xã Dịch vụ Nông nghiệp Tứ Xã'],
      ['HTX DVNN xã Tứ Xã', 'Hợp tác xã dịch vụ nông nghiệp Tứ Xã'],
      ['UBND xã Thu Phong', 'Uỷ ban nhân dân xã Thu Phong'],
      ['KDC số 02', 'Khu dân cư 2'],
      ['KDC II', 'Khu 2'],
      ['TDP 4', 'Tổ dân phố số 4'],
      ['CTCP Chè Phú Thọ', 'Công ty Cổ phần Chè Phú Thọ'],
      ['Công ty TNHH MTV Hạ Hòa', 'Công ty trách nhiệm hữu hạn một thành viên Hạ Hoà'],
    ] as const;
    for (const [short, long] of pairs) expect(isOne('collective', short, long), short).toBe(true);
  });

  it('reads short words with two meanings by their neighbours', () => {
    const pairs = [
      ['CA xã Hy Cương', 'Công an xã Hy Cương'],
      ['TT Y tế Lâm Thao', 'Trung tâm Y tế Lâm Thao'],
      ['UBND TT Phong Châu', 'Ủy ban nhân dân thị trấn Phong Châu'],
      ['BCH Quân sự xã Hy Cương', 'Ban Chỉ huy Quân sự xã Hy Cương'],
      ['BCH Đoàn xã Hy Cương', 'Ban Chấp hành Đoàn xã Hy Cương'],
    ] as const;
    for (const [short, long] of pairs) expect(isOne('collective', short, long), short).toBe(true);
    expect(isOne('collective', 'Đội ca Hy Cương', 'Đội công an Hy Cương')).toBe(false);
    expect(isOne('collective', 'HTX SƠN VI', 'HTX Sơn 6')).toBe(false);
  });

  it('knows the place at its end apart', () => {
    expect(sameNames('collective', 'KDC số 2 xã Hy Cương')[0]?.head?.place).toBe('xã Hy Cương');
    expect(sameNames('collective', 'Hợp tác xã rau an toàn Tứ Xã')[0]?.head).toBeNull();
    expect(sameNames('collective', 'Công an xã Phương Xá')[0]?.words.map((word) => word.written)).toContain(
      'Phương',
    );
  });
});

describe('whatever is typed', () => {
  it('is read in bounded time and without a crash', () => {
    const ugly = [
      '',
      '???',
      '\u202e\u0000',
      'a'.repeat(100_000),
      'Ông '.repeat(20_000),
      '<b>'.repeat(9_000),
      'ạ\u0300'.repeat(9_000),
    ];
    for (const kind of ['individual', 'collective', 'household'] as const) {
      const before = performance.now();
      for (const name of ugly) sameNames(kind, name);
      expect(performance.now() - before).toBeLessThan(3_000);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        for (const { words } of sameNames('collective', name)) expect(words.length).toBeLessThan(400);
      }),
    );
  });
});
