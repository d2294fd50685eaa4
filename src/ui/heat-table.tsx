import type { Child } from 'hono/jsx';
import { ShapeMark, type StateShape } from './state-tag.tsx';

/** How a cell looks: five grounds, each with a shape of its own, so that it is told apart in grey and in print. */
export type HeatLevel = 'none' | 'wait' | 'good' | 'fair' | 'poor';

export interface HeatCell {
  level: HeatLevel;
  /** The number that stands in it: `12/13`. */
  value: string;
  /** The same in words, for a pointer that rests on it and for a screen reader. */
  words: string;
  href?: string | undefined;
}

export interface HeatRow {
  label: Child;
  cells: readonly HeatCell[];
}

export interface HeatTableProps {
  caption: string;
  captionHidden?: boolean | undefined;
  /** What the rows are: "Đơn vị". */
  rowHead: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
  /** Sums below. */
  foot?: HeatRow | undefined;
  legend: readonly { level: HeatLevel; words: string }[];
}

export const HEAT_SHAPES: Record<HeatLevel, StateShape> = {
  none: 'dash',
  wait: 'ring',
  good: 'check',
  fair: 'half',
  poor: 'triangle',
};

/** A table whose cells are colour, shape and number at once; it is its own table of figures. */
export function HeatTable(props: HeatTableProps) {
  const { caption, captionHidden, rowHead, columns, rows, foot, legend } = props;
  return (
    <div class="heat">
      <ul class="heat-legend" aria-label="Chú giải">
        {legend.map(({ level, words }) => (
          <li class={`heat-key is-${level}`}>
            <ShapeMark shape={HEAT_SHAPES[level]} />
            {words}
          </li>
        ))}
      </ul>
      {/* a frame that scrolls must be reachable with the keyboard */}
      <div class="heat-frame" {...scrollable(caption)}>
        <table class="heat-table">
          <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHead}</th>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatLine row={row} />
            ))}
          </tbody>
          {foot ? (
            <tfoot>
              <HeatLine row={foot} />
            </tfoot>
          ) : null}
        </table>
      </div>
    </div>
  );
}

function scrollable(caption: string) {
  return { tabindex: 0, role: 'region', 'aria-label': caption };
}

function HeatLine({ row }: { row: HeatRow }) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {row.cells.map((cell) => (
        <td class={`heat-cell is-${cell.level}`} title={cell.words}>
          <span class="heat-value">
            <ShapeMark shape={HEAT_SHAPES[cell.level]} />
            {cell.href ? (
              <a href={cell.href}>
                <Figure {...cell} />
              </a>
            ) : (
              <Figure {...cell} />
            )}
          </span>
        </td>
      ))}
    </tr>
  );
}

/** The number for the eye, the words for the ear. */
function Figure({ value, words }: HeatCell) {
  return (
    <>
      <span aria-hidden="true">{value}</span>
      <span class="visually-hidden">{words}</span>
    </>
  );
}
