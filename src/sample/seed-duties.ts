import { z } from 'zod';
import { dueRuleSchema } from '../calendar/due-rule.ts';
import { CYCLES } from '../calendar/periods.ts';
import { DUTY_WHATS } from '../duties/kinds.ts';

const day = z.iso.date();

/** The shape of the duties of a plan in the seeds. Offices and blocs are named by their keys. */
export const dutiesSeed = z.object({
  /** User name of who sets them, and the day. */
  by: z.string(),
  on: day,
  blocs: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      /** Its members: every office of this kind below that office. */
      kind: z.string(),
      below: z.string(),
      years: z.array(z.object({ year: z.number(), head: z.string() })),
    }),
  ),
  duties: z.array(
    z.object({
      name: z.string(),
      what: z.enum(DUTY_WHATS),
      form: z.string().nullable().default(null),
      who: z.discriminatedUnion('by', [
        z.object({ by: z.literal('bloc'), bloc: z.string() }),
        z.object({ by: z.literal('kind'), kind: z.string(), below: z.string() }),
      ]),
      cycle: z.enum(CYCLES),
      from: day,
      to: day,
      due: dueRuleSchema,
      toOffice: z.string().nullable(),
      via: z.string().nullable(),
      basis: z.string(),
    }),
  ),
  excuses: z.array(
    z.object({
      duty: z.string(),
      office: z.string(),
      /** The first day of the period. */
      period: day,
      on: day,
      reason: z.string(),
    }),
  ),
});

export type DutiesSeed = z.infer<typeof dutiesSeed>;
