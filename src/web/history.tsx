import type { HistoryEntry } from '../audit/timeline.ts';
import { Timeline, type TimelineEntry } from '../ui/timeline.tsx';

/** The history of a thing in sentences, newest first, with what changed folded away below each. */
export function History({ entries, label }: { entries: readonly HistoryEntry[]; label?: string }) {
  return <Timeline entries={entries.map(inSentences)} {...(label ? { label } : {})} />;
}

export function inSentences(entry: HistoryEntry): TimelineEntry {
  return {
    at: entry.at,
    who: entry.who,
    sentence: `${entry.verb}.`,
    reason: entry.reason,
    details: entry.changes.length > 0 ? <Changes changes={entry.changes} /> : null,
  };
}

export function Changes({ changes }: { changes: HistoryEntry['changes'] }) {
  return (
    <ul>
      {changes.map(([name, before, after]) => (
        <li>
          {name}: {before} → {after}
        </li>
      ))}
    </ul>
  );
}
