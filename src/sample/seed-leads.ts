import { z } from 'zod';
import { subjectKind } from './seed-plan.ts';

const day = z.iso.date();

const step = z.discriminatedUnion('does', [
  z.object({
    does: z.literal('verify'),
    on: day,
    by: z.string(),
    how: z.enum(['visit', 'telephone', 'paper']),
    result: z.enum(['so', 'partly', 'not_so']),
    words: z.string(),
  }),
  z.object({
    does: z.literal('ask'),
    on: day,
    by: z.string(),
    /** Without an office the proposer is asked. */
    office: z.string().optional(),
    question: z.string(),
    due: day,
  }),
  z.object({ does: z.literal('add'), on: day, words: z.string() }),
  z.object({ does: z.literal('open'), on: day, by: z.string(), title: z.string() }),
  z.object({ does: z.literal('merge'), on: day, by: z.string(), reason: z.string() }),
  z.object({
    does: z.literal('refuse'),
    on: day,
    by: z.string(),
    publicReason: z.string(),
    innerReason: z.string(),
  }),
  z.object({ does: z.literal('withdraw'), on: day }),
]);

/** Invented proposals of citizens with what came of them, and files written on somebody's behalf. */
export const leadsSeed = z.object({
  leads: z.array(
    z.object({
      /** The name of its code among those of the sample, where one is to be tried. */
      code: z.string().optional(),
      on: day,
      /** The officer who typed it; without one it came through the portal. */
      typedBy: z.string().optional(),
      kind: subjectKind.optional(),
      name: z.string(),
      place: z.string().optional(),
      placeWords: z.string().optional(),
      what: z.string(),
      links: z.array(z.string()).optional(),
      reachedBy: z.string().optional(),
      /** What a program wrote into the field that nobody sees. */
      trap: z.string().optional(),
      steps: z.array(step).optional(),
    }),
  ),
  assisted: z.array(
    z.object({
      code: z.string(),
      kind: subjectKind,
      by: z.string(),
      on: day,
      how: z.enum(['in_person', 'paper', 'telephone']),
      note: z.string(),
      telephone: z.string(),
      /** What the subject says with the code some days later. */
      /** One who is proposed and not decided on yet; else one under care. */
      proposed: z.boolean().optional(),
      objects: z.string().optional(),
      corrects: z.object({ field: z.enum(['birthYear', 'position', 'title']), to: z.string() }).optional(),
    }),
  ),
});
