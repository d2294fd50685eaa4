import type { OfficeSelection } from '../offices/selection.ts';
import type { Day } from '../platform/clock.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Basis, PlanField, Stage } from './queries.ts';

/** One office, or all of a kind below one: what coordinates a field or gets a share of its quota. */
export type NamedOffices = Extract<OfficeSelection, { by: 'office' | 'kind' }>;

/** A share of a field's quota, in numbers or in percent of it; for a kind, the share of each of its offices. */
export interface Allocation {
  to: NamedOffices;
  number: number | null;
  /** 0 to 100. */
  percent: number | null;
}

export interface DraftField {
  name: string;
  isPilot: boolean;
  leadOfficeId: number;
  /** The plan's own words about who coordinates. */
  coordinating: string | null;
  coordination: NamedOffices[];
  subjectKinds: SubjectKind[];
  quotaKind: PlanField['quotaKind'];
  /** Null exactly when there is no quota. */
  quotaNumber: number | null;
  quotaCounts: SubjectKind[];
  criteriaSetId: number | null;
  allocations: Allocation[];
}

/** The facts at the head of a plan. */
export interface PlanFacts {
  /** As the paper writes it; both styles are one number to the program. Empty while it is not given. */
  number: string;
  kind: string;
  title: string;
  issuerOfficeId: number | null;
  issuerName: string;
  signer: string | null;
  issuedOn: Day | null;
  issuedAt: string | null;
  periodFrom: Day;
  periodTo: Day;
  parentPlanId: number | null;
}

/** A whole plan before it is in the database: typed, read from a text, or copied. */
export interface PlanDraft extends PlanFacts {
  copiedFromId: number | null;
  basis: Basis[];
  stages: Stage[];
  unitPlanParts: string[];
  movements: string[];
  fields: DraftField[];
}
