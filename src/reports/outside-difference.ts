import { formatNumber } from '../ui/format.ts';
import type { FormIndicator } from './merged-indicators.ts';
import type { OutsideContent } from './outside-read.ts';

/** One thing that the form would change, in words; empty where nothing was or will be. */
export interface OutsideChange {
  what: string;
  kind: 'figure' | 'words';
  before: string;
  after: string;
}

const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : formatNumber(value);

/** What the form changes against what was recorded before; empty when it says the same. */
export function outsideChanges(
  before: { figures: ReadonlyMap<string, number | null>; words: Readonly<Record<string, string>> },
  content: OutsideContent,
  indicators: readonly FormIndicator[],
  parts: readonly { key: string; name: string }[],
): OutsideChange[] {
  const figures = indicators.map(
    ({ key, name }): OutsideChange => ({
      what: name,
      kind: 'figure',
      before: figure(before.figures.get(key)),
      after: figure(content.figures.get(key)),
    }),
  );
  const words = parts.map(
    ({ key, name }): OutsideChange => ({
      what: name,
      kind: 'words',
      before: before.words[key] ?? '',
      after: content.words[key] ?? '',
    }),
  );
  return [...figures, ...words].filter((change) => change.before !== change.after);
}
