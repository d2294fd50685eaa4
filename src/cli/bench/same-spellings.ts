import type { Chance } from '../../sample/prng.ts';

/** Ways to write one name, as offices do; each gives the name unchanged where it does not apply. */

const OLD_TONES: [string, string][] = [
  ...[
    'òa oà',
    'óa oá',
    'ỏa oả',
    'õa oã',
    'ọa oạ',
    'òe oè',
    'óe oé',
    'ỏe oẻ',
    'ọe oẹ',
    'ùy uỳ',
    'úy uý',
    'ủy uỷ',
  ],
  ...['ũy uỹ', 'ụy uỵ'],
].map((pair) => pair.split(' ') as [string, string]);

/** 'Hòa' → 'Hoà', 'Thúy' → 'Thuý'; 'Hoàng' stays. */
export const oldTones = (name: string): string =>
  OLD_TONES.reduce(
    (text, [now, old]) => text.replace(new RegExp(`(?<![qQ])${now}(?![\\p{L}\\p{M}])`, 'gu'), old),
    name,
  );

export const apart = (name: string): string => name.normalize('NFD');

export const withoutMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');

export const inCapitals = (name: string): string => name.toUpperCase();
export const inSmall = (name: string): string => name.toLowerCase();
export const spaced = (name: string): string => ` ${name.replace(' ', '\u00a0 ')} `;
export const dotted = (name: string): string => `${name}.`;

/** 'Nguyễn Thị Hòa' → 'Hòa Nguyễn Thị' */
export const turned = (name: string): string => {
  const words = name.split(' ');
  return [...words.slice(-1), ...words.slice(0, -1)].join(' ');
};

/** 'Nguyễn Thị Hòa' → 'Ng. Th. Hòa' */
export const shortened = (name: string): string =>
  name
    .replace(/^Nguyễn /, 'Ng. ')
    .replace(/ Thị /, ' Th. ')
    .replace(/ Văn /, ' V. ');

/** 'Quý' → 'Quí', 'Mỹ' → 'Mĩ' */
export const withI = (name: string): string =>
  name
    .split(' ')
    .map((word) => (/^(?:Q?u?[yýỳỷỹỵ]|[HKLMTSV][yýỳỷỹỵ]|Qu[yýỳỷỹỵ])$/u.test(word) ? toI(word) : word))
    .join(' ');

const toI = (word: string): string =>
  word.replace(/[yýỳỷỹỵ]/gu, (letter) => 'iíìỉĩị'['yýỳỷỹỵ'.indexOf(letter)] ?? letter);

/** Two letters of the given name change places so that no syllable results: 'Toàn' → 'Tàon'. */
export function swapped(name: string): string {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (!/[aăâ]?(?:n|m|ng|nh|c|t|p)$/u.test(last) || last.length < 4) return name;
  const at = last.length - 2;
  return [...words.slice(0, -1), last.slice(0, at) + (last[at + 1] ?? '') + (last[at] ?? '')].join(' ');
}

const ADDRESSES = ['Ông', 'Bà', 'Anh', 'Chị', 'Đồng chí', 'Cụ', 'ông', 'bà'] as const;
const HOUSES = [
  'Gia đình ông',
  'Gia đình bà',
  'Hộ ông',
  'Hộ bà',
  'Hộ gia đình ông',
  'GĐ ông',
  'Gia đình',
  'Hộ',
] as const;

export const addressed = (name: string, chance: Chance): string => `${chance.pick(ADDRESSES)} ${name}`;
export const asHouse = (name: string, chance: Chance): string => `${chance.pick(HOUSES)} ${name}`;

const SHORT: [RegExp, string][] = [
  [/Trường Tiểu học/, 'Trường TH'],
  [/Trường Trung học cơ sở/, 'Trường THCS'],
  [/Trường Trung học phổ thông/, 'THPT'],
  [/Trường Mầm non/, 'Trường MN'],
  [/Hợp tác xã Dịch vụ nông nghiệp/, 'HTXDVNN'],
  [/Hợp tác xã/, 'HTX'],
  [/Ủy ban nhân dân/, 'UBND'],
  [/Hội đồng nhân dân/, 'HĐND'],
  [/Ủy ban Mặt trận Tổ quốc/, 'Ủy ban MTTQ'],
  [/Câu lạc bộ/, 'CLB'],
  [/Khu dân cư số /, 'KDC số 0'],
  [/Tổ dân phố số /, 'TDP '],
  [/Công ty cổ phần/, 'CTCP'],
  [/Công ty trách nhiệm hữu hạn/, 'Công ty TNHH'],
  [/Ban Chỉ huy Quân sự/, 'BCH Quân sự'],
  [/Trạm Y tế/, 'TYT'],
  [/Công an/, 'CA'],
  [/Hội Cựu chiến binh/, 'Hội CCB'],
  [/Hội Liên hiệp Phụ nữ/, 'Hội LHPN'],
];

/** 'Trường Tiểu học Hy Cương' → 'Trường TH Hy Cương' */
export const abbreviated = (name: string): string =>
  SHORT.reduce((text, [long, short]) => text.replace(long, short), name);

/** 'Trường Tiểu học Hy Cương' → 'Tiểu học Hy Cương' */
export const withoutSchool = (name: string): string => name.replace(/^Trường /, '');
