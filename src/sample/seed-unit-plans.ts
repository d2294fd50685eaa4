import { z } from 'zod';

const target = z.object({
  what: z.string(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
});

/** The invented unit plans of the sample; see `about` in the file. */
export const unitPlansSeed = z.object({
  standing: z.string(),
  /** Who wrote for an office that has nobody in people.json, and has gone to other work since. */
  officers: z.array(z.object({ username: z.string(), name: z.string(), office: z.string() })),
  officersLeft: z.string(),
  writers: z.array(
    z.object({
      by: z.string(),
      office: z.string(),
      /** Who approves it where it is not the standing body. */
      approver: z.string().optional(),
      fate: z.enum(['in_time', 'late', 'returned', 'open_return', 'amended']),
    }),
  ),
  /** For each part of the plan the words that are drawn in turn. */
  parts: z.array(z.array(z.string()).min(1)),
  targets: z.array(z.array(target)),
  exemplars: z.array(z.array(z.object({ name: z.string(), field: z.string(), note: z.string().nullable() }))),
  returned: z.array(z.object({ field: z.string(), label: z.string(), reason: z.string() })),
  /** Why one is amended, and what its second edition adds. */
  amendment: z.object({ reason: z.string(), part: z.number(), words: z.string(), target }),
});
export type UnitPlansSeed = z.infer<typeof unitPlansSeed>;
