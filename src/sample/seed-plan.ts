import { z } from 'zod';

const day = z.iso.date();

export const subjectKind = z.enum(['individual', 'collective', 'household']);

/** The shape of a plan in the seeds: its text, stages, criteria and fields. Offices are named by their keys. */
export const planSeed = z.object({
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuerOffice: z.string(),
  signer: z.string(),
  issuedOn: day,
  issuedAt: z.string(),
  periodFrom: day,
  periodTo: day,
  basis: z.array(
    z.object({
      number: z.string(),
      kind: z.string(),
      issuer: z.string(),
      datedOn: day,
      about: z.string(),
    }),
  ),
  stages: z.array(
    z.object({
      name: z.string(),
      precision: z.enum(['day', 'month', 'quarter', 'year']),
      from: day,
      to: day,
      who: z.string(),
      duties: z.array(z.string()),
    }),
  ),
  unitPlanParts: z.array(z.string()),
  /** Guiding words for each of them, from the plan's own words. */
  unitPlanHints: z.array(z.string()),
  movements: z.array(z.string()),
  criteriaSets: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      legalBasis: z.string(),
      subjectKinds: z.array(subjectKind),
      criteria: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(['yes_no', 'threshold', 'every_year', 'rank_in_locality']),
          params: z.record(z.string(), z.json()).default({}),
          mandatory: z.boolean().default(true),
          subjectKinds: z.array(subjectKind).nullable().default(null),
        }),
      ),
    }),
  ),
  fields: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      isPilot: z.boolean(),
      /** Key of the office that leads it. */
      lead: z.string(),
      coordinating: z.string().nullable(),
      /** All offices of a kind below an office, by their keys. */
      coordination: z.object({ kind: z.string(), below: z.string() }).optional(),
      subjectKinds: z.array(subjectKind),
      quota: z
        .object({
          kind: z.enum(['exactly', 'at_least', 'at_most']),
          number: z.number(),
          counts: z.array(subjectKind),
        })
        .nullable(),
      criteriaSet: z.string(),
    }),
  ),
});
