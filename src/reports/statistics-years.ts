import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { IndicatorScope } from './indicators/kinds.ts';
import { figuresOf } from './indicators/registry.ts';

/** One calendar year of a period, cut off where the period and the closing day cut it; null when it lies after it. */
export interface YearSpan {
  year: number;
  span: { from: Day; to: Day } | null;
}

/** More years than any plan has. */
const MOST_YEARS = 15;

/** The calendar years of a period. What lies after the closing day is still to come. */
export function yearsOf(from: Day, to: Day, closingOn: Day): YearSpan[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.min(last - first + 1, MOST_YEARS) }, (_, n) => {
    const year = first + n;
    const begins = later(`${year}-01-01`, from);
    const ends = earlier(`${year}-12-31`, to, closingOn);
    return { year, span: begins <= ends ? { from: begins, to: ends } : null };
  });
}

const earlier = (first: Day, ...others: Day[]): Day => [first, ...others].sort()[0] ?? first;
const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** Figures year by year. Null: not known, or a year still to come. */
export interface YearFigures {
  year: number;
  /** What was frozen in the office's own report of that year; otherwise counted from the records as of its end. */
  fromReport: boolean;
  values: ReadonlyMap<string, number | null>;
}

/**
 * The figures of each year of a report's period, side by side: as the office's report of that year had them when it was
 * submitted, else counted as of the end of the year. One query, and one for each year without a report.
 */
export async function figuresByYear(
  db: Reader,
  keys: readonly string[],
  scope: IndicatorScope,
  report: { officeId: number; periodTo: Day },
): Promise<YearFigures[]> {
  const frozen = await frozenYears(db, scope.planId, report.officeId);
  const years: YearFigures[] = [];
  for (const { year, span } of yearsOf(scope.from, report.periodTo, scope.to)) {
    const kept = frozen.get(year);
    if (kept) years.push({ year, fromReport: true, values: kept });
    else {
      const values = span
        ? await figuresOf(db, keys, { ...scope, ...span })
        : new Map<string, number | null>();
      years.push({ year, fromReport: false, values });
    }
  }
  return years;
}

/** The frozen figures of the office's submitted reports on whole years, by year. */
async function frozenYears(
  db: Reader,
  planId: number,
  officeId: number,
): Promise<Map<number, Map<string, number | null>>> {
  const rows = await db
    .selectFrom('report as r')
    .innerJoin('report_form as form', 'form.id', 'r.form_id')
    .innerJoin('report_figure as f', 'f.report_id', 'r.id')
    .select(['r.year', 'r.period_from as from', 'r.period_to as to', 'f.indicator', 'f.value'])
    .where('r.plan_id', '=', planId)
    .where('r.office_id', '=', officeId)
    .where('form.kind', '=', 'periodic')
    .where('r.state', 'in', ['submitted', 'accepted'])
    .execute();
  const years = new Map<number, Map<string, number | null>>();
  for (const { year, from, to, indicator, value } of rows) {
    if (from !== `${year}-01-01` || to !== `${year}-12-31`) continue;
    years.set(year, (years.get(year) ?? new Map<string, number | null>()).set(indicator, value));
  }
  return years;
}
