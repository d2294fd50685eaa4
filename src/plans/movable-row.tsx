import type { Child } from 'hono/jsx';
import { MoveRow, rowAnchor } from '../ui/move-row.tsx';
import type { ShownPlanForm } from './plan-form.tsx';
import type { TypedRow } from './rows.ts';

export interface RowProps {
  /** Number in the form, from 0. */
  n: number;
  row: TypedRow;
  /** How many rows there are down to the last one that is not empty. */
  filled: number;
  shown: ShownPlanForm;
}

interface MovableProps extends Omit<RowProps, 'row'> {
  list: string;
  /** Of the form, below the plan. */
  path: string;
  what: string;
  children: Child;
}

/** One row of a list whose order means something, with its buttons; empty rows at the end go nowhere. */
export function MovableRow({ n, filled, shown, list, path, what, children }: MovableProps) {
  return (
    <div class="movable-row" id={rowAnchor(list, n)}>
      {children}
      {n < filled ? (
        <MoveRow
          {...{ list, n }}
          first={n === 0}
          last={n === filled - 1}
          what={`${what} ${n + 1}`}
          path={`/ke-hoach/${shown.plan.id}/${path}`}
        />
      ) : null}
    </div>
  );
}
