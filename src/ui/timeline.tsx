import type { Child } from 'hono/jsx';
import { formatDate, formatDateTime } from './format.ts';

export interface TimelineEntry {
  /** A moment, or an ISO day where only the day is known. */
  at: Date | string;
  /** Name of the person; empty when the system itself acted. */
  who?: string | null | undefined;
  sentence: Child;
  reason?: string | null | undefined;
  /** Before and after, folded away. */
  details?: Child;
}

/** History in sentences, as given: the newest first is the caller's choice. */
export function Timeline({
  entries,
  label = 'Lịch sử',
}: {
  entries: readonly TimelineEntry[];
  label?: string;
}) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li>
          <p class="timeline-sentence">
            {entry.who ? <strong>{entry.who}</strong> : null} {entry.sentence}
          </p>
          {entry.reason ? <p class="timeline-reason">Lý do: {entry.reason}</p> : null}
          <p class="timeline-at">{momentOf(entry.at)}</p>
          {entry.details ? (
            <details class="timeline-details">
              <summary>Chi tiết</summary>
              <div>{entry.details}</div>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function momentOf(at: Date | string) {
  if (typeof at === 'string') return <time datetime={at}>{formatDate(at)}</time>;
  return <time datetime={at.toISOString()}>{formatDateTime(at)}</time>;
}
