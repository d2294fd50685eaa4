import type { Child } from 'hono/jsx';
import { formatNumber } from './format.ts';
import { DataTable } from './table.tsx';

export interface Bar {
  label: string;
  /** Null is unknown: no bar, and the word. Not below zero. */
  value: number | null;
  href?: string | undefined;
}

export interface BarChartProps {
  /** Says what the picture shows: "Sở Y tế nộp muộn nhất". */
  title: string;
  rows: readonly Bar[];
  /** Heads of the table beside: what is compared, what is counted. */
  labelHead: string;
  valueHead: string;
  unit?: string | undefined;
  format?: ((value: number | null) => string) | undefined;
  /** Source and day of the figures. */
  note?: Child;
  /** Links that save the picture. */
  actions?: Child;
}

const WIDTH = 400;
const ROW = 40;
const BAR_HEIGHT = 12;
/** Room right of the longest bar for its value. */
const VALUE_ROOM = 84;
const LABEL_LETTERS = 52;

/** Horizontal bars and the same numbers in a table. */
export function BarChart(props: BarChartProps) {
  const { title, rows, labelHead, valueHead, unit, format = formatNumber, note, actions } = props;
  const columns = [
    { key: 'label', label: labelHead },
    { key: 'value', label: unit ? `${valueHead} (${unit})` : valueHead, align: 'end' as const },
  ];
  return (
    <figure class="chart">
      <figcaption class="chart-title">{title}</figcaption>
      <div class="chart-body">
        <BarPicture title={title} rows={rows} format={format} />
        <DataTable
          caption={title}
          captionHidden
          columns={columns}
          rows={rows.map((row) => ({
            label: row.href ? <a href={row.href}>{row.label}</a> : row.label,
            value: format(row.value),
          }))}
        />
      </div>
      {note || actions ? (
        <div class="chart-foot">
          {note ? <p>{note}</p> : null}
          {actions}
        </div>
      ) : null}
    </figure>
  );
}

/** The picture alone. Its colours are also attributes, so that it can be saved as a file of its own. */
export function BarPicture({
  title,
  rows,
  format,
}: Required<Pick<BarChartProps, 'title' | 'rows'>> & { format: (value: number | null) => string }) {
  const longest = Math.max(1, ...rows.map((row) => row.value ?? 0));
  const height = rows.length * ROW;
  return (
    <svg
      class="chart-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={title}
      xmlns="http://www.w3.org/2000/svg"
    >
      {rows.map((row, index) => {
        const length = ((row.value ?? 0) / longest) * (WIDTH - VALUE_ROOM);
        return (
          <g transform={`translate(0 ${index * ROW})`}>
            <text class="chart-label" x="0" y="13" font-size="12.5" fill="#1d1a16">
              {shortened(row.label)}
            </text>
            <rect class="chart-bar" y="19" width={length} height={BAR_HEIGHT} rx="2" fill="#1f5a8a" />
            <text
              class="chart-value"
              x={length > 0 ? length + 6 : 0}
              y="29.5"
              font-size="12.5"
              fill="#1d1a16"
            >
              {format(row.value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Text in a picture does not wrap; the table beside has every name in full. */
function shortened(label: string): string {
  return label.length > LABEL_LETTERS ? `${label.slice(0, LABEL_LETTERS - 1).trimEnd()}…` : label;
}
