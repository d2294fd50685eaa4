import type { Reader } from '../platform/db.ts';
import { judgeSame, type SameSide } from './same-judge.ts';
import type { PlaceIndex } from './same-place-index.ts';
import { loadPlaces } from './same-places.ts';
import { sideOfProbe } from './same-sides.ts';
import type { SameProbe, SameReason } from './same-types.ts';

/** One of those asked about that may be an earlier one of them. */
export interface SameAmong {
  /** Index of the earlier one. */
  at: number;
  strength: 'strong' | 'possible';
  reasons: SameReason[];
}

/** Of one name, with how many earlier ones each is compared: nobody has more namesakes of an age in one list. */
const MOST_COMPARED = 60;
const AT_ONCE = 1_000;

/**
 * For each of many who are asked about at once, the earlier one of them that may be the same subject, judged as a known
 * one is (decision 017): never by name alone. The surest first, of those the earliest; null where there is none. Looks at
 * the same words in any order, with or without marks, of one kind; mistyped names are left to `sameSubjects`.
 */
export async function sameAmong(db: Reader, probes: readonly SameProbe[]): Promise<(SameAmong | null)[]> {
  const index = await loadPlaces(db);
  const namesakes = new Map<string, Namesakes>();
  const found: (SameAmong | null)[] = [];
  for (const [at, probe] of probes.entries()) {
    const side = sideOfProbe(index, probe);
    const key = keyOf(side);
    const same = namesakes.get(key) ?? new Namesakes();
    namesakes.set(key, same);
    found.push(surest(index, side, same.near(side.birthYear)));
    same.add({ at, side });
    // whoever else is served meanwhile does not wait for a long list
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
  }
  return found;
}

function surest(index: PlaceIndex, side: SameSide, others: readonly Asked[]): SameAmong | null {
  let best: SameAmong | null = null;
  for (const other of others) {
    const verdict = judgeSame(index, side, other.side);
    if (!verdict || verdict.strength === 'faint') continue;
    const { strength, reasons } = verdict;
    if (strength === 'strong') return { at: other.at, strength, reasons };
    best ??= { at: other.at, strength, reasons };
  }
  return best;
}

interface Asked {
  at: number;
  side: SameSide;
}

/** Those of one name, by year of birth: two who are further apart than a year are never one. */
class Namesakes {
  readonly #byYear = new Map<number | null, Asked[]>();

  add(one: Asked): void {
    const year = one.side.birthYear;
    const list = this.#byYear.get(year);
    if (list) list.push(one);
    else this.#byYear.set(year, [one]);
  }

  near(year: number | null): Asked[] {
    const lists =
      year === null
        ? [...this.#byYear.values()]
        : [year - 1, year, year + 1, null].map((one) => this.#byYear.get(one) ?? []);
    return lists
      .flat()
      .sort((one, other) => one.at - other.at)
      .slice(0, MOST_COMPARED);
  }
}

const keyOf = ({ kind, names }: SameSide): string =>
  `${kind} ${(names[0]?.words ?? [])
    .map(({ key }) => key)
    .sort()
    .join(' ')}`;
