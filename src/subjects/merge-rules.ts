import type { Reason } from '../platform/outcome.ts';
import type { SubjectFacts } from './facts.ts';
import { sameSpelling } from './spelling.ts';

/** The facts of which a person chooses one of two values. The kind is the same in both. */
export const MERGED_FACTS = ['fullName', 'birthYear', 'place', 'position', 'representative'] as const;
export type MergedFact = (typeof MERGED_FACTS)[number];

export const FACT_NAMES: Record<MergedFact, string> = {
  fullName: 'Họ tên, tên gọi',
  birthYear: 'Năm sinh',
  place: 'Nơi ở, địa chỉ',
  position: 'Chức vụ, nghề nghiệp',
  representative: 'Người đại diện',
};

/** Whose value is kept. */
export type Side = 'kept' | 'gone';
export type Choice = Record<MergedFact, Side>;

/** Something that stands against a merge or its undoing; with where it can be put right. */
export interface Against extends Reason {
  href?: string;
  linkText?: string;
}

/** The facts of the one that is kept, after the merge. */
export function mergedFacts(kept: SubjectFacts, gone: SubjectFacts, choice: Choice): SubjectFacts {
  const from = (fact: MergedFact) => (choice[fact] === 'gone' ? gone : kept);
  return {
    kind: kept.kind,
    fullName: from('fullName').fullName,
    birthYear: from('birthYear').birthYear,
    place: from('place').place,
    position: from('position').position,
    representative: from('representative').representative,
  };
}

/** What is chosen at first: the kept one's value, where it has one. */
export function usualChoice(kept: SubjectFacts, gone: SubjectFacts): Choice {
  const side = (fact: MergedFact): Side => (kept[fact] === null && gone[fact] !== null ? 'gone' : 'kept');
  return {
    fullName: 'kept',
    birthYear: side('birthYear'),
    place: side('place'),
    position: side('position'),
    representative: side('representative'),
  };
}

/** The name that is not chosen, to be kept as an alias; null where both are the very same. */
export function nameLeft(kept: SubjectFacts, gone: SubjectFacts, choice: Choice): string | null {
  if (sameSpelling(kept.fullName, gone.fullName)) return null;
  return choice.fullName === 'gone' ? kept.fullName : gone.fullName;
}

const MOST_YEARS_APART = 1;

/**
 * What the facts of the two say against their being one; what may be passed over needs a reason that is kept.
 *
 * @param agreed what agrees beside the name (`agreedFacts`): a name alone never merges
 */
export function factsAgainst(kept: SubjectFacts, gone: SubjectFacts, agreed: readonly string[]): Against[] {
  const against: Against[] = [];
  if (kept.kind !== gone.kind) against.push(OTHER_KIND);
  if (yearsApart(kept, gone) > MOST_YEARS_APART) {
    against.push({
      rule: 'births_differ',
      sentence: `Năm sinh khác nhau hơn một năm (${kept.birthYear} và ${gone.birthYear}).`,
      mayOverride: true,
    });
  }
  if (agreed.length === 0) against.push(ONLY_NAME);
  return against;
}

const yearsApart = (one: SubjectFacts, other: SubjectFacts): number =>
  one.birthYear === null || other.birthYear === null ? 0 : Math.abs(one.birthYear - other.birthYear);

const OTHER_KIND: Against = {
  rule: 'kinds_differ',
  sentence:
    'Hai chủ thể khác loại (cá nhân, tập thể, hộ gia đình): hãy sửa loại cho đúng ở hồ sơ, hoặc để riêng hai chủ thể.',
};

const ONLY_NAME: Against = {
  rule: 'only_name',
  sentence:
    'Ngoài tên, chưa có điểm nào khớp (năm sinh, nơi ở, người đại diện, đơn vị): hãy ghi rõ vì sao biết là một.',
  mayOverride: true,
};

/** Which chosen facts were corrected since the merge: their new value stays when the merge is undone. */
export const changedSince = (after: SubjectFacts, now: SubjectFacts): MergedFact[] =>
  MERGED_FACTS.filter((fact) => after[fact] !== now[fact]);

/** The facts of the kept one when a merge is undone: those of before, but for what was corrected since. */
export function factsBack(before: SubjectFacts, after: SubjectFacts, now: SubjectFacts): SubjectFacts {
  const corrected = new Set(changedSince(after, now));
  const from = (fact: MergedFact) => (corrected.has(fact) ? now : before);
  return {
    kind: now.kind,
    fullName: from('fullName').fullName,
    birthYear: from('birthYear').birthYear,
    place: from('place').place,
    position: from('position').position,
    representative: from('representative').representative,
  };
}
