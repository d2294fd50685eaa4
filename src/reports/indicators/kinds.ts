import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';

/** What a figure is counted over: a plan, an office (with its branch or alone), a period, and the day it closes on. */
export interface IndicatorScope {
  planId: number;
  officeId: number;
  reach: 'branch' | 'own';
  /** First day of the period. */
  from: Day;
  /** The closing day: what came later does not count, whatever has happened since. */
  to: Day;
}

/** How figures of offices below become one: added, as a mean, the largest, or never (a share of a share means nothing). */
export type AddRule = 'sum' | 'mean' | 'max' | 'none';

/**
 * The things of one kind that figures are counted over, as rows of SQL. Beside what the figures ask for, each row has
 * `thing` and `thing_id` (what it is, for its link), `title`, `office_id`, `lead_id`, `on_day` and `detail`.
 */
export interface Source {
  key: string;
  /** "điển hình", "đơn vị": what the rows of the list behind a figure are. */
  things: string;
  /** Word above the column of days. */
  dayLabel: string;
  rows: (scope: IndicatorScope) => RawBuilder<unknown>;
}

export interface Indicator {
  key: string;
  name: string;
  unit: string;
  /** One sentence: what is counted, as of when. */
  definition: string;
  add: AddRule;
  source: Source;
  /** The number, as an aggregate over the rows of the source. */
  value: RawBuilder<number | null>;
  /** Which rows of the source stand behind the number: the list that it opens. */
  behind: RawBuilder<boolean>;
  /** Is the number simply how many rows stand behind it? Then the list is as long as the number says. */
  isCount: boolean;
  /** False: no record holds it, so that it stays blank whatever is entered. */
  isHeld?: boolean;
  /**
   * True: what it counts is not kept with its day, so it is that of the moment of counting. A later count as of the same
   * closing day is another one without anything having been corrected.
   */
  momentary?: boolean;
}

type Words = Pick<Indicator, 'key' | 'name' | 'unit' | 'definition'> & { add?: AddRule };
type Condition = RawBuilder<boolean>;

/** A number of rows; added up along the tree unless said otherwise. */
export const counted = (source: Source, words: Words, which: Condition): Indicator => ({
  add: 'sum',
  ...words,
  source,
  value: sql`count(*) FILTER (WHERE ${which})`,
  behind: which,
  isCount: true,
});

/** Percent with one decimal of the rows `of`; null when there are none. Never added up. */
export const share = (source: Source, words: Words, part: Condition, of: Condition): Indicator => ({
  add: 'none',
  ...words,
  source,
  value: sql`round(100.0 * count(*) FILTER (WHERE ${of} AND ${part}) / nullif(count(*) FILTER (WHERE ${of}), 0), 1)`,
  behind: of,
  isCount: false,
});

/** Mean with two decimals of the rows that know the expression; null when none does. */
export const mean = (source: Source, words: Words, of: RawBuilder<unknown>): Indicator => ({
  add: 'mean',
  ...words,
  source,
  value: sql`round(avg(${of}), 2)`,
  behind: sql<boolean>`${of} IS NOT NULL`,
  isCount: false,
});

/** Any other aggregate over rows. */
export const reckoned = (
  source: Source,
  words: Words & { add: AddRule },
  value: RawBuilder<number | null>,
  behind: Condition,
): Indicator => ({ ...words, source, value, behind, isCount: false });

/** What the data does not hold: left blank and listed as such, never zero. */
export const notHeld = (source: Source, words: Words): Indicator => ({
  add: 'none',
  ...words,
  source,
  value: sql`NULL::numeric`,
  behind: sql<boolean>`false`,
  isCount: false,
  isHeld: false,
});

export const EVERY = sql<boolean>`true`;

/** Does the office of this column lie within the scope? */
export function withinScope(officeId: RawBuilder<unknown>, scope: IndicatorScope): Condition {
  if (scope.reach === 'own') return sql<boolean>`${officeId} = ${scope.officeId}`;
  return sql<boolean>`${officeId} IN (SELECT id FROM office WHERE path @> ARRAY[${scope.officeId}::bigint])`;
}
