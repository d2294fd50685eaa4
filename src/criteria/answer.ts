import { z } from 'zod';

/**
 * What a person answered to a criterion, as `assessment_answer.answer` keeps it:
 *
 * - any kind: `{"unknown": true}`
 * - yes_no, disqualifier: `{"yes": true}` or `{"yes": false}`
 * - threshold: `{"value": 1.8}`, in the unit of the criterion; multiple_of_norm: in the unit of the norm
 * - vote_percent: `{"agreed": 38, "voters": 40}`; who counts as a voter is said by the criterion
 * - points: `{"points": 28.5}`, in tenths at the finest
 * - every_year: `{"years": {"2016": "yes", "2017": "no", "2018": "unknown"}}`
 * - rank_in_locality: `{"rank": 1, "among": 120, "locality": "xã Tiên Kiên"}`; `among` is null when not known
 *
 * Groups (points_sum, any_of) are answered by their criteria.
 *
 * Each may carry `"note"`: on what the answer rests.
 */
export type Answer = { note?: string | undefined } & (
  | { unknown: true }
  | { yes: boolean }
  | { value: number }
  | { agreed: number; voters: number }
  | { points: number }
  | { years: Record<string, YearAnswer> }
  | { rank: number; among: number | null; locality: string }
);

export const YEAR_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type YearAnswer = (typeof YEAR_ANSWERS)[number];

export const UNANSWERED: Answer = { unknown: true };

const note = z.string().optional();
const shape = z.union([
  z.object({ note, yes: z.boolean() }),
  z.object({ note, value: z.number() }),
  z.object({ note, agreed: z.int().min(0), voters: z.int().min(1) }),
  z.object({ note, points: z.number().min(0) }),
  z.object({ note, years: z.record(z.string(), z.enum(YEAR_ANSWERS)) }),
  z.object({ note, rank: z.int().min(1), among: z.int().min(1).nullable(), locality: z.string() }),
  z.object({ note, unknown: z.literal(true) }),
]);

/** An answer as it was kept; what cannot be read any more is unknown, never guessed. */
export function readAnswer(kept: unknown): Answer {
  const read = shape.safeParse(kept);
  return read.success ? read.data : UNANSWERED;
}
