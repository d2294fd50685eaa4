import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

export interface SectionProps {
  /** Anchor; links such as `#minh-chung` land here. */
  id: string;
  title: string;
  /** How many things it holds, beside the title. */
  count?: number | string | undefined;
  intro?: Child;
  /** Buttons at the right of the title. */
  actions?: Child;
  children?: Child;
}

/** A part of a page under a hairline. */
export function Section({ id, title, count, intro, actions, children }: SectionProps) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <div class="section-head">
        <h2 id={`${id}-title`}>
          {title}
          {count === undefined ? null : <span class="section-count">{count}</span>}
        </h2>
        {actions ? <div class="section-actions">{actions}</div> : null}
      </div>
      {intro ? <div class="section-intro">{intro}</div> : null}
      {children}
    </section>
  );
}

export interface MissingItem {
  /** The sentence: "Chưa có minh chứng cho 2 thành tích". */
  text: string;
  /** Where it can be put right. */
  href?: string | undefined;
}

/** What is missing, said plainly. Nothing when nothing is. */
export function MissingList({
  items,
  title = 'Còn thiếu',
}: {
  items: readonly (string | MissingItem)[];
  title?: string;
}) {
  if (items.length === 0) return null;
  return (
    <div class="missing">
      <p class="missing-title">
        <Icon name="alert" />
        {title}
      </p>
      <ul>
        {items.map((item) => {
          const { text, href } = typeof item === 'string' ? { text: item, href: undefined } : item;
          return <li>{href ? <a href={href}>{text}</a> : text}</li>;
        })}
      </ul>
    </div>
  );
}
