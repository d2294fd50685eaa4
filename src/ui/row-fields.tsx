import type { Child } from 'hono/jsx';

export interface RowFieldsProps {
  /** What the rows are, as a heading of the group. */
  legend: string;
  hint?: string | undefined;
  /** Fields of each row; every row has the same ones. */
  rows: readonly (readonly Child[])[];
  /** Name of one row for a screen reader: "Chỉ tiêu 2". */
  rowName(n: number): string;
  /** Buttons that move a row, where the order means something; `n` from 1. */
  move?: (n: number) => Child;
  /** Where the page stands after a row was moved there; `n` from 1. */
  rowId?: (n: number) => string;
  /** The button that adds a row. */
  add?: Child;
}

/** Rows of the same few fields, one below the other; a row that is left empty counts for nothing. */
export function RowFields({ legend, hint, rows, rowName, move, rowId, add }: RowFieldsProps) {
  return (
    <fieldset class="row-set">
      <legend class="row-set-legend">{legend}</legend>
      {hint ? <p class="field-hint">{hint}</p> : null}
      {rows.map((fields, n) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset reads its legend before every field
        <div
          class={`row-fields is-${fields.length}`}
          role="group"
          id={rowId?.(n + 1)}
          aria-label={rowName(n + 1)}
        >
          {fields}
          {move?.(n + 1)}
        </div>
      ))}
      {add ? <div>{add}</div> : null}
    </fieldset>
  );
}
