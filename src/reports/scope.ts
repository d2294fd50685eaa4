import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { IndicatorScope } from './indicators/kinds.ts';

/** Is the office of this column the standing body on the day of that one? */
export const isStandingBody = (
  officeId: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
) => sql<boolean>`EXISTS (
  SELECT FROM office_duty_role s WHERE s.office_id = ${officeId} AND s.role = 'standing_body'
    AND (s.valid_from IS NULL OR s.valid_from <= ${day}) AND (s.valid_to IS NULL OR s.valid_to >= ${day}))`;

/** What the figures of a report are counted over, as far as the report itself says it. */
export interface ScopedReport {
  planId: number;
  officeId: number;
  officePath: readonly number[];
  isStandingBody: boolean;
  periodFrom: Day;
  closingOn: Day;
}

/**
 * The branch of the office; for the standing body the whole programme, wherever it stands in the tree. Figures close on
 * the closing day.
 */
export function scopeOfReport(report: ScopedReport): IndicatorScope {
  const [root = report.officeId] = report.officePath;
  return {
    planId: report.planId,
    officeId: report.isStandingBody ? root : report.officeId,
    reach: 'branch',
    from: report.periodFrom,
    to: report.closingOn,
  };
}
