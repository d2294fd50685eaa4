import type { Child } from 'hono/jsx';
import { UNKNOWN } from './format.ts';

export interface SummaryItem {
  label: string;
  /** Null, undefined and empty are shown as "chưa rõ". */
  value?: Child;
  /** Where the figure comes from, who confirmed it. */
  note?: Child;
  action?: { href: string; label: string } | undefined;
}

/** Facts of one thing, label and value. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl class="summary">
      {items.map((item) => (
        <div class="summary-row">
          <dt>{item.label}</dt>
          <dd>
            {isKnown(item.value) ? item.value : <Unknown />}
            {item.note ? <span class="summary-note">{item.note}</span> : null}
          </dd>
          {item.action ? (
            <dd class="summary-action">
              <a href={item.action.href}>
                {item.action.label}
                <span class="visually-hidden"> {item.label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function isKnown(value: Child): boolean {
  return value !== null && value !== undefined && value !== '' && value !== UNKNOWN;
}

/** "chưa rõ", quieter than a known value. */
export function Unknown() {
  return <span class="unknown">{UNKNOWN}</span>;
}
