import type { Chance } from '../../sample/prng.ts';
import { readUnits, type SeedOffice } from '../../sample/seed-files.ts';

/** A commune of 2016, in words, and what it is since 01/07/2025. */
export interface LabelledPlace {
  commune: string;
  district: string;
  /** The commune without its kind. */
  proper: string;
  now: string;
}

/** The communes of Phú Thọ of 2016 that became a part of just one commune of another name. */
export async function labelledPlaces(): Promise<LabelledPlace[]> {
  const lists = await readUnits();
  const offices = new Map(lists.flatMap((list) => list.offices).map((office) => [office.key, office]));
  const next = new Map<string, string[]>();
  for (const { from, to } of lists.flatMap((list) => list.successions.flatMap((one) => one.steps))) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const endsOf = (key: string): string[] => next.get(key)?.flatMap(endsOf) ?? [key];
  return (lists[0]?.offices ?? []).flatMap((office) => {
    const [end, ...others] = new Set(endsOf(office.key));
    const now = offices.get(end ?? '');
    const district = offices.get(office.parent ?? '');
    if (office.kind !== 'commune' || others.length > 0 || !now || !district) return [];
    if (properOf(now) === properOf(office)) return [];
    const words = { commune: inAddress(office), district: inAddress(district), now: inAddress(now) };
    return [{ ...words, proper: properOf(office) }];
  });
}

const KIND = /^(Xã|Phường|Thị trấn|Huyện|Thị xã|Thành phố) /;
const properOf = ({ name }: SeedOffice): string => name.replace(KIND, '');
const inAddress = ({ name }: SeedOffice): string => name.charAt(0).toLowerCase() + name.slice(1);

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hà',
  'Đinh',
  'Phùng',
  'Tạ',
  'Hán',
];
const MEN = ['Văn', 'Đức', 'Quang', 'Xuân', 'Ngọc', 'Hữu', 'Đình', 'Công'];
const WOMEN = ['Thị', 'Thị Thu', 'Thị Kim', 'Thị Thanh', 'Thị Ngọc', 'Thị Hồng'];
const GIVEN =
  'Hòa Thúy Toàn Quý Khoa Hoàng Dũng Đô Giang Hương Khánh Lan Mai Nga Oanh Phúc Sơn Tuấn Uyên Vân Yến Bình Chiến Thủy Loan Huệ Tân Thắng Đông Mỹ Kỳ Lý Tú Hạnh Hiền Tâm Đạt Hùng Duyên Cường Minh Xoan Ngoan Trung'.split(
    ' ',
  );

export const inventName = (chance: Chance): string =>
  [chance.pick(FAMILIES), chance.pick(chance.happens(0.5) ? MEN : WOMEN), chance.pick(GIVEN)].join(' ');

/** Another given name in one family: brothers and sisters. */
export function sibling(name: string, chance: Chance): string {
  const words = name.split(' ');
  const others = GIVEN.filter((given) => given !== words.at(-1));
  return [...words.slice(0, -1), chance.pick(others)].join(' ');
}

const ONE_MARK: [string, string][] = [
  ...[
    'Hòa Hoa',
    'Hòa Hóa',
    'Toàn Toản',
    'Toàn Toán',
    'Hương Hường',
    'Hương Hướng',
    'Lan Lân',
    'Mai Mãi',
    'Vân Vận',
  ],
  ...[
    'Bình Bính',
    'Thủy Thúy',
    'Loan Loán',
    'Huệ Huế',
    'Tân Tần',
    'Thắng Thăng',
    'Đông Đồng',
    'Tú Tư',
    'Hạnh Hành',
  ],
  ...[
    'Hiền Hiển',
    'Tâm Tám',
    'Hùng Hưng',
    'Cường Cương',
    'Dũng Dung',
    'Sơn Son',
    'Quý Quy',
    'Nga Ngà',
    'Khoa Khóa',
  ],
].map((pair) => pair.split(' ') as [string, string]);

/** A pair of names that differ by one mark, and are two people. */
export function twoByOneMark(chance: Chance): [string, string] {
  const [one, other] = chance.pick(ONE_MARK);
  const before = inventName(chance).split(' ').slice(0, -1).join(' ');
  return [`${before} ${one}`, `${before} ${other}`];
}

/** A collective of a commune, written in full. */
export function inventCollective(place: LabelledPlace, chance: Chance): string {
  const number = chance.between(1, 9);
  return chance.pick([
    `Trường Tiểu học ${place.proper}`,
    `Trường Trung học cơ sở ${place.proper}`,
    `Trường Mầm non ${place.proper}`,
    `Hợp tác xã Dịch vụ nông nghiệp ${place.proper}`,
    `Hợp tác xã rau an toàn ${place.proper}`,
    `Ủy ban nhân dân ${place.commune}`,
    `Câu lạc bộ Hát Xoan ${place.proper}`,
    `Khu dân cư số ${number}`,
    `Tổ dân phố số ${number}`,
    `Công ty cổ phần Chè ${place.proper}`,
    `Công an ${place.commune}`,
    `Ban Chỉ huy Quân sự ${place.commune}`,
    `Hội Cựu chiến binh ${place.commune}`,
    `Trạm Y tế ${place.commune}`,
    `Hội Liên hiệp Phụ nữ ${place.commune}`,
  ]);
}

export const born = (chance: Chance): number => chance.between(1935, 1998);
const hamlet = (chance: Chance): string => `khu ${chance.between(1, 14)}`;

/** The same commune and district, written in one of the usual ways. */
export const address = (place: LabelledPlace, chance: Chance): string =>
  chance.pick([
    `${hamlet(chance)}, ${place.commune}, ${place.district}`,
    `${place.commune}, ${place.district}, tỉnh Phú Thọ`,
    `${place.commune} - ${place.district}`,
    `${place.commune}, ${place.district}`,
  ]);
