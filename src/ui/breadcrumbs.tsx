import { Icon } from './icon.tsx';

export interface Crumb {
  label: string;
  /** The last one has none: it is the page itself. */
  href?: string | undefined;
}

/** Where the page lies. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav class="breadcrumbs" aria-label="Vị trí trang">
      <ol>
        {items.map((item, index) => (
          <li>
            {index > 0 ? <Icon name="chevron-right" size={14} /> : null}
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
