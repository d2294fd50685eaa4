import type { Child } from 'hono/jsx';

export interface EmptyStateProps {
  /** What will appear here. */
  title: string;
  children?: Child;
  /** The first step, a button or a link. */
  action?: Child;
}

/** An empty list says what will appear in it and offers the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children ? <div class="empty-text">{children}</div> : null}
      {action ? <div class="empty-action">{action}</div> : null}
    </div>
  );
}
