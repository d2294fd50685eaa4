import { z } from 'zod';
import { CRITERION_KINDS } from '../criteria/rule.ts';
import { subjectKind } from './seed-plan.ts';

const day = z.iso.date();

const criterion = z.object({
  name: z.string(),
  kind: z.enum(CRITERION_KINDS),
  /** As `ruleOf` reads them. */
  params: z
    .record(z.string(), z.union([z.number(), z.string(), z.record(z.string(), z.number())]))
    .default({}),
  mandatory: z.boolean().default(true),
  points: z.number().nullable().default(null),
  hint: z.string().nullable().default(null),
  source: z.string().nullable().default(null),
});

const norm = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  region: z.string().nullable(),
  /** Null: not known. */
  value: z.number().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  source: z.string(),
  note: z.string().nullable(),
});

const set = z.object({
  key: z.string(),
  /** Key of the edition that it follows. */
  follows: z.string().optional(),
  for: z.enum(['everywhere', 'phu-tho', 'sample']),
  name: z.string(),
  legalBasis: z.string(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  subjectKinds: z.array(subjectKind),
  groupings: z.array(z.object({ name: z.string(), options: z.array(z.string()) })),
  criteria: z.array(criterion.extend({ parts: z.array(criterion).default([]) })),
});

/** Criteria sets with the norms that they ask for. */
export const criteriaSeed = z.object({ norms: z.array(norm), sets: z.array(set) });

/** The same, invented, and what is answered in the sample: one answer for each criterion that takes one, in order. */
/** A plain value, or what was answered year by year. */
const ANSWER = z.union([z.boolean(), z.number(), z.string(), z.record(z.string(), z.string())]);

export const sampleCriteriaSeed = criteriaSeed.extend({
  assessments: z.array(
    z.object({
      /** Null: by the set of the field, one who is proposed or waits to be chosen in the household field. */
      set: z.string().nullable(),
      by: z.string(),
      on: day,
      groups: z.record(z.string(), z.string()),
      answers: z.array(z.record(z.string(), ANSWER)),
    }),
  ),
});
