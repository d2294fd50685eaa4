import type { Reader } from '../platform/db.ts';
import type { AddRule } from './indicators/kinds.ts';
import { figuresOf, indicator } from './indicators/registry.ts';
import type { AboveReport } from './merged-report.ts';

/** One indicator of a form, as far as rolling up, forms for Excel and templates need it. */
export interface FormIndicator {
  key: string;
  name: string;
  unit: string;
  /** What is counted, in words. */
  definition: string;
  add: AddRule;
}

/** The indicators of a form in its order. One that this release no longer knows is left out. */
export function indicatorsOf(keys: readonly string[]): FormIndicator[] {
  return keys.map(indicator).filter((one) => one !== null);
}

/**
 * The figures of the office itself, without anything below it, as of the report's closing day: what is added once to
 * the sum of those below. Shares are not asked for, since they are never added up.
 */
export function ownFigures(
  db: Reader,
  report: Pick<AboveReport, 'planId' | 'officeId' | 'figureKeys' | 'periodFrom' | 'closingOn'>,
): Promise<Map<string, number | null>> {
  const addable = indicatorsOf(report.figureKeys).filter((one) => one.add !== 'none');
  return figuresOf(
    db,
    addable.map((one) => one.key),
    {
      planId: report.planId,
      officeId: report.officeId,
      reach: 'own',
      from: report.periodFrom,
      to: report.closingOn,
    },
  );
}
