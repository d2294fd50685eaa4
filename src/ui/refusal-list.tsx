import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

export interface RefusalReason {
  rule: string;
  sentence: string;
  mayOverride?: boolean | undefined;
  /** Where it can be put right. */
  href?: string | undefined;
  linkText?: string | undefined;
}

export interface RefusalListProps {
  /** What cannot be done, e.g. "Chưa thể chọn điển hình này". */
  title: string;
  reasons: readonly RefusalReason[];
  /** What one may do instead, e.g. the form for an override. */
  children?: Child;
}

/** Why not: every reason at once, so that a thing comes back only once. */
export function RefusalList({ title, reasons, children }: RefusalListProps) {
  if (reasons.length === 0) return null;
  return (
    <section class="refusals" aria-label={title}>
      <p class="refusals-title">
        <Icon name="stop" />
        {title}
      </p>
      <ul>
        {reasons.map((reason) => (
          <li data-rule={reason.rule}>
            {reason.sentence}
            {reason.href ? (
              <>
                {' '}
                <a href={reason.href}>{reason.linkText ?? 'Mở'}</a>
              </>
            ) : null}
            {reason.mayOverride ? (
              <span class="refusals-override">Cấp quyết định có thể bỏ qua, kèm lý do được lưu lại.</span>
            ) : null}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
