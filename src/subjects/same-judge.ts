import type { SubjectKind } from './kinds.ts';
import { compareNames, type NameLikeness, type NamesAlike } from './same-compare.ts';
import type { SameName } from './same-names.ts';
import { placeKey } from './same-place.ts';
import type { PlaceIndex } from './same-place-index.ts';
import { decideStrength } from './same-strength.ts';
import type { SameReason, SameStrength } from './same-types.ts';
import { relatePlaces, type Whereabouts } from './same-where.ts';

/** A subject, or one that is asked about, ready to be compared. */
export interface SameSide {
  kind: SubjectKind;
  /** Its name, both where it has two, and its other names. */
  names: readonly SameName[];
  /** Index in `names` from which the other names begin. */
  aliasesFrom: number;
  birthYear: number | null;
  where: Whereabouts;
  position: string | null;
  representative: string | null;
}

export interface SameVerdict {
  strength: SameStrength;
  reasons: SameReason[];
  /** The higher, the likelier, among those of one strength. */
  weight: number;
}

/** Are they one? Null where nothing speaks for it. */
export function judgeSame(index: PlaceIndex, asked: SameSide, known: SameSide): SameVerdict | null {
  const alike = nearestNames(asked, known);
  if (!alike) return null;
  const birth = relateBirths(asked.birthYear, known.birthYear);
  const place = relatePlaces(index, asked.where, known.where);
  const hamlet = relateHamlets(asked, known);
  const position = agree(asked.position, known.position);
  const representative = agree(asked.representative, known.representative);
  const extra = (hamlet === true || position === true || representative === true) && hamlet !== false;
  const strength = decideStrength({
    collective: asked.kind === 'collective',
    kinds: relateKinds(asked.kind, known.kind),
    likeness: alike.likeness,
    birth,
    place: place.relation,
    extra,
  });
  if (!strength) return null;
  const reasons = [
    reason('name', alike.likeness !== 'marks', alike.sentence),
    reason('place', AGREEING_PLACES.has(place.relation), place.sentence),
    reason(
      'name',
      false,
      birth === 'unknown' && place.relation === 'unknown' ? TOO_LITTLE[asked.kind] : null,
    ),
    reason('birth', birth === 'equal', birthSentence(birth, asked.birthYear, known.birthYear)),
    reason('address', hamlet === true, hamlet === null ? null : hamlet ? 'cùng khu, thôn' : 'khác khu, thôn'),
    reason('position', true, position ? 'cùng chức vụ, nghề nghiệp' : null),
    reason('representative', true, representative ? 'cùng người đại diện' : null),
    reason(
      'kind',
      false,
      asked.kind === known.kind ? null : 'ghi khác loại: cá nhân, tập thể hoặc hộ gia đình',
    ),
  ].flat();
  return {
    strength,
    reasons: reasons.toSorted((a, b) => Number(b.agrees) - Number(a.agrees)),
    weight: LIKENESS_WEIGHTS[alike.likeness] + weightOf(reasons),
  };
}

const AGREEING_PLACES: ReadonlySet<string> = new Set(['same', 'became', 'within']);

const TOO_LITTLE: Record<SubjectKind, string> = {
  individual: 'chưa đủ năm sinh, nơi ở để đối chiếu',
  household: 'chưa đủ năm sinh, nơi ở để đối chiếu',
  collective: 'chưa đủ địa chỉ để đối chiếu',
};

const LIKENESS_WEIGHTS: Record<NameLikeness, number> = {
  same: 8,
  order: 7,
  unmarked: 6,
  head: 5,
  kin: 2,
  slip: 4,
  typo: 3,
  part: 3,
  marks: 2,
};

const weightOf = (reasons: readonly SameReason[]): number =>
  reasons.reduce((sum, { topic, agrees }) => sum + (topic === 'name' ? 0 : agrees ? 2 : -1), 0);

const reason = (topic: SameReason['topic'], agrees: boolean, sentence: string | null): SameReason[] =>
  sentence === null ? [] : [{ topic, agrees, sentence }];

function nearestNames(asked: SameSide, known: SameSide): NamesAlike | null {
  let nearest: NamesAlike | null = null;
  for (const one of asked.names) {
    known.names.forEach((other, n) => {
      const alike = compareNames(asked.kind, one, other);
      if (!alike || (nearest && LIKENESS_WEIGHTS[nearest.likeness] >= LIKENESS_WEIGHTS[alike.likeness]))
        return;
      nearest =
        n < known.aliasesFrom ? alike : { ...alike, sentence: `${alike.sentence} (một tên gọi khác)` };
    });
  }
  return nearest;
}

export type BirthRelation = 'equal' | 'near' | 'far' | 'unknown';

function relateBirths(one: number | null, other: number | null): BirthRelation {
  if (one === null || other === null) return 'unknown';
  const apart = Math.abs(one - other);
  return apart === 0 ? 'equal' : apart === 1 ? 'near' : 'far';
}

function birthSentence(birth: BirthRelation, one: number | null, other: number | null): string | null {
  if (birth === 'unknown') return null;
  if (birth === 'equal') return `cùng năm sinh ${one}`;
  return birth === 'near' ? `năm sinh lệch một năm: ${one} và ${other}` : `khác năm sinh: ${one} và ${other}`;
}

export type KindRelation = 'equal' | 'near' | 'far';

/** A person and their household are written one for the other; a collective is neither. */
const relateKinds = (one: SubjectKind, other: SubjectKind): KindRelation =>
  one === other ? 'equal' : one === 'collective' || other === 'collective' ? 'far' : 'near';

function relateHamlets(asked: SameSide, known: SameSide): boolean | null {
  const [one, other] = [asked.where.address.hamlet, known.where.address.hamlet];
  return one === null || other === null ? null : one === other;
}

/** Null where one is not known; words in any order and with or without marks. */
function agree(one: string | null, other: string | null): boolean | null {
  if (!one || !other) return null;
  return sortedKey(one) === sortedKey(other);
}

const sortedKey = (text: string): string => placeKey(text.slice(0, 200), 'key').split(' ').sort().join(' ');
