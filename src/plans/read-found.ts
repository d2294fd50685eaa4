import type { Day } from '../platform/clock.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Basis, PlanField, Stage } from './queries.ts';
import type { Passage } from './read-source.ts';

/** How sure the reader is: the text says it in so many words, most likely, or it is only a guess. */
export type Sureness = 'sure' | 'likely' | 'guess';

/** Something that was read, and where. */
export interface Found<T> {
  value: T;
  passage: Passage;
  sure: Sureness;
}

export interface FoundStage extends Omit<Stage, 'name'> {
  name: string;
  /** As the text writes it: "Trong Quý II năm 2016". */
  when: string;
}

export interface FoundQuota {
  kind: PlanField['quotaKind'];
  number: number | null;
  /** "mỗi xã": the number is for each office of this sort, as the text calls it. */
  each: string | null;
  /** "10 % số xã": a share that is no share of a quota; somebody must turn it into a number. */
  percentOf: string | null;
  /** A second number beside the first ("08 tập thể, 12 cá nhân"): a field has one quota. */
  also: string | null;
  counts: SubjectKind[];
}

export interface FoundCriterion {
  name: string;
  kind: 'yes_no' | 'threshold' | 'every_year' | 'rank_in_locality';
  params: Record<string, number | string>;
  mandatory: boolean;
  /** Empty: for every kind of subject of the field. */
  subjectKinds: SubjectKind[];
}

export interface FoundField {
  name: string;
  isPilot: boolean;
  /** Name of the office as the text writes it; null where it names none. */
  lead: string | null;
  coordinating: string | null;
  quota: FoundQuota;
  subjectKinds: SubjectKind[];
  /** Units that are no pilots are encouraged too. */
  openToOthers: boolean;
  criteria: Found<FoundCriterion>[];
}

/** Something that the program knows already or that belongs to no table: shown with its passage, not taken over. */
export interface Remark {
  what: string;
  passage: Passage;
}

export interface PlanReading {
  number: Found<string>;
  kind: Found<string> | null;
  title: Found<string> | null;
  issuedOn: Found<Day> | null;
  issuedAt: Found<string> | null;
  issuer: Found<string> | null;
  signer: Found<string> | null;
  period: Found<{ from: Day; to: Day }> | null;
  basis: Found<Basis>[];
  stages: Found<FoundStage>[];
  unitPlanParts: Found<string>[];
  fields: Found<FoundField>[];
  /** Conditions that hold for every exemplar of the plan. */
  generalCriteria: Found<FoundCriterion>[];
  movements: Found<string>[];
  reportsTo: Found<{ to: string; via: string | null }> | null;
  congress: Found<string> | null;
  remarks: Remark[];
  /** What was looked for and not found, or looks cut off: a sentence each. */
  missing: string[];
}
