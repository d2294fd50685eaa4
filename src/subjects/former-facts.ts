import type { HistoryEntry } from '../audit/timeline.ts';

/** A value that a fact had before, and when it was written over. */
export interface FormerFact {
  value: string;
  until: Date;
}

/** What the history calls a fact that was empty. */
const NOTHING = 'trống';

/**
 * The values that a fact of a subject had, the newest first, each once, as its history tells them.
 *
 * @param field the name of the fact in the history: 'nơi ở, địa chỉ'
 * @param present what stands there now; null: nothing
 */
export function formerFacts(
  history: readonly HistoryEntry[],
  field: string,
  present: string | null,
): FormerFact[] {
  const former: FormerFact[] = [];
  for (const { at, changes } of history) {
    for (const [name, before] of changes) {
      const known = before === NOTHING || before === present || former.some(({ value }) => value === before);
      if (name === field && !known) former.push({ value: before, until: at });
    }
  }
  return former;
}
