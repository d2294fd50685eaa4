import type { Reader } from '../platform/db.ts';
import type { WordedFigure } from './figure-words.ts';
import { valuesOf } from './figures-view.ts';
import type { FigureSource } from './freeze.ts';
import { type FormIndicator, indicatorsOf, ownFigures } from './merged-indicators.ts';
import type { AboveReport } from './merged-report.ts';
import { scopeOf } from './rollup-below.ts';
import { byRule, withOwn } from './rollup-rules.ts';
import { type IndicatorSums, rollUp } from './rollup-sums.ts';
import type { RollupReach } from './rollup-tree.ts';

/** One indicator of the roll-up. Null values are not known. */
export interface MergedFigure {
  indicator: FormIndicator;
  /** What the office itself has, without anything below it. */
  own: number | null;
  /** Over the counted reports, and over those of them that have been accepted. */
  below: number | null;
  accepted: number | null;
  /** How many counted reports know it, and how many do not. */
  known: number;
  unknown: number;
  /** Below and own together. */
  total: number | null;
  /** What stands in the report now: of an open one also what the program counts; null for an older edition's indicator. */
  written: { value: number | null; source: FigureSource } | null;
}

/** The figures of the roll-up in the order of the form, with what stands in the report. A fixed number of queries. */
export async function mergedFigures(
  db: Reader,
  report: AboveReport,
  reach: RollupReach,
): Promise<MergedFigure[]> {
  const [sums, own, written] = [
    await rollUp(db, scopeOf(report, reach)),
    await ownFigures(db, report),
    await valuesOf(db, report),
  ];
  const byKey = new Map(sums.map((one) => [one.indicator, one]));
  return indicatorsOf(report.figureKeys).map((indicator) =>
    merged(indicator, byKey.get(indicator.key), own.get(indicator.key) ?? null, written),
  );
}

function merged(
  indicator: FormIndicator,
  sums: IndicatorSums | undefined,
  own: number | null,
  written: ReadonlyMap<string, NonNullable<MergedFigure['written']>>,
): MergedFigure {
  const below = sums ? byRule(indicator.add, sums.all) : null;
  const known = sums?.known ?? 0;
  return {
    indicator,
    own,
    below,
    accepted: sums ? byRule(indicator.add, sums.accepted) : null,
    known,
    unknown: sums?.unknown ?? 0,
    total: withOwn(indicator.add, { value: below, known }, own),
    written: written.get(indicator.key) ?? null,
  };
}

/** Figures that a person typed and that differ from the roll-up: they are never overwritten, only shown. */
export const typedOtherwise = (figures: readonly MergedFigure[]): MergedFigure[] =>
  figures.filter(
    ({ indicator, written, total }) =>
      indicator.add !== 'none' && written?.source === 'typed' && written.value !== total,
  );

/** The values of a report by key with their units, for the references in its sentences. */
export async function wordedValues(db: Reader, report: AboveReport): Promise<Map<string, WordedFigure>> {
  const values = await valuesOf(db, report);
  return new Map(
    indicatorsOf(report.figureKeys).map(({ key, unit }) => [
      key,
      { key, unit, value: values.get(key)?.value ?? null },
    ]),
  );
}
