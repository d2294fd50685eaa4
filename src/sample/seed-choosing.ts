import { z } from 'zod';

const day = z.iso.date();
const list = {
  field: z.string(),
  by: z.string(),
  on: day,
  /** How many of the field's candidates are prepared for each decision. */
  choose: z.number(),
  wait: z.number(),
  decline: z.number(),
};

/** How some fields of the sample choose among their candidates. */
export const choosingSeed = z.object({
  nobody: z.object({
    on: day,
    /** So many offices do not answer. */
    silent: z.number(),
    reasons: z.array(z.string()).min(1),
  }),
  applied: z.array(
    z.object({
      ...list,
      paper: z.object({
        number: z.string().nullable(),
        symbol: z.string(),
        place: z.string(),
        date: day.nullable(),
        authority: z.string().nullable(),
        signerTitle: z.string(),
        signerName: z.string().nullable(),
        recipients: z.array(z.string()),
      }),
    }),
  ),
  open: z.object(list),
  words: z.object({ wait: z.string(), decline: z.string(), override: z.string(), later: z.string() }),
});
