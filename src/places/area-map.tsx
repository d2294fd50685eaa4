import type { Child } from 'hono/jsx';
import type { Tone } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Outline } from './outline.ts';
import type { Area, Point } from './point.ts';
import type { Landmark } from './positions.ts';
import { endsOf, type Sheet, scaleOf, sheetFor, WIDTH } from './projection.ts';
import { lengthInWords } from './words.ts';

export interface MapArea {
  key: string;
  /** Name in the table; the map itself bears its number. */
  label: string;
  href?: string | undefined;
  /** Already blurred for whoever looks. */
  area: Area;
  /** What is known of the area, in words: "trong vòng 500 m", "cả xã Tiên Kiên". */
  words: string;
  tone?: Tone | undefined;
  /** A state or figure beside it in the table. */
  note?: Child;
}

export interface AreaMapProps {
  /** Says what the map shows; heads the table as well. */
  title: string;
  areas: readonly MapArea[];
  /** A line around all, with its name and where it is from. */
  outline?: { name: string; line: Outline; source: string } | null | undefined;
  /** Names to find one's way by. */
  landmarks?: readonly Landmark[] | undefined;
  /** What fills the sheet: the areas, or all within the outline. */
  frame: 'areas' | 'outline';
  /** Head of the column of notes; without it there is none. */
  noteLabel?: string | undefined;
}

/** A sheet of a single hamlet would show nothing around it. */
const LEAST_M = 14_000;
/** An area that would be drawn smaller than this is drawn so large, and says nothing more exact by it. */
const LEAST_UNITS = 7;

/**
 * Areas on a map drawn by the server, each a circle with its number, and the same in a table beside it. One or many;
 * circles around the same middle share one number's place.
 */
export function AreaMap({ title, areas, outline, landmarks = [], frame, noteLabel }: AreaMapProps) {
  if (areas.length === 0) return null;
  const framed = frame === 'outline' && outline ? outline.line : areas.flatMap(({ area }) => endsOf(area));
  const sheet = sheetFor(framed, LEAST_M);
  const numbered = areas.map((one, index) => ({ ...one, number: index + 1 }));
  return (
    <div class="area-map">
      <figure>
        <svg viewBox={`0 0 ${WIDTH} ${sheet.height}`} role="img" aria-label={`Bản đồ: ${title}`}>
          {outline ? <Line line={outline.line} sheet={sheet} /> : null}
          {landmarks.map((one) => (
            <LandmarkName landmark={one} sheet={sheet} />
          ))}
          {numbered.map(({ area, tone }) => (
            <Circle area={area} tone={tone} sheet={sheet} />
          ))}
          {groupsOf(numbered).map((group) => (
            <GroupName group={group} sheet={sheet} />
          ))}
          <Scale sheet={sheet} />
          {outline && frame === 'areas' ? <Inset line={outline.line} at={framed[0]} /> : null}
        </svg>
        {outline ? (
          <figcaption>
            Đường bao {outline.name}. {outline.source}
          </figcaption>
        ) : null}
      </figure>
      <DataTable
        caption={title}
        columns={[
          { key: 'number', label: 'Số', align: 'end', width: 'narrow' },
          { key: 'label', label: 'Nơi', primary: true },
          { key: 'words', label: 'Khu vực' },
          ...(noteLabel ? [{ key: 'note', label: noteLabel }] : []),
        ]}
        rows={numbered.map(({ number, label, href, words, note }) => ({
          number: String(number),
          label: href ? <a href={href}>{label}</a> : label,
          words,
          note: note ?? null,
        }))}
      />
    </div>
  );
}

function Line({ line, sheet }: { line: Outline; sheet: Sheet }) {
  const corners = line.map((point) => sheet.place(point)).map(({ x, y }) => `${x},${y}`);
  return <polygon class="area-outline" points={corners.join(' ')} />;
}

/** Its middle and its name below it. */
function LandmarkName({ landmark: { name, at }, sheet }: { landmark: Landmark; sheet: Sheet }) {
  const { x, y } = sheet.place(at);
  if (x < 0 || x > WIDTH || y < 0 || y > sheet.height) return null;
  return (
    <>
      <rect class="area-mark" x={x - 2} y={y - 2} width={4} height={4} />
      <text class="area-landmark" x={x} y={y + 18}>
        {name.replace(/^(Xã|Phường|Thị trấn) /, '')}
      </text>
    </>
  );
}

const radiusOn = (sheet: Sheet, { radiusM }: Area): number =>
  Math.max(LEAST_UNITS, Math.round(radiusM * sheet.unitsPerM * 10) / 10);

function Circle({ area, tone = 'progress', sheet }: { area: Area; tone?: Tone | undefined; sheet: Sheet }) {
  const { x, y } = sheet.place(area.centre);
  return <circle class={`area-circle is-${tone}`} cx={x} cy={y} r={radiusOn(sheet, area)} />;
}

const LONGEST_GROUP = 3;

interface Group {
  area: Area;
  words: string;
}

/** Numbers that would be written on top of each other, written as one: '1, 4' or '7 nơi'. */
function groupsOf(areas: readonly { area: Area; number: number }[]): Group[] {
  const groups = new Map<string, { area: Area; numbers: number[] }>();
  for (const { area, number } of areas) {
    const key = `${area.centre.lat} ${area.centre.lon} ${area.radiusM}`;
    const group = groups.get(key) ?? { area, numbers: [] };
    group.numbers.push(number);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ area, numbers }) => ({
    area,
    words: numbers.length <= LONGEST_GROUP ? numbers.join(', ') : `${numbers.length} nơi`,
  }));
}

/** On the rim, so that of two circles of one middle each keeps its own; and the middle is nothing to look at. */
function GroupName({ group: { area, words }, sheet }: { group: Group; sheet: Sheet }) {
  const { x, y } = sheet.place(area.centre);
  return (
    <text class="area-number" x={x} y={Math.max(20, y - radiusOn(sheet, area) - 5)}>
      {words}
    </text>
  );
}

const INSET = 0.22;

/** The whole outline, small in a corner, with a ring about where the sheet is. */
function Inset({ line, at }: { line: Outline; at: Point | undefined }) {
  const sheet = sheetFor(line, LEAST_M);
  const ring = at ? sheet.place(at) : null;
  return (
    <g class="area-inset" transform={`translate(${WIDTH * (1 - INSET) - 8} 8) scale(${INSET})`}>
      <rect width={WIDTH} height={sheet.height} />
      <Line line={line} sheet={sheet} />
      {ring ? <circle cx={ring.x} cy={ring.y} r={34} /> : null}
    </g>
  );
}

function Scale({ sheet }: { sheet: Sheet }) {
  const { metres, units } = scaleOf(sheet);
  const y = sheet.height - 14;
  return (
    <g class="area-scale">
      <path d={`M14 ${y - 5}V${y}H${14 + units}V${y - 5}`} />
      <text x={14 + units + 8} y={y}>
        {lengthInWords(metres)}
      </text>
    </g>
  );
}
