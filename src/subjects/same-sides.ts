import type { SubjectFacts } from './facts.ts';
import type { SameSide } from './same-judge.ts';
import { type SameName, sameNames } from './same-names.ts';
import type { PlaceUnit } from './same-place.ts';
import type { PlaceIndex } from './same-place-index.ts';
import type { SameProbe } from './same-types.ts';

/** A subject as it is read to be compared. */
export interface SameRow extends SubjectFacts {
  id: number;
  /** Offices with which its exemplars lie. */
  officeIds: readonly number[];
  aliases: readonly string[];
}

export const sideOfProbe = (index: PlaceIndex, probe: SameProbe): SameSide =>
  sideOf(index, probe, probe.officeIds ?? [], []);

export const sideOfRow = (index: PlaceIndex, row: SameRow): SameSide =>
  sideOf(index, row, row.officeIds, row.aliases);

function sideOf(
  index: PlaceIndex,
  facts: SubjectFacts,
  officeIds: readonly number[],
  aliases: readonly string[],
): SameSide {
  const own = sameNames(facts.kind, facts.fullName);
  return {
    kind: facts.kind,
    names: [...own, ...aliases.flatMap((alias) => sameNames(facts.kind, alias))],
    aliasesFrom: own.length,
    birthYear: facts.birthYear,
    where: {
      address: index.find(addressOf(own[0], facts.place)),
      offices: distinct(officeIds.flatMap((id) => index.ofOffice(id))),
    },
    position: facts.position,
    representative: facts.representative,
  };
}

/** The place that ends a name, what follows the name, and the place itself: the nearer first. */
const addressOf = (name: SameName | undefined, place: string | null): string =>
  [name?.head?.place, name?.rest, place].filter(Boolean).join(', ');

const distinct = (units: readonly PlaceUnit[]): PlaceUnit[] => [
  ...new Map(units.map((unit) => [unit.id, unit])).values(),
];
