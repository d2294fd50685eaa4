import { addDays } from '../calendar/days.ts';
import type { Day } from '../platform/clock.ts';
import { shareOfPeriod, spanInWords, stageOn } from './pages-when.ts';
import type { Stage } from './queries.ts';

/** Marks on the time line beside the stages. */
export interface PictureMark {
  kind: 'due' | 'amendment';
  day: Day;
  label: string;
}

export interface PictureInput {
  stages: readonly Stage[];
  periodFrom: Day;
  periodTo: Day;
  today: Day;
  marks: readonly PictureMark[];
}

/** How the picture is drawn: over a whole page, or for a phone, where words stand in two lines. Lengths in pixels. */
export interface PictureShape {
  width: number;
  /** Height of the lane of a stage. */
  lane: number;
  /** Width of a letter of the words, on the average. */
  letter: number;
  /** Room that the label of a year takes. */
  yearRoom: number;
  twoLines: boolean;
}

export const WIDE: PictureShape = { width: 1000, lane: 46, letter: 7.4, yearRoom: 44, twoLines: false };
export const NARROW: PictureShape = { width: 330, lane: 62, letter: 7, yearRoom: 40, twoLines: true };

const MARGIN = 8;
const HEAD = 34;
const MARKS = 40;

export interface PictureLane {
  y: number;
  x: number;
  width: number;
  /** The name of the stage, cut to the room that it has; `fullName` is whole. */
  name: string;
  fullName: string;
  when: string;
  state: StageState;
  /** Where the words begin; they end there when `anchor` is `end`. */
  textX: number;
  anchor: 'start' | 'end';
}

export type StageState = ReturnType<typeof stageOn>;

export const STATE_WORDS: Record<StageState, string> = {
  past: 'đã qua',
  now: 'hiện nay',
  ahead: 'sắp tới',
};

export interface PictureLayout {
  height: number;
  lanes: PictureLane[];
  /** The first of January of each year; the label is left out where there is no room for it. */
  years: { x: number; label: string }[];
  marks: (PictureMark & { x: number; y: number })[];
  /** Null outside of the period. */
  todayX: number | null;
}

/** Places stages in lanes on the period, drawn to scale; today, due days and amendments as marks. Pure. */
export function layOutPicture(
  { stages, periodFrom, periodTo, today, marks }: PictureInput,
  shape: PictureShape = WIDE,
): PictureLayout {
  const at = (day: Day): number =>
    MARGIN + shareOfPeriod(day, periodFrom, periodTo) * (shape.width - 2 * MARGIN);
  const markY = HEAD + stages.length * shape.lane + MARKS / 2;
  return {
    height: HEAD + stages.length * shape.lane + MARKS,
    lanes: stages.map((stage, n) => lane(stage, HEAD + n * shape.lane, at, today, shape)),
    years: years(periodFrom, periodTo, at, shape),
    marks: marks
      .filter(({ day }) => day >= periodFrom && day <= periodTo)
      .map((mark) => ({ ...mark, x: at(mark.day), y: markY })),
    todayX: today >= periodFrom && today <= periodTo ? at(today) : null,
  };
}

function lane(
  stage: Stage,
  y: number,
  at: (day: Day) => number,
  today: Day,
  { width: whole, letter, twoLines }: PictureShape,
): PictureLane {
  const x = at(stage.fromOn);
  const width = Math.max(6, at(addDays(stage.toOn, 1)) - x);
  const [when, state] = [spanInWords(stage), stageOn(stage, today)];
  const beside = twoLines ? 0 : ` · ${when} · ${STATE_WORDS[state]}`.length;
  // words of a stage that begins late would run out of the picture: they end with their bar
  const late = x > whole * 0.6;
  const textX = twoLines && !late ? MARGIN : late ? x + width : x;
  const room = (late ? textX : whole - textX) / letter - beside;
  return {
    y,
    x,
    width,
    name: cutTo(stage.name, room),
    fullName: stage.name,
    when,
    state,
    textX,
    anchor: late ? 'end' : 'start',
  };
}

const cutTo = (name: string, letters: number): string =>
  name.length <= letters ? name : `${name.slice(0, Math.max(8, Math.floor(letters) - 1)).trimEnd()}…`;

const MOST_YEARS = 40;

function years(from: Day, to: Day, at: (day: Day) => number, { width, yearRoom }: PictureShape) {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const count = Math.min(MOST_YEARS, last - first + 1);
  const step = Math.max(1, Math.ceil((yearRoom * count) / width));
  return Array.from({ length: count }, (_, n) => {
    const begins = `${first + n}-01-01`;
    return { x: at(begins < from ? from : begins), label: n % step === 0 ? String(first + n) : '' };
  });
}
