import { BOX, type DrawnLane, type DrawnState, planDrawing } from './drawing-plan.ts';
import type { StateDef, Workflow } from './table.ts';

/** The colours of the screens, by tone; the words beside them say the same. */
const COLOUR: Record<StateDef['tone'], string> = {
  neutral: 'var(--muted)',
  progress: 'var(--blue)',
  good: 'var(--green)',
  honour: 'var(--gold)',
  warn: 'var(--amber)',
  stopped: 'var(--red)',
};

const INK = 'var(--ink)';
const TEXT_LEFT = 14;
/** About the width of a letter of 13 px, to begin a line where its words end. */
const LETTER = 6.8;

interface DrawingProps<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
> {
  table: Workflow<State, Action, Role, Guard>;
  /** Says what the picture shows; the full table must stand beside it as text. */
  title: string;
  /** The words for going back to where a thing was before it was held. */
  backWords: string;
}

/** A workflow drawn from its table: change the table, and the picture follows. */
export function WorkflowDrawing<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
>({ table, title, backWords }: DrawingProps<State, Action, Role, Guard>) {
  const { states, lanes, width, height } = planDrawing(table);
  const laneTo = new Map<string, DrawnLane<State>>(lanes.map((lane) => [lane.to, lane]));
  return (
    <svg
      width={width}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      xmlns="http://www.w3.org/2000/svg"
      font-size="13"
    >
      {lanes.map((lane) => (
        <path d={`M${lane.x} ${lane.top}V${lane.bottom}`} stroke={COLOUR[lane.tone]} stroke-width="1.75" />
      ))}
      {states.map((drawn) => (
        <StateBlock drawn={drawn} laneTo={laneTo} backWords={backWords} />
      ))}
    </svg>
  );
}

interface BlockProps<State extends string> {
  drawn: DrawnState<State>;
  laneTo: ReadonlyMap<string, DrawnLane<State>>;
  backWords: string;
}

function StateBlock<State extends string>({ drawn, laneTo, backWords }: BlockProps<State>) {
  const { name, tone, y, exits, state } = drawn;
  const middle = y + BOX.height / 2;
  const own = laneTo.get(state);
  return (
    <>
      <rect
        x="1"
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx="6"
        fill="var(--surface)"
        stroke={COLOUR[tone]}
        stroke-width="1.5"
      />
      <text x={TEXT_LEFT} y={middle + 4.5} fill={INK} font-weight="600">
        {name}
      </text>
      {own ? <Entry x={own.x} y={middle} colour={COLOUR[tone]} /> : null}
      {exits.map((exit) => (
        <Exit label={exit.label} y={exit.y} lane={laneTo.get(exit.to)} backWords={backWords} />
      ))}
    </>
  );
}

/** The end of a lane: an arrow into its state. */
function Entry({ x, y, colour }: { x: number; y: number; colour: string }) {
  const tip = BOX.width + 3;
  return (
    <>
      <path d={`M${x} ${y}H${tip + 6}`} stroke={colour} stroke-width="1.75" />
      <path d={`M${tip} ${y}l8 -4.5v9z`} fill={colour} />
    </>
  );
}

interface ExitProps {
  label: string;
  y: number;
  lane: { x: number; tone: StateDef['tone'] } | undefined;
  backWords: string;
}

function Exit({ label, y, lane, backWords }: ExitProps) {
  const words = lane ? label : `${label} (${backWords})`;
  const from = TEXT_LEFT + 10 + words.length * LETTER + 6;
  return (
    <>
      <text x={TEXT_LEFT + 10} y={y + 4.5} fill={INK}>
        {words}
      </text>
      {lane ? (
        <>
          <path
            d={`M${from} ${y}H${lane.x}`}
            stroke={COLOUR[lane.tone]}
            stroke-width="1"
            stroke-dasharray="2 3"
          />
          <circle cx={lane.x} cy={y} r="3.5" fill={COLOUR[lane.tone]} />
        </>
      ) : null}
    </>
  );
}
