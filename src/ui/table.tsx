import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

export interface Column {
  key: string;
  label: string;
  align?: 'start' | 'end' | 'center' | undefined;
  /** Address of the same list sorted by this column (the other way round when it is the sorted one). */
  sortHref?: string | undefined;
  sorted?: 'asc' | 'desc' | undefined;
  /** The cell that heads the card on a phone; the first column unless told. */
  primary?: boolean | undefined;
  /** The label is read but not shown, e.g. above boxes to tick. */
  labelHidden?: boolean | undefined;
  /** `narrow` takes what its words need, `wide` takes the room that is left, `label` some words in a line. */
  width?: 'narrow' | 'wide' | 'label' | undefined;
}

/** Cells by the key of their column. */
export type Row = Readonly<Record<string, Child>>;

export interface DataTableProps {
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  rows?: readonly Row[] | undefined;
  /** Last row in bold, e.g. sums. */
  foot?: Row | undefined;
  /** What stands in the place of rows when there are none. */
  empty?: Child;
  /** Many columns: the table scrolls inside its own frame instead of turning into cards. */
  wide?: boolean | undefined;
  /** Own `<tr>`s instead of `rows`, e.g. with headings between groups. */
  children?: Child;
}

/**
 * A list: head that stays, rows of 40 px, hairlines. On a phone each row becomes a card whose labels come
 * from `data-label`.
 */
export function DataTable(props: DataTableProps) {
  const { caption, captionHidden, columns, rows = [], foot, empty, wide, children } = props;
  if (rows.length === 0 && !children) return <div class="table-empty">{empty ?? 'Chưa có mục nào.'}</div>;
  return (
    // A frame that scrolls must be reachable with the keyboard.
    <div class={wide ? 'table-frame is-wide' : 'table-frame'} {...(wide ? scrollable(caption) : {})}>
      <table class={wide ? 'table' : 'table is-cards'} {...ROLE.table}>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {columns.map((column) => (
              <HeadCell {...column} />
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {children ?? rows.map((row) => <TableRow columns={columns} row={row} />)}
        </tbody>
        {foot ? (
          <tfoot {...ROLE.group}>
            <TableRow columns={columns} row={foot} />
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function scrollable(caption: string) {
  return { tabindex: 0, role: 'region', 'aria-label': caption };
}

/**
 * The roles that the elements have by themselves, written out: shown as blocks on a phone, tables lose them in
 * some browsers.
 */
const ROLE = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;
const SORT_ICON = { asc: 'sort-up', desc: 'sort-down' } as const;

function HeadCell(column: Column) {
  const { label, sortHref, sorted, labelHidden } = column;
  return (
    <th scope="col" {...ROLE.head} class={lookOf(column)} aria-sort={sorted ? ARIA_SORT[sorted] : undefined}>
      {sortHref ? (
        <a class="table-sort" href={sortHref}>
          {label}
          <Icon name={sorted ? SORT_ICON[sorted] : 'sort'} size={14} />
        </a>
      ) : (
        <span class={labelHidden ? 'visually-hidden' : undefined}>{label}</span>
      )}
    </th>
  );
}

function lookOf({ align, width }: Column, primary = false): string | undefined {
  const looks = [
    primary ? 'is-primary' : '',
    align && align !== 'start' ? `is-${align}` : '',
    width ? `is-${width}` : '',
  ];
  return looks.filter(Boolean).join(' ') || undefined;
}

/** One row in the order of the columns; for a table with its own children. */
export function TableRow({ columns, row }: { columns: readonly Column[]; row: Row }) {
  const primary = columns.find((column) => column.primary) ?? columns[0];
  return (
    <tr {...ROLE.row}>
      {columns.map((column) => (
        <td
          {...ROLE.cell}
          data-label={column.labelHidden ? undefined : column.label}
          class={lookOf(column, column === primary)}
        >
          <div class="table-cell">{row[column.key]}</div>
        </td>
      ))}
    </tr>
  );
}

/** A heading row between groups of rows. */
export function TableGroup({ columns, children }: { columns: readonly Column[]; children: Child }) {
  return (
    <tr {...ROLE.row} class="table-group">
      <th {...ROLE.rowHead} scope="rowgroup" colspan={columns.length}>
        {children}
      </th>
    </tr>
  );
}
