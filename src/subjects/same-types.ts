import type { SubjectFacts } from './facts.ts';

/** What is typed or read about somebody, before it is known whether they are known already. */
export interface SameProbe extends SubjectFacts {
  /** Offices with which the subject lies or would lie: they tell where it is when its place does not. */
  officeIds?: readonly number[];
  /** A subject that is not asked about: the one that is being changed. */
  exceptId?: number | null;
}

/** How sure the program is that two are one; it never acts on it, a person decides. */
export const SAME_STRENGTHS = ['strong', 'possible', 'faint'] as const;
export type SameStrength = (typeof SAME_STRENGTHS)[number];

export const SAME_STRENGTH_NAMES: Record<SameStrength, string> = {
  strong: 'Gần như chắc là một',
  possible: 'Có thể là một',
  faint: 'Tên gần giống',
};

/** What a reason is about. Those about name, place and kind may be told to anybody who may record. */
export type SameTopic = 'name' | 'place' | 'kind' | 'birth' | 'address' | 'position' | 'representative';

/** Why two may be one, or why not, as a short sentence. */
export interface SameReason {
  topic: SameTopic;
  agrees: boolean;
  sentence: string;
}

/** A subject that is known already and may be the one asked about; nothing of it but its id is told here. */
export interface SameFound {
  subjectId: number;
  strength: SameStrength;
  /** Those that speak for it first. */
  reasons: SameReason[];
}
