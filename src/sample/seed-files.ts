// long: the shapes of all seeds, side by side
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { REACHES, ROLES } from '../identity/actor.ts';
import { projectRoot } from '../platform/project-root.ts';
import { choosingSeed } from './seed-choosing.ts';
import { criteriaSeed, sampleCriteriaSeed } from './seed-criteria.ts';
import { desksSeed } from './seed-desks.ts';
import { dutiesSeed } from './seed-duties.ts';
import { leadsSeed } from './seed-leads.ts';
import { consentLawSeed, measuresSeed } from './seed-measures.ts';
import { mergesSeed } from './seed-merges.ts';
import { placesSeed } from './seed-places.ts';
import { planSeed, subjectKind } from './seed-plan.ts';
import { registrationSeed } from './seed-registration.ts';
import { subjectsSeed } from './seed-subjects.ts';
import { unitPlansSeed } from './seed-unit-plans.ts';

/** The seeds of `db/seed`, held to their shape when they are read: a wrong seed is named, not half loaded. */

const day = z.iso.date();

const office = z.object({
  key: z.string(),
  kind: z.string(),
  code: z.string().nullish(),
  name: z.string(),
  shortName: z.string().nullish(),
  /** Key of the office above; null for a root. */
  parent: z.string().nullable(),
  from: day.nullish(),
  to: day.nullish(),
  source: z.string().nullish(),
});

const files = {
  'office-kinds.json': z.object({ kinds: z.array(z.object({ id: z.string(), name: z.string() })) }),
  'award-forms.json': z.object({
    laws: z.record(
      z.string(),
      z.object({ name: z.string(), validFrom: day.nullable(), validTo: day.nullable() }),
    ),
    forms: z.array(
      z.object({
        name: z.string(),
        rank: z.number(),
        level: z.enum(['unit', 'commune', 'district', 'sector', 'province', 'national']),
        laws: z.array(z.string()),
        /** The article that gives it; null until somebody with the text at hand enters it. */
        article: z.string().nullable(),
      }),
    ),
  }),
  'report-forms.json': z.object({
    forms: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        kind: z.enum(['periodic', 'interim', 'final', 'statistics']),
        /** The paper that prescribes it; null until somebody with the text at hand enters it. */
        basis: z.string().nullable(),
        figures: z.array(z.string()),
        tables: z.array(z.string()),
        parts: z.array(z.object({ key: z.string(), name: z.string(), hint: z.string().nullable() })),
      }),
    ),
  }),
  'measures.json': measuresSeed,
  'criteria-sets.json': criteriaSeed,
  'consent-law.json': consentLawSeed,
  'phu-tho-2016/offices.json': z.object({ standingBody: z.string(), offices: z.array(office) }),
  'phu-tho-2016/plan-1711.json': planSeed,
  'holidays.json': z.object({
    fromYear: z.number(),
    toYear: z.number(),
    decisions: z.array(
      z.object({
        source: z.string(),
        off: z.array(day),
        swaps: z.array(z.object({ off: day, work: day, occasion: z.string() })),
      }),
    ),
  }),
  'phu-tho-2016/duties.json': dutiesSeed,
  'phu-tho-2025/places.json': placesSeed,
  'sample/people.json': z.object({
    people: z.array(
      z.object({
        username: z.string(),
        name: z.string(),
        grants: z.array(z.object({ role: z.enum(ROLES), office: z.string(), reach: z.enum(REACHES) })),
      }),
    ),
  }),
  'sample/desks.json': desksSeed,
  'sample/leads.json': leadsSeed,
  'sample/registration.json': registrationSeed,
  'sample/merges.json': mergesSeed,
  'sample/subjects.json': subjectsSeed,
  'sample/imports.json': z.object({
    about: z.string(),
    lists: z.array(
      z.object({
        /** User name of who sends it, and the day. */
        by: z.string(),
        on: day,
        office: z.string(),
        target: z.enum(['exemplars', 'past-awards']),
        name: z.string(),
        rows: z.array(z.array(z.string())),
      }),
    ),
  }),
  'sample/criteria.json': sampleCriteriaSeed,
  'sample/choosing.json': choosingSeed,
  'sample/unit-plans.json': unitPlansSeed,
  'sample/reports.json': z.object({
    formKey: z.string(),
    /** Month and day on which the figures of a year close, and by which its reports are due where no duty says so. */
    closing: z.string(),
    due: z.string(),
    /** What becomes of an office's report, year by year. */
    writers: z.array(
      z.object({
        by: z.string(),
        office: z.string(),
        years: z.record(
          z.string(),
          z.enum(['in_time', 'late', 'returned', 'missing', 'after_merge', 'draft']),
        ),
      }),
    ),
    /** Invented words, several for each part. */
    parts: z.record(z.string(), z.array(z.string()).min(1)),
    returned: z.array(z.object({ field: z.string(), label: z.string(), reason: z.string() })),
    gap: z.string(),
    nothing: z.string(),
    standing: z.array(z.object({ year: z.number(), words: z.record(z.string(), z.string()) })),
  }),
  'sample/merits.json': z.object({
    fields: z.array(
      z.object({
        key: z.string(),
        merits: z.array(
          z.object({
            kind: subjectKind,
            title: z.string(),
            position: z.string().nullable(),
            collective: z.string().nullable(),
            statement: z.string(),
            born: z.tuple([z.number(), z.number()]).optional(),
            figures: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()])),
          }),
        ),
      }),
    ),
  }),
  'phu-tho-2016/press-leads.json': z.object({
    leads: z.array(
      z.object({
        name: z.string(),
        position: z.string().nullable(),
        kind: subjectKind,
        place: z.string(),
        office: z.string().nullable(),
        fieldHint: z.string(),
        achievements: z.array(z.string()),
        figures: z.array(z.object({ what: z.string(), value: z.number(), unit: z.string() })),
        sources: z.array(z.string()),
        sourceNote: z.string().nullable(),
      }),
    ),
  }),
};

/** Districts and communes, and what followed what. */
const units = z.object({
  offices: z.array(office),
  successions: z.array(
    z.object({
      on: day,
      steps: z.array(z.object({ from: z.string(), to: z.string(), basis: z.string() })),
    }),
  ),
});

export type SeedOffice = z.infer<typeof office>;
export type SeedUnits = z.infer<typeof units>;
type Files = typeof files;
export type Seed<Name extends keyof Files> = z.infer<Files[Name]>;

/** @throws Error that names the file and what is wrong with it */
export const readSeed = async <Name extends keyof Files>(name: Name): Promise<Seed<Name>> =>
  checked(name, files[name] as unknown as z.ZodType<Seed<Name>>, await read(name));

/** The unit lists in the order of time. */
export async function readUnits(): Promise<SeedUnits[]> {
  const names = ['phu-tho-2016/units.json', 'phu-tho-2020/units.json', 'phu-tho-2025/units.json'];
  return Promise.all(names.map(async (name) => checked(name, units, await read(name))));
}

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(projectRoot(), 'db/seed', name), 'utf8'));

function checked<T>(name: string, schema: z.ZodType<T>, content: unknown): T {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Error(`db/seed/${name}: ${z.prettifyError(parsed.error)}`);
}
