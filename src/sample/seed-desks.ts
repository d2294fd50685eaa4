import { z } from 'zod';

const day = z.iso.date();
const answer = z.object({ by: z.string(), on: day, text: z.string() });
const gap = z.object({ by: z.string(), on: day, reason: z.string() });

/** What happens to some proposals of the sample on their way; people by user name, offices by their key. */
export const desksSeed = z.object({
  opinions: z.array(
    z.object({
      office: z.string(),
      askedBy: z.string(),
      askedOn: day,
      dueOn: day,
      question: z.string(),
      gap: gap.optional(),
      answer: answer.optional(),
    }),
  ),
  reassigned: z.object({ by: z.string(), on: day, to: z.string(), dueOn: day, reason: z.string() }),
  returnedAgain: z.object({
    proposedOn: day,
    allowedBy: z.string(),
    allowedOn: day,
    allowedFor: z.string(),
    returnedOn: day,
    reasons: z.array(z.object({ field: z.string(), label: z.string(), reason: z.string() })),
  }),
});
