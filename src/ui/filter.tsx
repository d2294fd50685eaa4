import type { Child } from 'hono/jsx';
import { Button } from './button.tsx';
import { formatCount } from './format.ts';
import { Icon } from './icon.tsx';

export interface FilterChip {
  label: string;
  /** The same list without this filter. */
  removeHref: string;
}

export interface FilterBarProps {
  action: string;
  /** The fields. */
  children: Child;
  /** How many the list holds: a number, or words such as "hơn 1.000". */
  count?: number | string | undefined;
  /** What is counted: "điển hình". */
  noun?: string | undefined;
  chips?: readonly FilterChip[] | undefined;
  /** The list without any filter. */
  clearHref?: string | undefined;
  /** Parameters of the address that a new filter keeps, e.g. the order of sorting. */
  keep?: Readonly<Record<string, string>> | undefined;
  /** Links that act on exactly what is shown, e.g. export. */
  actions?: Child;
}

/** Filters of a list. It is a GET form, so what one sees can be bookmarked, sent on and gone back to. */
export function FilterBar(props: FilterBarProps) {
  const { action, children, count, noun = 'kết quả', chips = [], clearHref, keep = {}, actions } = props;
  return (
    <search class="filter">
      <details class="filter-fold">
        <summary class="button">
          <Icon name="filter" />
          Bộ lọc{chips.length > 0 ? ` (${chips.length})` : ''}
        </summary>
        <form method="get" action={action} class="filter-form">
          {Object.entries(keep).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {children}
          <div class="filter-apply">
            <Button>Áp dụng</Button>
          </div>
        </form>
      </details>
      <div class="filter-result">
        {count === undefined ? null : (
          <p class="filter-count">
            <strong>{typeof count === 'number' ? formatCount(count) : count}</strong> {noun}
          </p>
        )}
        <Chips chips={chips} clearHref={clearHref} />
        {actions ? <div class="filter-actions">{actions}</div> : null}
      </div>
    </search>
  );
}

function Chips({ chips, clearHref }: { chips: readonly FilterChip[]; clearHref: string | undefined }) {
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="Đang lọc theo">
      {chips.map((chip) => (
        <li>
          <a class="chip" href={chip.removeHref}>
            <span class="visually-hidden">Bỏ lọc: </span>
            <span>{chip.label}</span>
            <Icon name="cross" size={14} />
          </a>
        </li>
      ))}
      {clearHref ? (
        <li>
          <a class="chip-clear" href={clearHref}>
            Bỏ tất cả
          </a>
        </li>
      ) : null}
    </ul>
  );
}
