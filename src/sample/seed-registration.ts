import { z } from 'zod';
import { subjectKind } from './seed-plan.ts';

const day = z.iso.date();
const judged = {
  /** Outside of its range, and said to be right. */
  outside: z.boolean().optional(),
  confirm: z.object({ by: z.string(), with: z.string() }).optional(),
  contradict: z.object({ value: z.string(), source: z.string() }).optional(),
};

/** Figures by measure and gifts of some invented exemplars, as they are typed. */
export const registrationSeed = z.object({
  writtenOn: day,
  judgedOn: day,
  groups: z.array(
    z.object({
      field: z.string(),
      kind: subjectKind,
      /** Who confirms and contradicts. */
      lead: z.string(),
      figures: z.array(
        z.object({
          nth: z.number(),
          measure: z.string(),
          statement: z.string(),
          value: z.string(),
          year: z.number(),
          before: z.string().optional(),
          beforeYear: z.number().optional(),
          ...judged,
        }),
      ),
      contributions: z.array(
        z.object({
          nth: z.number(),
          measure: z.string(),
          amount: z.string(),
          year: z.number(),
          purpose: z.string(),
          receiver: z.string(),
          ...judged,
        }),
      ),
    }),
  ),
});
