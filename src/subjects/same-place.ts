import { sameWord } from './same-word.ts';

/** An office as far as it tells a place. */
export interface PlaceOffice {
  id: number;
  name: string;
  /** Ids from the root down to the office itself. */
  path: readonly number[];
}

/** A district or commune of some time. */
export interface PlaceUnit extends PlaceOffice {
  level: 'commune' | 'district';
  /** Kind of unit without marks: 'xa', 'phuong', 'thi tran', 'huyen'… */
  type: string;
  /** Name without its kind: 'Thu Phong'. */
  proper: string;
  /** The same with marks, and without, as names are compared. */
  spelled: string;
  key: string;
}

const UNIT =
  /^(?:ubnd |ủy ban nhân dân |uỷ ban nhân dân )?(xã|phường|thị trấn|huyện|thị xã|thành phố|quận) (.+)$/iu;
const COMMUNES = new Set(['xa', 'phuong', 'thi tran']);

const bareOf = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => sameWord(word).bare)
    .join(' ');

/** Text as places are compared: small letters, tone at the end of each word; or without marks. */
export function placeKey(text: string, form: 'spelled' | 'key'): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => sameWord(word)[form]).join(' ');
}

/** Null for an office that is no district or commune. */
export function unitOf(office: PlaceOffice): PlaceUnit | null {
  const [, type = '', proper = ''] = UNIT.exec(office.name.normalize('NFC')) ?? [];
  if (proper === '') return null;
  const kind = bareOf(type);
  return {
    ...office,
    level: COMMUNES.has(kind) ? 'commune' : 'district',
    type: kind,
    proper,
    spelled: placeKey(proper, 'spelled'),
    key: placeKey(proper, 'key'),
  };
}

/** One part of an address. */
export interface PlacePart {
  /** Kind of unit; null where none is named. */
  type: string | null;
  spelled: string;
  key: string;
  marked: boolean;
}

export interface PlaceParts {
  units: PlacePart[];
  /** 'khu 7', 'xom nam son 2': the smallest part, without marks; null where none is named. */
  hamlet: string | null;
}

const KINDS: [RegExp, string][] = [
  [/^(?:thị xã|thi xa|tx\.?)\s+(.+)$/iu, 'thi xa'],
  [/^(?:thị trấn|thi tran|tt\.?)\s+(.+)$/iu, 'thi tran'],
  [/^(?:thành phố|thanh pho|tp\.?)\s+(.+)$/iu, 'thanh pho'],
  [/^(?:xã|xa|x\.)\s*(.+)$/iu, 'xa'],
  [/^(?:phường|phuong|p\.)\s*(.+)$/iu, 'phuong'],
  [/^(?:huyện|huyen|h\.)\s*(.+)$/iu, 'huyen'],
  [/^(?:quận|quan)\s+(.+)$/iu, 'quan'],
];
const PROVINCE = /^(?:tỉnh|tinh|việt nam|viet nam)(?:\s|$)/iu;
const HAMLET =
  /^(?:khu|thôn|thon|xóm|xom|tổ|to|đội|doi|bản|ban|phố|pho|số|so|đường|duong|ngõ|ngo|chi hội|chi hoi|ấp|ap|làng|lang)\s/iu;
/** A kind of unit in the middle of a part begins the next one: 'khu 7 xã Hy Cương huyện Phù Ninh'. */
const NEXT_UNIT =
  /\s+(?=(?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh|xa|phuong|thi tran|huyen|thi xa|thanh pho|tinh|tx|tp|tt)\.?\s)/iu;

/** 'khu 7, xã Thu Phong, huyện Cao Phong' → its units and its hamlet. At most 300 letters are read. */
export function placeParts(text: string): PlaceParts {
  const units: PlacePart[] = [];
  let hamlet: string | null = null;
  const parts = text
    .slice(0, 300)
    .normalize('NFC')
    .split(/[,;()]|\s[-–]\s/)
    .flatMap((part) => part.trim().split(NEXT_UNIT));
  for (const part of parts) {
    if (part === '' || PROVINCE.test(part)) continue;
    if (HAMLET.test(part)) hamlet ??= placeKey(part, 'key').replace(/\b0+(?=\d)/g, '');
    else units.push(partOf(part));
  }
  return { units, hamlet };
}

function partOf(part: string): PlacePart {
  for (const [pattern, type] of KINDS) {
    const proper = pattern.exec(part)?.[1];
    // 'Thị' of 'thị xã' alone, or 'Xã' within a name, is no kind
    if (proper) return { ...named(proper), type };
  }
  return { ...named(part), type: null };
}

const named = (text: string): Omit<PlacePart, 'type'> => {
  const key = placeKey(text, 'key');
  const spelled = placeKey(text, 'spelled');
  return { spelled, key, marked: spelled !== key };
};

export const isCommuneType = (type: string | null): boolean => type !== null && COMMUNES.has(type);
