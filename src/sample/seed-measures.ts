import { z } from 'zod';
import { ADDINGS, CONTRIBUTION_KINDS, MEASURE_KINDS, SHOWINGS } from '../measures/kinds.ts';
import { subjectKind } from './seed-plan.ts';

/** Measures with the ranges that we set for a start; all of them are provisional. */
export const measuresSeed = z.object({
  rangeSource: z.string(),
  measures: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.enum(MEASURE_KINDS),
      unit: z.string(),
      adding: z.enum(ADDINGS),
      decimals: z.number().int(),
      shown: z.enum(SHOWINGS),
      contribution: z.enum(CONTRIBUTION_KINDS).nullable(),
      synonyms: z.array(z.string()),
      ranges: z.array(
        z.object({ subjectKind, lowest: z.number().nullable(), highest: z.number().nullable() }),
      ),
    }),
  ),
});

/** What a form of consent says about the law, and from when until when. */
export const consentLawSeed = z.object({
  laws: z.array(
    z.object({
      name: z.string(),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
      words: z.array(z.string()),
    }),
  ),
});
