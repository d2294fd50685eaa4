import { describe, expect, it } from 'vitest';
import type { OfficeInTree } from '../offices/tree.ts';
import { OfficeMatch } from './office-match.ts';

const office = (
  id: number,
  name: string,
  parentId: number | null,
  more: Partial<OfficeInTree> = {},
): OfficeInTree => ({
  id,
  name,
  shortName: null,
  code: null,
  kindId: 'commune',
  kindName: 'xã',
  kindOrd: 1,
  parentId,
  path: parentId === null ? [id] : [1, parentId, id].filter((one, at, all) => all.indexOf(one) === at),
  validFrom: null,
  validTo: null,
  ...more,
});

const province = office(1, 'UBND tỉnh Phú Thọ', null);
const haHoa = office(2, 'Huyện Hạ Hòa', 1);
const camKhe = office(3, 'Huyện Cẩm Khê', 1);
const yenKy = office(4, 'Xã Yên Kỳ', 2, { code: '08113' });
const phuongXa = office(5, 'Xã Phương Xá', 3);
const thanhSon = office(6, 'Xã Thanh Sơn', 2);
const otherThanhSon = office(7, 'Xã Thanh Sơn', 3);
const old = office(8, 'Xã Cũ', 2);
const ended = office(9, 'Xã Hết', 2);
const education = office(10, 'Sở Giáo dục và Đào tạo', 1, { shortName: 'Sở GD&ĐT' });
const all = [province, haHoa, camKhe, yenKy, phuongXa, thanhSon, otherThanhSon, old, ended, education];

const match = (within: (one: OfficeInTree) => boolean = () => true) =>
  new OfficeMatch({
    all,
    present: new Map(all.map((one) => [one.id, one === old ? [yenKy] : one === ended ? [] : [one]])),
    within,
  });
const found = (text: string, within?: (one: OfficeInTree) => boolean) => {
  const result = match(within).find(text);
  return result.ok ? result.office.name : result.sentence;
};

describe('the office that a cell means', () => {
  it.each([
    'Xã Yên Kỳ',
    'xã yên kỳ',
    'UBND xã Yên Kỳ',
    'X. Yên Kỳ',
    'Yên Kỳ',
    'xa yen ky',
    '08113',
    'Yên Kỳ, huyện Hạ Hòa',
    'UBND xã Yên Kỳ (Hạ Hòa)',
  ])('is found by %s', (text) => expect(found(text)).toBe('Xã Yên Kỳ'));

  it('is found by its short name, and a district by its own', () => {
    expect(found('Sở GD&ĐT')).toBe('Sở Giáo dục và Đào tạo');
    expect(found('UBND huyện Hạ Hoà')).toBe('Huyện Hạ Hòa');
  });

  it('of two of one name is asked for, unless the district or the reach tells', () => {
    expect(found('Xã Thanh Sơn')).toBe(
      '“Xã Thanh Sơn” có thể là Xã Thanh Sơn (Huyện Hạ Hòa) hoặc Xã Thanh Sơn (Huyện Cẩm Khê): hãy ghi rõ hơn, ví dụ thêm tên huyện.',
    );
    expect(match().find('Xã Thanh Sơn, huyện Cẩm Khê')).toMatchObject({ ok: true, office: { id: 7 } });
    expect(match((one) => one.path.includes(2)).find('Xã Thanh Sơn')).toMatchObject({ office: { id: 6 } });
  });

  it('that has ended is what followed it on the day, and says so', () => {
    expect(match().find('Xã Cũ')).toMatchObject({
      ok: true,
      office: { id: 4 },
      note: '“Xã Cũ” nay là Xã Yên Kỳ.',
    });
    expect(found('Xã Hết')).toBe('Đơn vị “Xã Hết” đã ngừng hoạt động, chưa ghi đơn vị kế thừa.');
  });

  it('outside of reach is refused, and one that is not known names the nearest', () => {
    expect(found('Xã Phương Xá', (one) => one.path.includes(2))).toBe(
      'Đơn vị “Xã Phương Xá” ngoài phạm vi phụ trách của bạn.',
    );
    expect(found('Xã Yên Kì')).toContain('gần giống: Xã Yên Kỳ (Huyện Hạ Hòa)');
    expect(found('Tập đoàn Xa Lạ')).toBe('Không tìm thấy đơn vị “Tập đoàn Xa Lạ”.');
  });
});
