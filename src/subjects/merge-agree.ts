import type { Reader } from '../platform/db.ts';
import type { SubjectFacts } from './facts.ts';
import type { SubjectInView } from './in-view.ts';
import { placeParts } from './same-place.ts';
import type { FoundPlace, PlaceIndex } from './same-place-index.ts';
import { loadPlaces } from './same-places.ts';
import { relatePlaces, type Whereabouts } from './same-where.ts';
import { plainSpelling } from './spelling.ts';

/** One of the two as the rules see it. */
export interface MergeSide {
  facts: SubjectFacts;
  /** Offices with which its registrations lie. */
  officeIds: readonly number[];
}

/** What agrees of two subjects beside their names, in words; two queries at most. */
export const agreedOf = async (db: Reader, kept: SubjectInView, gone: SubjectInView): Promise<string[]> =>
  agreedFacts(await loadPlaces(db), sideOf(kept), sideOf(gone));

const sideOf = (subject: SubjectInView): MergeSide => ({
  facts: subject,
  officeIds: subject.exemplars.map(({ officeId }) => officeId),
});

/**
 * What agrees beside the name, in words: a name alone never merges. Places and offices are compared over time: an old
 * commune and the present one that it became are one.
 */
export function agreedFacts(index: PlaceIndex, kept: MergeSide, gone: MergeSide): string[] {
  const [one, other] = [kept.facts, gone.facts];
  const agreed: (string | null)[] = [
    one.birthYear !== null && one.birthYear === other.birthYear ? `cùng năm sinh ${one.birthYear}` : null,
    agreedPlace(index, kept, gone),
    sameWords(one.representative, other.representative) ? 'cùng người đại diện' : null,
    agreedOffice(index, kept.officeIds, gone.officeIds),
  ];
  return agreed.filter((sentence) => sentence !== null);
}

/** 'cùng nơi ở, địa chỉ', 'xã cũ Thu Phong nay thuộc Cao Phong', or null. A district is too large to tell anybody. */
function agreedPlace(index: PlaceIndex, kept: MergeSide, gone: MergeSide): string | null {
  const [one, other] = [whereOf(index, kept), whereOf(index, gone)];
  const { relation, sentence } = relatePlaces(index, one, other);
  const hamletsDiffer =
    one.address.hamlet !== null &&
    other.address.hamlet !== null &&
    one.address.hamlet !== other.address.hamlet;
  // hamlets were numbered anew when communes were joined, so that they speak only within one commune
  if (relation === 'became') return sentence;
  if (relation === 'same') return hamletsDiffer ? null : sentence;
  return sameOutside(index, kept.facts.place ?? '', gone.facts.place ?? '') ? 'cùng nơi ở, địa chỉ' : null;
}

/** An address where no office of the program lies, written alike; a hamlet alone may be anywhere. */
function sameOutside(index: PlaceIndex, one: string, other: string): boolean {
  const known = [one, other].some((place) => index.find(place).units.length > 0);
  return !known && sameWords(one, other) && placeParts(one).units.length > 0;
}

const whereOf = (index: PlaceIndex, { facts, officeIds }: MergeSide): Whereabouts => {
  const address = index.find(facts.place ?? '');
  return {
    address: { ...address, units: communes(address.units) },
    offices: communes(officeIds.flatMap((id) => index.ofOffice(id))),
  };
};

const communes = (units: FoundPlace['units']): FoundPlace['units'] =>
  units.filter(({ level }) => level === 'commune');

function agreedOffice(index: PlaceIndex, kept: readonly number[], gone: readonly number[]): string | null {
  if (kept.some((id) => gone.includes(id))) return 'cùng đơn vị ghi nhận';
  const followed = kept.some((one) =>
    gone.some((other) => index.laterOf(one).has(other) || index.laterOf(other).has(one)),
  );
  return followed ? 'đơn vị ghi nhận cũ và mới là một, qua sắp xếp đơn vị' : null;
}

function sameWords(one: string | null, other: string | null): boolean {
  const key = plainSpelling(one ?? '');
  return key !== '' && key === plainSpelling(other ?? '');
}
