import type { PaperFields } from '../papers/paper-fields.ts';

/** What an office's own plan says, as it is written, frozen, compared and printed. */
export interface UnitPlanContent {
  /** In the order of the plan; a part that is not written is empty. */
  parts: WrittenPart[];
  targets: Target[];
  exemplars: PlannedExemplar[];
  files: { fileId: number; title: string }[];
  paper: Partial<PaperFields>;
}

export interface WrittenPart {
  /** Its place in the list of the plan: the key of its text. */
  ord: number;
  name: string;
  text: string;
}

/** A part as the plan asks for it. */
export interface AskedPart {
  ord: number;
  name: string;
  /** Guiding words: what it is to say. */
  hint: string | null;
}

/** Something that the office sets itself: '5 mô hình, xong trước ngày 31/12/2019'. */
export interface Target {
  what: string;
  number: number | null;
  unit: string | null;
  /** ISO day. */
  dueOn: string | null;
}

/** Whom the office means to build up as an exemplar. */
export interface PlannedExemplar {
  name: string;
  fieldId: number | null;
  fieldName: string | null;
  note: string | null;
}

/** Bounds of what is typed. */
export const LIMITS = { partLetters: 30_000, targets: 40, exemplars: 40, files: 20 } as const;

/** What stands under the names of the parts of the plan, in their order. */
export const writtenParts = (
  asked: readonly AskedPart[],
  words: Readonly<Record<string, string>>,
): WrittenPart[] => asked.map(({ ord, name }) => ({ ord, name, text: words[String(ord)] ?? '' }));

/** Field of the form, and of a reason of return, that belongs to a part. */
export const partField = (ord: number): string => `p${ord}`;

/** Names of the parts that are still empty. */
export const unwritten = (parts: readonly WrittenPart[]): WrittenPart[] =>
  parts.filter(({ text }) => text.trim() === '');
