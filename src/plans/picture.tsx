import { formatDate } from '../ui/format.ts';
import {
  layOutPicture,
  type PictureInput,
  type PictureLane,
  type PictureMark,
  type PictureShape,
  STATE_WORDS,
  WIDE,
} from './picture-layout.ts';

/** The colours of the screens, written out for a picture that leaves them. */
const PAPER_COLOURS =
  'svg{--ink:#1d1a16;--muted:#5e574d;--line:#e4dccf;--line-strong:#b9ad9a;--red:#9e1b1b;--blue:#1f5a8a;--green:#2c6e49;--amber:#9a6200;background:#fff;font-family:"Be Vietnam Pro",Arial,sans-serif}';

const FILL = { past: 'var(--green)', now: 'var(--blue)', ahead: 'var(--line-strong)' } as const;
const BAR_HEIGHT = 14;
/** Room for 'Hôm nay 15/11/2018' beside its line. */
const TODAY_ROOM = 150;

interface PictureProps extends PictureInput {
  title: string;
  shape?: PictureShape;
  /** Stands alone in a file: brings its colours along. */
  alone?: boolean;
}

/** The period of a plan to scale: a lane for each stage, today, due days and amendments. The same stands in words below. */
export function PlanPicture({ title, alone, shape = WIDE, ...input }: PictureProps) {
  const { height, lanes, years, marks, todayX } = layOutPicture(input, shape);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${shape.width} ${height}`}
      width={alone ? shape.width : '100%'}
      height={alone ? height : undefined}
      role="img"
      aria-label={`${title}: các giai đoạn từ ${formatDate(input.periodFrom)} đến ${formatDate(input.periodTo)}, đúng tỷ lệ thời gian`}
    >
      {alone ? <style>{PAPER_COLOURS}</style> : null}
      {years.map(({ x, label }) => (
        <g>
          <line x1={x} y1="20" x2={x} y2={height} stroke="var(--line)" />
          <text x={x + 4} y="14" font-size="13" fill="var(--muted)">
            {label}
          </text>
        </g>
      ))}
      {lanes.map((lane) => (
        <Lane {...lane} twoLines={shape.twoLines} />
      ))}
      {marks.map((mark) => (
        <Mark {...mark} />
      ))}
      {todayX === null ? null : (
        <Today x={todayX} height={height} width={shape.width} day={formatDate(input.today)} />
      )}
    </svg>
  );
}

function Today({ x, height, width, day }: { x: number; height: number; width: number; day: string }) {
  const before = x > width - TODAY_ROOM;
  return (
    <g>
      <line x1={x} y1="20" x2={x} y2={height} stroke="var(--red)" stroke-width="2" />
      <text
        x={before ? x - 6 : x + 6}
        y="31"
        font-size="13"
        fill="var(--red)"
        text-anchor={before ? 'end' : 'start'}
      >
        Hôm nay {day}
      </text>
    </g>
  );
}

function Lane(props: PictureLane & { twoLines: boolean }) {
  const { x, y, width, name, fullName, when, state, textX, anchor, twoLines } = props;
  const about = `${when} · ${STATE_WORDS[state]}`;
  return (
    <g>
      <title>{`${fullName} · ${about}`}</title>
      <rect x={x} y={y + (twoLines ? 40 : 24)} width={width} height={BAR_HEIGHT} rx="3" fill={FILL[state]} />
      <text x={textX} y={y + 18} font-size={twoLines ? 13 : 14} fill="var(--ink)" text-anchor={anchor}>
        {name}
        {twoLines ? null : <tspan fill="var(--muted)">{` · ${about}`}</tspan>}
      </text>
      {twoLines ? (
        <text x={textX} y={y + 34} font-size="12" fill="var(--muted)" text-anchor={anchor}>
          {about}
        </text>
      ) : null}
    </g>
  );
}

/** A due day is a triangle, an amendment a diamond; what they are stands in their title and in the table below. */
function Mark({ x, y, kind, day, label }: PictureMark & { x: number; y: number }) {
  const shape = kind === 'due' ? `M${x - 6} ${y - 5}h12l-6 10z` : `M${x} ${y - 7}l7 7l-7 7l-7 -7z`;
  return (
    <path d={shape} fill={kind === 'due' ? 'var(--amber)' : 'var(--blue)'}>
      <title>{`${formatDate(day)}: ${label}`}</title>
    </path>
  );
}
