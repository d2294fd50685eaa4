import type { ContributionKind } from '../measures/kinds.ts';
import { askAgain, rangeFor } from '../measures/plausible.ts';
import { findMeasure, isValidOn, type Measure } from '../measures/queries.ts';
import { LARGEST_AMOUNT, readAmount } from '../measures/read-amount.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { plainNumber } from './achievements-forms.ts';

/** A figure as it was typed: the measure, and amounts by the name of their field. */
interface TypedFigure {
  measureId: number | null;
  amounts: Readonly<Record<string, string | null>>;
}

/** The same in numbers, in the unit of the measure, and what was understood where another unit was typed. */
export interface ReadFigure {
  values: Record<string, number | null>;
  understood: string | null;
}

/** Reads the amounts by the unit of their measure, or as plain numbers where there is none. Errors by field. */
export async function readFigure(
  db: Reader,
  { measureId, amounts }: TypedFigure,
): Promise<Outcome<ReadFigure>> {
  const measure = measureId === null ? null : await findMeasure(db, measureId);
  if (measureId !== null && !measure) return invalid({ measureId: 'Hãy chọn chỉ số trong danh sách.' });
  const figure: ReadFigure & { errors: FieldErrors } = { errors: {}, values: {}, understood: null };
  for (const [name, typed] of Object.entries(amounts)) readOne(figure, name, typed, measure);
  const { errors, ...read } = figure;
  return Object.keys(errors).length > 0 ? invalid(errors) : done(read);
}

function readOne(
  figure: ReadFigure & { errors: FieldErrors },
  name: string,
  typed: string | null,
  measure: Measure | null,
): void {
  figure.values[name] = null;
  if (typed === null) return;
  const read = measure ? readAmount(typed, measure) : readPlain(typed);
  if (!read.ok) {
    figure.errors[name] = read.sentence;
    return;
  }
  figure.values[name] = read.value;
  if (read.understood === null) return;
  const told = `“${typed}” hiểu là ${read.understood}.`;
  figure.understood = figure.understood === null ? told : `${figure.understood} ${told}`;
}

function readPlain(typed: string): ReturnType<typeof readAmount> {
  const read = plainNumber('giá trị').safeParse(typed);
  if (read.success && read.data !== null) return { ok: true, value: read.data, understood: null };
  return { ok: false, sentence: read.error?.issues[0]?.message ?? 'Hãy ghi số.' };
}

/** A figure as a command is given it, in the unit of its measure. */
interface GivenFigure {
  measureId: number;
  values: readonly (number | null)[];
  /** Said to be right although it lies outside of the plausible range. */
  rechecked: boolean;
}

/** What the rules of a figure ask about beside itself. */
interface About {
  subjectKind: SubjectKind;
  /** ISO. */
  today: Day;
  /** The measure that it has already: it may have ended since. */
  keptMeasureId: number | null;
  /** Only measures of gifts. */
  gifts?: boolean;
}

/** The measure of a figure, when it may be chosen and what is to be asked about has been answered; errors by field. */
export async function judgeFigure(db: Reader, figure: GivenFigure, about: About): Promise<Outcome<Measure>> {
  const measure = await findMeasure(db, figure.measureId);
  const usable = measure && (measure.id === about.keptMeasureId || isValidOn(measure, about.today));
  if (!usable || (about.gifts && measure.contribution === null))
    return invalid({ measureId: 'Hãy chọn chỉ số đang dùng trong danh sách.' });
  if (figure.values.some((value) => value !== null && !(Math.abs(value) <= LARGEST_AMOUNT)))
    return invalid({ value: 'Giá trị lớn quá mức ghi được.' });
  const asks = askAgain(figure.values, rangeFor(measure.ranges, about.subjectKind), {
    name: measure.name,
    scale: measure,
  });
  return asks && !figure.rechecked ? invalid({ rechecked: asks }) : done(measure);
}

/** Measures that a form offers: those in use, and the one that is kept. */
export const offered = (
  measures: readonly Measure[],
  { today, kept }: { today: Day; kept: number | null },
): Measure[] => measures.filter((measure) => measure.id === kept || isValidOn(measure, today));

export const isGift = (measure: Measure): measure is Measure & { contribution: ContributionKind } =>
  measure.contribution !== null;
