import type { Reader } from '../platform/db.ts';
import { sameAmong } from '../subjects/same-among.ts';
import type { ImportTarget, Judged } from './target.ts';

/** An earlier row of the same list that may mean the same subject. */
export interface Twin {
  /** Its number. */
  no: number;
  strength: 'strong' | 'possible';
  /** Why, as short sentences. */
  reasons: string[];
  /** A sentence when that row writes already what this one would. */
  already: string | null;
}

/** Of one subject: nobody stands more often in a list. */
const MOST_ASKED = 100;

/**
 * For each row the earlier row that may mean the same subject. One that is all but surely the same as an earlier one is
 * told the first row of all that are one.
 */
export async function twinsOf(
  db: Reader,
  target: ImportTarget,
  judged: readonly Judged[],
  noOf: (at: number) => number,
): Promise<(Twin | null)[]> {
  const good = judged.flatMap((one, n) => (one.ok ? [{ one, n }] : []));
  const same = await sameAmong(
    db,
    good.map(({ one }) => one.probe),
  );
  const twins: (Twin | null)[] = judged.map(() => null);
  const firstOf = new Map<number, number>();
  const rowsOf = new Map<number, number[]>();
  same.forEach((found, at) => {
    const row = good[at];
    if (!found || !row) return;
    const head = firstOf.get(found.at) ?? found.at;
    // each of those that are one may have written it, not only the first
    const written = rowsOf.get(head) ?? [head];
    const already = written.map((n) => {
      const earlier = good[n];
      return earlier ? sameWords(target, earlier.one.value, row.one.value, noOf(earlier.n)) : null;
    });
    if (found.strength === 'strong') {
      firstOf.set(at, head);
      if (written.length < MOST_ASKED) written.push(at);
      rowsOf.set(head, written);
    }
    twins[row.n] = {
      no: noOf(good[head]?.n ?? 0),
      strength: found.strength,
      reasons: found.reasons.map(({ sentence }) => sentence),
      already: already.find((sentence) => sentence !== null) ?? null,
    };
  });
  return twins;
}

const sameWords = (
  target: ImportTarget,
  one: Parameters<ImportTarget['writesSame']>[0],
  other: Parameters<ImportTarget['writesSame']>[0],
  no: number,
): string | null => {
  const what = target.writesSame(one, other);
  return what === null ? null : `Dòng ${no} đã ghi ${what}: bỏ qua.`;
};
