import type { Day } from '../platform/clock.ts';
import type { ReportTable } from './report-table.ts';

/** The figures behind the tables, frozen as JSON when the report is submitted. Counts are whole numbers, means are 1 to 5. */
export interface TableFigures {
  year: number;
  /** First day of the period; reports from before periods were kept begin with their year. */
  from?: Day;
  closingOn: Day;
  standing: StandingCell[];
  flow: Flow[];
  fields: FieldQuota[];
  checks: CheckFigures;
  missingChecks: { branch: string; due: number; missing: number }[];
  awards: AwardCount[];
  help: HelpFigures;
  /** Tables over several years and of the statistics, as they were drawn when the report was submitted. */
  more?: ReportTable[];
}

/** How many stand in a state, for one field, kind of subject and branch. */
export interface StandingCell {
  state: string;
  field: string;
  kind: string;
  branch: string;
  count: number;
}

/** How many came into a state in the period. */
export interface Flow {
  state: string;
  count: number;
}

export interface FieldQuota {
  name: string;
  isPilot: boolean;
  lead: string;
  quotaKind: string;
  quota: number | null;
  taken: number;
}

/** Means are null when nothing was checked. */
export interface CheckFigures {
  due: number;
  done: number;
  effect: number | null;
  efficiency: number | null;
  potential: number | null;
  influence: number | null;
  keep: number;
  needHelp: number;
  stop: number;
}

export interface AwardCount {
  form: string;
  level: string;
  individual: number;
  collective: number;
  household: number;
}

/** What was promised for the period and what of it was done; cost in đồng. */
export interface HelpFigures {
  helpDue: number;
  helpDone: number;
  supportDue: number;
  supportDone: number;
  costOfDone: number;
}
