import type { Chance } from './prng.ts';

/** Invented people: names put together by chance from the commonest parts. */

const FAMILIES = [
  ...[
    'Nguyễn',
    'Nguyễn',
    'Nguyễn',
    'Nguyễn',
    'Trần',
    'Trần',
    'Lê',
    'Lê',
    'Phạm',
    'Hoàng',
    'Vũ',
    'Đặng',
    'Bùi',
  ],
  ...[
    'Đỗ',
    'Ngô',
    'Dương',
    'Hà',
    'Hà',
    'Đinh',
    'Đinh',
    'Phùng',
    'Cao',
    'Lương',
    'Tạ',
    'Triệu',
    'Khuất',
    'Kiều',
  ],
];
const MEN = {
  middle: [
    'Văn',
    'Văn',
    'Đức',
    'Hữu',
    'Quang',
    'Xuân',
    'Tiến',
    'Công',
    'Mạnh',
    'Đình',
    'Ngọc',
    'Trọng',
    'Bá',
  ],
  given: [
    ...['An', 'Bình', 'Chiến', 'Cường', 'Dũng', 'Đạt', 'Định', 'Giang', 'Hải', 'Hiếu', 'Hòa', 'Hùng', 'Huy'],
    ...[
      'Khánh',
      'Khoa',
      'Lâm',
      'Lộc',
      'Long',
      'Lực',
      'Minh',
      'Nam',
      'Nghĩa',
      'Phong',
      'Phúc',
      'Quân',
      'Quyết',
    ],
    ...['Sơn', 'Tài', 'Tâm', 'Thái', 'Thành', 'Thắng', 'Thịnh', 'Toản', 'Trung', 'Tuấn', 'Việt', 'Vinh'],
  ],
};
const WOMEN = {
  middle: [
    'Thị',
    'Thị',
    'Thị',
    'Thị Thu',
    'Thị Thanh',
    'Thị Kim',
    'Thị Minh',
    'Thị Hồng',
    'Thị Ngọc',
    'Thúy',
  ],
  given: [
    ...['Anh', 'Ánh', 'Chi', 'Dung', 'Duyên', 'Giang', 'Hà', 'Hạnh', 'Hằng', 'Hiền', 'Hoa', 'Hoàn', 'Huệ'],
    ...['Hương', 'Lan', 'Liên', 'Loan', 'Mai', 'Minh', 'Nga', 'Ngân', 'Nhung', 'Oanh', 'Phương', 'Quyên'],
    ...['Tâm', 'Thảo', 'Thu', 'Thủy', 'Tuyết', 'Vân', 'Xuân', 'Yến'],
  ],
};

export interface InventedPerson {
  fullName: string;
  /** 'ông' or 'bà' */
  address: string;
}

function inventPerson(chance: Chance): InventedPerson {
  const woman = chance.happens(0.45);
  const { middle, given } = woman ? WOMEN : MEN;
  const fullName = `${chance.pick(FAMILIES)} ${chance.pick(middle)} ${chance.pick(given)}`;
  return { fullName, address: woman ? 'bà' : 'ông' };
}

/** Names that nobody of the sample bears yet; two may still share a given name, as people do. */
export class Invention {
  readonly #taken = new Set<string>();

  person(chance: Chance): InventedPerson {
    for (;;) {
      const person = inventPerson(chance);
      const words = person.fullName.split(' ');
      // 'Hà Thúy Hà' sounds made up, which it is
      const repeats = new Set(words).size < words.length;
      if (repeats || this.#taken.has(person.fullName)) continue;
      this.#taken.add(person.fullName);
      return person;
    }
  }
}
