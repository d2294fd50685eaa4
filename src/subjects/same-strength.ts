import type { NameLikeness } from './same-compare.ts';
import type { BirthRelation, KindRelation } from './same-judge.ts';
import type { SameStrength } from './same-types.ts';
import type { PlaceRelation } from './same-where.ts';

/** What is known of two who may be one. */
export interface SameEvidence {
  /** Is a collective asked about? */
  collective: boolean;
  kinds: KindRelation;
  likeness: NameLikeness;
  birth: BirthRelation;
  place: PlaceRelation;
  /** Hamlet, position or representative agree. */
  extra: boolean;
}

/**
 * How sure one may be; null where it is not worth telling. A name alone is never `strong`, and a contradiction (births
 * more than a year apart, another commune, another kind, other marks) leaves `faint` at most.
 */
export function decideStrength(evidence: SameEvidence): SameStrength | null {
  const { likeness, birth, kinds } = evidence;
  if (birth === 'far' || kinds === 'far') return ONE_NAME.has(likeness) ? 'faint' : null;
  return BY_LIKENESS[likeness](evidence);
}

type Decide = (evidence: SameEvidence) => SameStrength | null;

const ofOneName: Decide = (evidence) => {
  const strength = evidence.collective ? ofCollective(evidence) : ofPerson(evidence);
  return evidence.kinds === 'near' ? atMostPossible(strength) : strength;
};

const atMostPossible = (strength: SameStrength | null): SameStrength | null =>
  strength === 'strong' ? 'possible' : strength;

const BY_LIKENESS: Record<NameLikeness, Decide> = {
  same: ofOneName,
  order: ofOneName,
  unmarked: ofOneName,
  slip: (evidence) => atMostPossible(ofOneName(evidence)),
  head: (evidence) => (isHere(evidence) ? ofCollective(evidence) : null),
  // an office of a commune and that of the commune that took it in: two, of which one may have followed the other
  kin: ({ place }) => (place === 'became' ? 'faint' : null),
  marks: (evidence) => (isElsewhere(evidence) ? null : 'faint'),
  typo: ofTypo,
  part: ofPart,
};

const ONE_NAME: ReadonlySet<NameLikeness> = new Set(['same', 'order', 'unmarked', 'slip']);

const isHere = ({ place }: SameEvidence): boolean => place === 'same' || place === 'became';
const isElsewhere = ({ place }: SameEvidence): boolean => place === 'other' || place === 'joined';

function ofCollective(evidence: SameEvidence): SameStrength {
  if (evidence.place === 'same') return 'strong';
  // several communes with a "Khu dân cư số 2" became one
  if (evidence.place === 'became') return evidence.extra ? 'strong' : 'possible';
  return isElsewhere(evidence) ? 'faint' : 'possible';
}

function ofPerson(evidence: SameEvidence): SameStrength {
  const { birth, extra } = evidence;
  // many share a name; one who moved is known by birth and work
  if (isElsewhere(evidence)) return birth === 'equal' && extra ? 'possible' : 'faint';
  if (isHere(evidence)) {
    return birth === 'equal' || (birth === 'unknown' && extra) ? 'strong' : 'possible';
  }
  return birth === 'near' ? 'faint' : 'possible';
}

function ofTypo(evidence: SameEvidence): SameStrength | null {
  if (isElsewhere(evidence)) return null;
  if (evidence.birth === 'equal') return 'possible';
  if (!isHere(evidence)) return null;
  return evidence.birth === 'unknown' ? 'possible' : 'faint';
}

function ofPart(evidence: SameEvidence): SameStrength | null {
  if (isElsewhere(evidence)) return null;
  if (evidence.collective) return isHere(evidence) ? 'possible' : 'faint';
  if (evidence.birth === 'equal') return isHere(evidence) ? 'possible' : 'faint';
  return isHere(evidence) && evidence.birth === 'unknown' ? 'faint' : null;
}
