import type { SubjectKind } from '../subjects/kinds.ts';
import { keyOf } from './words.ts';

/** 'NGUYỄN VĂN BA': no small letter in it, and more than one word. */
export const isInCapitals = (name: string): boolean =>
  /\p{Lu}\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name) && /\s/.test(name.trim());

/** 'NGUYỄN VĂN BA' → 'Nguyễn Văn Ba'; 'K’SOR H-LAN' → 'K’Sor H-Lan'. */
export const inProperCase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[\s\-’'.(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const TITLES = /^(?:(?:ông|bà|anh|chị|đồng chí|đ\/c|đc|em|cụ)\s*[.:]?\s+)(?=\S+\s+\S)/iu;

/** The name of a person without a form of address. */
export const withoutTitle = (name: string): string => {
  const bare = name.replace(TITLES, '');
  return bare === name ? name : bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
};

const HOUSEHOLD = /^(?:ho |ho gia dinh|gia dinh)/;
const COLLECTIVE =
  /^(?:tap the|truong|htx|hop tac xa|chi bo|chi doan|chi hoi|dang bo|dang uy|hoi |doan |doi |to |ban |phong |cong ty|khu |khu dan cu|thon |xa |phuong |thi tran|huyen |thi xa|thanh pho|ubnd|uy ban|cong an|ban chi huy|benh vien|tram |trung tam|cau lac bo|clb|can bo|nhan dan|lien doan|cong doan|mttq|so |chi cuc|cuc |xi nghiep|doanh nghiep|nha may|bqldn|trai |lang |ton giao|giao xu|khoi |lop |nhom |mo hinh|to hop tac)/;

/** What a name says of what it names; null when it says nothing. A family name 'Hồ', 'Đoàn', 'Đội' needs two words behind. */
export function kindInName(name: string): SubjectKind | null {
  const key = keyOf(name);
  if (HOUSEHOLD.test(key) && !/^Hồ\s/iu.test(name.normalize('NFC'))) return 'household';
  if (!COLLECTIVE.test(key)) return null;
  return isFamilyName(name) ? null : 'collective';
}

/** Family names that look like the first word of a collective without marks: Đoàn, Tô, Hội, Đội, Lang, Khổng. */
const FAMILY = /^(?:Đoàn|Tô|Bàn|Phùng|Lăng|Lương|Sở|Cục|Thôn)\s/u;
const isFamilyName = (name: string): boolean =>
  FAMILY.test(name.normalize('NFC')) &&
  /\s(?:Văn|Thị|Đức|Hữu|Ngọc|Minh|Quang|Xuân|Thanh|Thu|Kim|Mạnh|Quốc)\s/u.test(name.normalize('NFC'));

const KIND_WORDS: readonly [pattern: RegExp, kind: SubjectKind][] = [
  [/^(?:ho|ho gia dinh|gia dinh|hgd)\b/, 'household'],
  [/^(?:tap the|tt|don vi|to chuc)\b/, 'collective'],
  [/^(?:ca nhan|cn|nguoi)\b/, 'individual'],
];

/** 'Cá nhân', 'CN', 'Tập thể', 'Hộ GĐ'; null when it is none of them. */
export function kindInWords(text: string): SubjectKind | null {
  const key = keyOf(text);
  return KIND_WORDS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
