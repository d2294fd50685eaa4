import type { Child } from 'hono/jsx';
import { formatCount } from './format.ts';
import { Icon } from './icon.tsx';

export interface TreeItem {
  label: string;
  href: string;
  /** Short facts beside the name. */
  note?: Child;
  /** What the branch below is called, e.g. "xã, phường, thị trấn". */
  belowName?: string | undefined;
  below?: readonly TreeItem[] | undefined;
  /** How many there are below, also when they are not given here but on the item's own page. */
  belowCount?: number | undefined;
  open?: boolean | undefined;
}

/** A tree whose branches fold, with `details` and no script. The name is a link, so it stands outside the fold. */
export function TreeList({ items, label }: { items: readonly TreeItem[]; label?: string | undefined }) {
  return (
    <ul class="tree" aria-label={label}>
      {items.map((item) => (
        <li>
          <p class="tree-item">
            <a href={item.href}>{item.label}</a>
            {item.note ? <span class="tree-note">{item.note}</span> : null}
          </p>
          <Below item={item} />
        </li>
      ))}
    </ul>
  );
}

function Below({ item }: { item: TreeItem }) {
  const { below = [], belowCount = below.length, belowName = 'mục bên dưới' } = item;
  if (belowCount === 0) return null;
  const words = `${formatCount(belowCount)} ${belowName}`;
  if (below.length === 0) return <p class="tree-note">{words}</p>;
  return (
    <details class="tree-fold" open={item.open}>
      <summary>
        <Icon name="chevron-right" size={16} class="tree-turn" />
        {words}
        <span class="visually-hidden"> của {item.label}</span>
      </summary>
      <TreeList items={below} />
    </details>
  );
}
