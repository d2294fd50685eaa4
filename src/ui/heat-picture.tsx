import { HEAT_SHAPES, type HeatCell, type HeatLevel } from './heat-table.tsx';
import { shapePaths } from './state-tag.tsx';

export interface HeatPictureProps {
  title: string;
  /** What a cell says, up to which day, seen by whom. */
  notes: readonly string[];
  rowHead: string;
  columns: readonly string[];
  /** The last row is the sum, set apart. */
  rows: readonly { name: string; cells: readonly HeatCell[] }[];
  legend: readonly { level: HeatLevel; words: string }[];
}

/** The colours of the screens on white paper, written out: a file has no style sheet, and not every program knows variables. */
const GROUND: Record<HeatLevel, string> = {
  none: '#ffffff',
  wait: '#f4eee4',
  good: '#d5e2db',
  fair: '#e9dcc7',
  poor: '#eed6d6',
};
const MARK: Record<HeatLevel, string> = {
  none: '#554e45',
  wait: '#554e45',
  good: '#2c6e49',
  fair: '#9a6200',
  poor: '#9e1b1b',
};
const INK = '#1d1a16';
const MUTED = '#554e45';

const MARGIN = 24;
const NAME_WIDTH = 300;
const CELL = { width: 104, height: 32 };
const GAP = 2;
const LINE = 18;
/** Letters of 13 px that fit into a head, and of 14 px into the name of a row. */
const HEAD_LETTERS = 15;
const NAME_LETTERS = 42;
const NOTE_LETTERS = 7.2;
const MOST_HEAD_LINES = 4;

/** A heat table as a picture that stands alone in a file: colour, shape and number in each cell, with its key. */
export function HeatPicture(props: HeatPictureProps) {
  const { title, rows, legend } = props;
  const width = 2 * MARGIN + NAME_WIDTH + props.columns.length * CELL.width;
  const heads = props.columns.map((column) => wrapped(column, HEAD_LETTERS).slice(0, MOST_HEAD_LINES));
  const notes = props.notes.flatMap((note) => wrapped(note, Math.floor((width - 2 * MARGIN) / NOTE_LETTERS)));
  const notesTop = MARGIN + 32;
  const keysTop = notesTop + notes.length * LINE + 8;
  const headTop = keysTop + legend.length * 22 + 20;
  const rowsTop = headTop + Math.max(...heads.map((lines) => lines.length), 1) * LINE + 6;
  const height = rowsTop + rows.length * CELL.height + 6 + MARGIN;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={title}
      font-family="'Be Vietnam Pro', Tinos, 'Times New Roman', serif"
      fill={INK}
    >
      <defs>
        <pattern id="poor" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill={GROUND.poor} />
          <rect width="2" height="8" fill="#e2bcbc" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="#ffffff" />
      <text x={MARGIN} y={MARGIN + 16} font-size="20" font-weight="bold">
        {title}
      </text>
      {notes.map((note, n) => (
        <text x={MARGIN} y={notesTop + n * LINE + 12} font-size="13" fill={MUTED}>
          {note}
        </text>
      ))}
      {legend.map(({ level, words }, n) => (
        <g>
          <Ground level={level} x={MARGIN} y={keysTop + n * 22} width={26} height={18} />
          <Mark level={level} x={MARGIN + 6} y={keysTop + n * 22 + 2} />
          <text x={MARGIN + 36} y={keysTop + n * 22 + 14} font-size="13">
            {words}
          </text>
        </g>
      ))}
      <text x={MARGIN} y={rowsTop - 10} font-size="13" fill={MUTED}>
        {props.rowHead}
      </text>
      {heads.map((lines, column) =>
        lines.map((words, n) => (
          <text
            x={cellX(column) + CELL.width / 2}
            y={rowsTop - 10 - (lines.length - 1 - n) * LINE}
            font-size="13"
            fill={MUTED}
            text-anchor="middle"
          >
            {words}
          </text>
        )),
      )}
      {rows.map((row, n) => (
        <Row
          {...row}
          y={rowsTop + n * CELL.height + (isSum(n, rows.length) ? 6 : 0)}
          bold={isSum(n, rows.length)}
        />
      ))}
    </svg>
  );
}

const isSum = (n: number, rows: number): boolean => n === rows - 1;
const cellX = (column: number): number => MARGIN + NAME_WIDTH + column * CELL.width;

function Row(props: HeatPictureProps['rows'][number] & { y: number; bold: boolean }) {
  const { name, cells, y, bold } = props;
  const weight = bold ? 'bold' : 'normal';
  return (
    <g>
      <text x={MARGIN} y={y + 21} font-size="14" font-weight={weight}>
        {name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1)}…` : name}
        <title>{name}</title>
      </text>
      {cells.map(({ level, value, words }, column) => (
        <g>
          <title>{words}</title>
          <Ground level={level} x={cellX(column)} y={y} width={CELL.width - GAP} height={CELL.height - GAP} />
          <Mark level={level} x={cellX(column) + 6} y={y + 8} />
          <text
            x={cellX(column) + CELL.width / 2 + 8}
            y={y + 20}
            font-size="14"
            font-weight={weight}
            text-anchor="middle"
          >
            {value}
          </text>
        </g>
      ))}
    </g>
  );
}

interface GroundProps {
  level: HeatLevel;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The worst is striped as well: it must be found in grey. */
const Ground = ({ level, ...box }: GroundProps) => (
  <rect {...box} rx="3" fill={level === 'poor' ? 'url(#poor)' : GROUND[level]} />
);

const Mark = ({ level, x, y }: { level: HeatLevel; x: number; y: number }) => (
  <g transform={`translate(${x} ${y})`} color={MARK[level]}>
    {shapePaths(HEAT_SHAPES[level], GROUND[level])}
  </g>
);

/** Words in lines of at most so many letters; a longer word stands alone. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
