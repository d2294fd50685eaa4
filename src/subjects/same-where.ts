import type { PlaceUnit } from './same-place.ts';
import type { FoundPlace, PlaceIndex } from './same-place-index.ts';

/**
 * How two places are related: `same` unit; one `became` the other or a part of it; one lies `within` the other, or a name
 * means several units of which one is the same; `joined`: two units that are parts of one now; `other`; `unknown`.
 */
export type PlaceRelation = 'same' | 'became' | 'within' | 'joined' | 'other' | 'unknown';

export interface PlacesRelated {
  relation: PlaceRelation;
  sentence: string | null;
}

/** Where somebody is, as their address and as the offices say with which they lie. */
export interface Whereabouts {
  address: FoundPlace;
  offices: readonly PlaceUnit[];
}

const UNKNOWN: PlacesRelated = { relation: 'unknown', sentence: null };
const NEAREST: readonly PlaceRelation[] = ['same', 'became', 'within', 'joined', 'other', 'unknown'];

/** By their addresses where both name a commune, else by whatever brings them nearest. */
export function relatePlaces(index: PlaceIndex, one: Whereabouts, other: Whereabouts): PlacesRelated {
  if (namesCommune(one.address) && namesCommune(other.address)) {
    return relate(index, one.address.units, other.address.units);
  }
  const related = sidesOf(one).flatMap((a) => sidesOf(other).map((b) => relate(index, a, b)));
  return related.toSorted((a, b) => NEAREST.indexOf(a.relation) - NEAREST.indexOf(b.relation))[0] ?? UNKNOWN;
}

const namesCommune = ({ units }: FoundPlace): boolean => units.some((unit) => unit.level === 'commune');

const sidesOf = ({ address, offices }: Whereabouts): (readonly PlaceUnit[])[] =>
  [address.units, ...offices.map((unit) => [unit])].filter((units) => units.length > 0);

function relate(index: PlaceIndex, one: readonly PlaceUnit[], other: readonly PlaceUnit[]): PlacesRelated {
  if (one.length === 0 || other.length === 0) return UNKNOWN;
  const pairs = one.flatMap((a) => other.map((b) => relateUnits(index, a, b)));
  const [nearest = UNKNOWN] = pairs.toSorted(
    (a, b) => NEAREST.indexOf(a.relation) - NEAREST.indexOf(b.relation),
  );
  const sure = isOnePlace(index, one) && isOnePlace(index, other);
  if (sure || (nearest.relation !== 'same' && nearest.relation !== 'became')) return nearest;
  return { relation: 'within', sentence: `địa danh trùng tên: ${nameOf(one[0])}` };
}

/** Several units of one name are one place when one followed the other. */
function isOnePlace(index: PlaceIndex, units: readonly PlaceUnit[]): boolean {
  return units.some((last) => units.every((unit) => index.laterOf(unit.id).has(last.id)));
}

function relateUnits(index: PlaceIndex, a: PlaceUnit, b: PlaceUnit): PlacesRelated {
  if (a.id === b.id) return { relation: 'same', sentence: `cùng ${nameOf(a)}` };
  if (index.laterOf(a.id).has(b.id)) return { relation: 'became', sentence: becameSentence(a, b) };
  if (index.laterOf(b.id).has(a.id)) return { relation: 'became', sentence: becameSentence(b, a) };
  const above = a.level === 'district' ? a : b.level === 'district' ? b : null;
  const below = above === a ? b : a;
  if (above && isWithin(index, below, above))
    return { relation: 'within', sentence: `cùng ${nameOf(above)}` };
  const joined = [...index.laterOf(a.id)].find((id) => index.laterOf(b.id).has(id));
  const now = joined === undefined ? undefined : index.unit(joined);
  if (now && a.level === 'commune' && b.level === 'commune') {
    return {
      relation: 'joined',
      sentence: `hai nơi khác nhau, ${nameOf(a)} và ${nameOf(b)}, nay cùng thuộc ${nameOf(now)}`,
    };
  }
  return { relation: 'other', sentence: `khác nơi: ${nameOf(a)} và ${nameOf(b)}` };
}

const isWithin = (index: PlaceIndex, below: PlaceUnit, above: PlaceUnit): boolean =>
  [...index.laterOf(below.id)].some((id) => index.unit(id)?.path.includes(above.id));

/** 'xã cũ Thu Phong nay thuộc Cao Phong'; where the name stayed, only the kind of unit is new. */
function becameSentence(before: PlaceUnit, after: PlaceUnit): string {
  const [old, now] = [nameOf(before), nameOf(after)];
  if (old === now) return `cùng ${now}`;
  if (before.spelled === after.spelled) return `${old} nay là ${now}`;
  return `${TYPES[before.type] ?? ''} cũ ${before.proper} nay thuộc ${after.proper}`;
}

const TYPES: Record<string, string> = {
  xa: 'xã',
  phuong: 'phường',
  'thi tran': 'thị trấn',
  huyen: 'huyện',
  'thi xa': 'thị xã',
  'thanh pho': 'thành phố',
  quan: 'quận',
};

const nameOf = (unit: PlaceUnit | undefined): string =>
  unit ? `${TYPES[unit.type] ?? ''} ${unit.proper}` : '';
