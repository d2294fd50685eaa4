import { z } from 'zod';
import { PAST_AWARD_SOURCES } from '../subjects/past-award-facts.ts';
import { subjectKind } from './seed-plan.ts';

const day = z.iso.date();

/** Other names and awards from before of some invented subjects, as they are typed. */
export const subjectsSeed = z.object({
  writtenOn: day,
  confirmedOn: day,
  /** Who confirms, and who corrects facts. */
  standing: z.string(),
  subjects: z.array(
    z.object({
      field: z.string(),
      kind: subjectKind,
      nth: z.number(),
      /** `{given}` is the last word of the name, `{name}` the whole, `{short}` the name with its kind in short. */
      aliases: z.array(z.object({ name: z.string(), note: z.string().nullable() })).default([]),
      /** What follows the address, once it is corrected. */
      placeAlso: z.string().optional(),
      awards: z
        .array(
          z.object({
            /** Of the catalogue, else in words. */
            form: z.string().optional(),
            words: z.string().optional(),
            number: z.string().optional(),
            decidedOn: day.optional(),
            givenBy: z.string().optional(),
            year: z.number().optional(),
            forWhat: z.string().optional(),
            source: z.enum(PAST_AWARD_SOURCES),
            confirmedBy: z.string().optional(),
          }),
        )
        .default([]),
    }),
  ),
});
