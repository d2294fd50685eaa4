import type { Day } from '../platform/clock.ts';
import type { Stage } from './queries.ts';
import { lastDayOf } from './read-dates.ts';

/** The same day so many years later; the 29th of February is the 28th where there is none. */
export function movedDay(day: Day, years: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const moved = `${year + years}${day.slice(4)}`;
  const last = lastDayOf(year + years, month);
  return moved > last ? last : moved;
}

/** A stage so many years later, with its precision: the last day of a month stays the last one. */
export function movedStage<T extends Pick<Stage, 'precision' | 'fromOn' | 'toOn'>>(
  stage: T,
  years: number,
): T {
  const toOn = movedDay(stage.toOn, years);
  const [year = 0, month = 1] = toOn.split('-').map(Number);
  return {
    ...stage,
    fromOn: movedDay(stage.fromOn, years),
    toOn: stage.precision === 'day' ? toOn : lastDayOf(year, month),
  };
}

/** The years of the period that words name, moved; other numbers and other years stay. */
export const movedWords = (words: string, period: { from: Day; to: Day }, years: number): string =>
  words.replace(
    /(?<![\d/.,])(?<!\d-)(?:19|20)\d{2}(?![\d/])|(?<=(?<!\d)(?:19|20)\d{2}-)(?:19|20)\d{2}(?![\d/])/g,
    (year) =>
      year >= period.from.slice(0, 4) && year <= period.to.slice(0, 4) ? String(Number(year) + years) : year,
  );
