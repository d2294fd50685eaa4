import type { Day } from '../platform/clock.ts';
import type { Found } from './read-found.ts';
import { findAll, type Passage, passageOf, type Source, wholeOf } from './read-source.ts';

const SPAN = String.raw`(?<from>(?:19|20)\d{2})\s*(?:-|den(?: het)?(?: nam)?)\s*(?:nam\s+)?(?<to>(?:19|20)\d{2})(?!\d)`;
const PERIODS: readonly [pattern: RegExp, sure: 'sure' | 'likely'][] = [
  [new RegExp(String.raw`(?:giai doan|thoi ky|nhiem ky)\s+(?:tu\s+)?(?:nam\s+)?${SPAN}`, 'd'), 'sure'],
  [new RegExp(String.raw`(?:05|5|nam) nam\s*\(?\s*(?:tu\s+)?(?:nam\s+)?${SPAN}`, 'd'), 'likely'],
];

export interface PeriodReading {
  period: Found<{ from: Day; to: Day }> | null;
  /** What is wrong with what the text says. */
  complaint: string | null;
}

/** The period of the plan: that of the title, else the first one, else the one year that the title names. */
export function readPeriod(source: Source, title: Found<string> | null): PeriodReading {
  const spans = PERIODS.flatMap(([pattern, sure]) =>
    findAll(source, pattern, wholeOf(source)).map((match) => ({ match, sure })),
  );
  const inTitle = title ? spans.find(({ match }) => isInside(match.index, title.passage)) : undefined;
  const first = inTitle ?? earliest(spans);
  const place = first && passageOf(first.match);
  if (first && place) {
    const { from = '', to = '' } = first.match.groups ?? {};
    if (to < from) {
      return {
        period: null,
        complaint: `Giai đoạn ghi trong văn bản (${from}–${to}) kết thúc trước khi bắt đầu.`,
      };
    }
    const sure = inTitle ? 'sure' : first.sure === 'sure' ? 'likely' : 'guess';
    return {
      period: { value: { from: `${from}-01-01`, to: `${to}-12-31` }, passage: place, sure },
      complaint: null,
    };
  }
  return {
    period: title ? (years(source, title.passage) ?? oneYear(source, title.passage)) : null,
    complaint: null,
  };
}

function earliest<T extends { match: RegExpExecArray }>(spans: readonly T[]): T | undefined {
  return [...spans].sort((one, other) => one.match.index - other.match.index)[0];
}

/** A title that names its years without calling them a period: "… năm 2019 - 2020". */
function years(source: Source, title: Passage): PeriodReading['period'] {
  const match = findAll(source, new RegExp(SPAN, 'd'), title).at(-1);
  const place = match && passageOf(match);
  const { from = '', to = '' } = match?.groups ?? {};
  return place && from <= to
    ? { value: { from: `${from}-01-01`, to: `${to}-12-31` }, passage: place, sure: 'likely' }
    : null;
}

/** A plan for one year: "… năm 2027". */
function oneYear(source: Source, title: Passage): PeriodReading['period'] {
  const match = findAll(source, /nam (?<year>20\d{2})(?!\d)/d, title).at(-1);
  const place = match && passageOf(match);
  const year = match?.groups?.year;
  return place && year
    ? { value: { from: `${year}-01-01`, to: `${year}-12-31` }, passage: place, sure: 'likely' }
    : null;
}

const isInside = (at: number, { start, end }: Passage): boolean => at >= start && at < end;
