import { z } from 'zod';
import { subjectKind } from './seed-plan.ts';

const day = z.iso.date();

/** Somebody as one office wrote them down. */
const written = z.object({
  by: z.string(),
  on: day,
  office: z.string(),
  kind: subjectKind,
  name: z.string(),
  birthYear: z.number(),
  place: z.string(),
  position: z.string().nullable(),
  what: z.string(),
});

/** Invented people who were written down twice, with what came of it. */
export const mergesSeed = z.object({
  pairs: z.array(
    z.object({
      one: written,
      other: written,
      merge: z
        .object({
          by: z.string(),
          on: day,
          reason: z.string(),
          /** Facts that come from the one that goes. */
          take: z.array(z.enum(['fullName', 'birthYear', 'place', 'position', 'representative'])),
        })
        .optional(),
      undo: z.object({ by: z.string(), on: day, reason: z.string(), apart: z.boolean() }).optional(),
    }),
  ),
});
