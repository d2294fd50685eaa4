import type { Child } from 'hono/jsx';

export interface CardProps {
  title: string;
  href?: string | undefined;
  /** Short words above the title: field, place. */
  kicker?: string | undefined;
  picture?: { src: string; alt: string; width?: number | undefined; height?: number | undefined } | undefined;
  /** Level of the heading, by its place on the page. */
  level?: 2 | 3 | 4 | undefined;
  /** Small words below: source, date. */
  meta?: Child;
  /** `lead` is the one large story of a page. */
  size?: 'lead' | 'normal' | undefined;
  children?: Child;
}

/** A story, a model, a subject in a list of such. The whole card leads where its title leads. */
export function Card({
  title,
  href,
  kicker,
  picture,
  level = 3,
  meta,
  size = 'normal',
  children,
}: CardProps) {
  const Heading: 'h2' | 'h3' | 'h4' = `h${level}`;
  return (
    <article class={`card is-${size}${href ? ' is-link' : ''}`}>
      {picture ? (
        <img
          {...picture}
          alt={picture.alt}
          class="card-picture"
          loading={size === 'lead' ? undefined : 'lazy'}
        />
      ) : null}
      <div class="card-text">
        {kicker ? <p class="kicker">{kicker}</p> : null}
        <Heading class="card-title">{href ? <a href={href}>{title}</a> : title}</Heading>
        {children ? <div class="card-body">{children}</div> : null}
        {meta ? <p class="card-meta">{meta}</p> : null}
      </div>
    </article>
  );
}

/** Cards side by side where there is room. */
export function CardGrid({ children }: { children: Child }) {
  return <div class="card-grid">{children}</div>;
}
