import type { Reader } from '../platform/db.ts';
import { SameBlocks } from './same-blocks.ts';
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

const AT_ONCE = 1_000;

/**
 * For each of many who are asked about at once, the earlier one of them that may be the same subject, judged as a known
 * one is (decision 017): never by name alone, and of a mistyped name never surely. The surest first, of those the earliest;
 * null where there is none. Time grows with their number: each is compared with those alone who share a key.
 */
export async function sameAmong(db: Reader, probes: readonly SameProbe[]): Promise<(SameAmong | null)[]> {
  return sameAmongSides(await loadPlaces(db), probes);
}

/** The same with places that are read already. */
export async function sameAmongSides(
  index: PlaceIndex,
  probes: readonly SameProbe[],
): Promise<(SameAmong | null)[]> {
  const sides = probes.map((probe) => sideOfProbe(index, probe));
  const blocks = new SameBlocks(index, sides);
  const found: (SameAmong | null)[] = [];
  for (const [at, side] of sides.entries()) {
    found.push(surest(index, sides, side, blocks.add(at, side)));
    // whoever else is served meanwhile does not wait for a long list
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
  }
  return found;
}

function surest(
  index: PlaceIndex,
  sides: readonly SameSide[],
  side: SameSide,
  others: readonly number[],
): SameAmong | null {
  let best: SameAmong | null = null;
  for (const at of others) {
    const other = sides[at];
    const verdict = other && judgeSame(index, side, other);
    if (!verdict || verdict.strength === 'faint') continue;
    const { strength, reasons } = verdict;
    if (strength === 'strong') return { at, strength, reasons };
    best ??= { at, strength, reasons };
  }
  return best;
}
