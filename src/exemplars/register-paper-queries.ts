import type { Reader } from '../platform/db.ts';
import { type Consent, consentsOf } from './consent-queries.ts';
import { type Contribution, contributionsOf } from './contributions-queries.ts';
import { endorsementOf } from './endorsement.ts';
import type { Endorsement } from './endorsement-form.ts';
import { type Achievement, achievementsOf, type Evidence, evidenceOf } from './merits-queries.ts';
import type { ExemplarInView } from './queries.ts';

/** All that the paper of a registration tells. */
export interface RegisterContent {
  exemplar: ExemplarInView;
  achievements: Achievement[];
  evidence: Evidence[];
  contributions: Contribution[];
  endorsement: Endorsement | null;
  /** Of the latest assessment; else the criteria of the field, without an answer. */
  criteria: { name: string; explanation: string | null }[];
  support: { what: string; owner: string | null; dueOn: string | null }[];
  consents: Consent[];
}

/** Reads it; the caller has made sure of the reach. */
export async function registerContent(db: Reader, exemplar: ExemplarInView): Promise<RegisterContent> {
  const { id } = exemplar;
  const [achievements, evidence, contributions, endorsement, criteria, support, consents] = await Promise.all(
    [
      achievementsOf(db, id),
      evidenceOf(db, id),
      contributionsOf(db, id),
      endorsementOf(db, id),
      criteriaOnPaper(db, exemplar),
      supportOnPaper(db, id),
      consentsOf(db, id),
    ],
  );
  return { exemplar, achievements, evidence, contributions, endorsement, criteria, support, consents };
}

async function criteriaOnPaper(db: Reader, exemplar: ExemplarInView): Promise<RegisterContent['criteria']> {
  const latest = await db
    .selectFrom('assessment')
    .select(['id', 'criteria_set_id as setId'])
    .where('exemplar_id', '=', exemplar.id)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const ofField = db.selectFrom('pilot_field').select('criteria_set_id').where('id', '=', exemplar.fieldId);
  const rows = await db
    .selectFrom('criterion as c')
    .leftJoin('assessment_answer as a', (join) =>
      join.onRef('a.criterion_id', '=', 'c.id').on('a.assessment_id', '=', latest?.id ?? 0),
    )
    .select(['c.name', 'c.subject_kinds as kinds', 'a.explanation'])
    .where('c.set_id', '=', latest ? latest.setId : ofField)
    .orderBy('c.ord')
    .execute();
  const { kind } = exemplar.subject;
  return rows
    .filter(({ kinds }) => kinds === null || kinds.includes(kind))
    .map(({ name, explanation }) => ({ name, explanation }));
}

const supportOnPaper = (db: Reader, exemplarId: number): Promise<RegisterContent['support']> =>
  db
    .selectFrom('support_action as s')
    .leftJoin('office as o', 'o.id', 's.owner_office_id')
    .select((eb) => ['s.what', eb.fn.coalesce('s.owner', 'o.name').as('owner'), 's.due_on as dueOn'])
    .where('s.exemplar_id', '=', exemplarId)
    .orderBy('s.id')
    .execute();
