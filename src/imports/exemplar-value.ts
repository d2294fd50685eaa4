import type { Day } from '../platform/clock.ts';
import type { SubjectFacts } from '../subjects/facts.ts';
import type { RowFigure } from './exemplar-measures.ts';
import type { Value } from './target.ts';

/** What one row of a list writes: a subject and its exemplar in `found`. */
export interface ExemplarValue extends Value {
  subject: SubjectFacts;
  officeId: number;
  officeName: string;
  planId: number | null;
  fieldId: number | null;
  fieldName: string | null;
  leadOfficeId: number | null;
  movementId: number | null;
  movementName: string | null;
  title: string | null;
  statement: string | null;
  fieldHint: string | null;
  sources: string[];
  sourceNote: string | null;
  foundOn: Day | null;
  figures: RowFigure[];
  /** The question about figures outside of the plausible range; null: there is none. */
  asks: string | null;
}

/** The rows were written by `judgeExemplar` alone. */
export const exemplarValue = (value: Value): ExemplarValue => value as ExemplarValue;
