import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

export interface FoldProps {
  /** Says what is inside; always shown. */
  summary: Child;
  open?: boolean | undefined;
  children: Child;
}

/** A part that unfolds in its place under one line of words, without JavaScript. */
export function Fold({ summary, open, children }: FoldProps) {
  return (
    <details class="fold" open={open}>
      <summary>
        <Icon name="chevron-right" size={16} class="fold-turn" />
        <span>{summary}</span>
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
