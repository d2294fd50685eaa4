import { Button } from './button.tsx';

/** The field under which a button says which row moves where; its form is shown again with what was typed. */
export const MOVE_ROW = '_chuyen';

export interface MoveRowProps {
  /** The list that the row is of, as the form calls it. */
  list: string;
  /** Number of the row in the form. */
  n: number;
  first: boolean;
  last: boolean;
  /** What the row is, for a screen reader: "Giai đoạn 2". */
  what: string;
  /** The address that the form posts to. */
  path: string;
}

/** Where the page stands after a row has moved there. */
export const rowAnchor = (list: string, n: number): string => `hang-${list}-${n}`;

/** Two buttons that move one row of a form up or down; the end of the list has only one of them. */
export function MoveRow({ list, n, first, last, what, path }: MoveRowProps) {
  if (first && last) return null;
  const button = (to: number, label: string, icon: 'sort-up' | 'sort-down') => (
    <Button
      name={MOVE_ROW}
      value={`${list}.${n}.${to}`}
      formaction={`${path}#${rowAnchor(list, to)}`}
      kind="quiet"
      icon={icon}
      small
    >
      {label}
      <span class="visually-hidden">: {what}</span>
    </Button>
  );
  return (
    <div class="row-moves">
      {first ? null : button(n - 1, 'Lên', 'sort-up')}
      {last ? null : button(n + 1, 'Xuống', 'sort-down')}
    </div>
  );
}

/** Stands first in a form whose rows have buttons of their own, so that the key Enter saves it instead of moving a row. */
export const EnterSaves = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key and no pointer reaches it; it only says what Enter does
  <button class="visually-hidden" type="submit" tabindex={-1} aria-hidden="true">
    Lưu
  </button>
);
