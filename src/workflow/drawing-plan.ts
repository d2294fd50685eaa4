import type { StateDef, Workflow } from './table.ts';

/** One way out of a state, as it is drawn: a row of its own, leading to the lane of its target. */
export interface DrawnExit<State extends string> {
  label: string;
  to: State | 'before_hold';
  /** px from the top. */
  y: number;
}

export interface DrawnState<State extends string> {
  state: State;
  name: string;
  tone: StateDef['tone'];
  y: number;
  exits: DrawnExit<State>[];
}

/** A vertical line that gathers every way into one state. */
export interface DrawnLane<State extends string> {
  to: State;
  tone: StateDef['tone'];
  x: number;
  top: number;
  bottom: number;
}

export interface DrawnWorkflow<State extends string> {
  states: DrawnState<State>[];
  lanes: DrawnLane<State>[];
  width: number;
  height: number;
}

export const BOX = { width: 196, height: 28 };
const ROW = 22;
const GAP = 14;
const FIRST_LANE = 240;
const LANE = 14;

/**
 * Lays out a workflow so that any table can be drawn: states below each other, each way out in a row of its own, and
 * for each state one lane on the right on which all ways into it run together.
 */
export function planDrawing<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
>(table: Workflow<State, Action, Role, Guard>): DrawnWorkflow<State> {
  const names = Object.keys(table.states) as State[];
  let y = 1;
  const states = names.map((state): DrawnState<State> => {
    const top = y;
    const exits = exitsOf(table, state).map((exit, index) => ({
      ...exit,
      y: top + BOX.height + ROW * index + ROW / 2,
    }));
    y += BOX.height + ROW * exits.length + GAP;
    return { state, ...pick(table.states[state]), y: top, exits };
  });
  const lanes = lanesOf(states);
  return { states, lanes, width: FIRST_LANE + lanes.length * LANE + 4, height: y - GAP + 1 };
}

const pick = ({ name, tone }: StateDef) => ({ name, tone });

function exitsOf<State extends string, Action extends string, Role extends string, Guard extends string>(
  table: Workflow<State, Action, Role, Guard>,
  state: State,
): Omit<DrawnExit<State>, 'y'>[] {
  const seen = new Set<string>();
  return table.steps
    .filter((step) => step.from.includes(state))
    .filter(({ action, to }) => !seen.has(`${action} ${to}`) && seen.add(`${action} ${to}`))
    .map(({ action, to }) => ({ label: table.actions[action].label, to }));
}

function lanesOf<State extends string>(states: readonly DrawnState<State>[]): DrawnLane<State>[] {
  const entered = states.filter(({ state }) =>
    states.some(({ exits }) => exits.some((exit) => exit.to === state)),
  );
  return entered.map(({ state, tone, y }, index) => {
    const joined = states.flatMap(({ exits }) =>
      exits.filter((exit) => exit.to === state).map((exit) => exit.y),
    );
    const ends = [...joined, y + BOX.height / 2];
    return {
      to: state,
      tone,
      x: FIRST_LANE + LANE * (index + 0.5),
      top: Math.min(...ends),
      bottom: Math.max(...ends),
    };
  });
}
