import { sql } from 'kysely';
import { keptFileOf } from '../exemplars/carry-stored.ts';
import { type ExemplarState, exemplarWorkflow } from '../exemplars/workflow.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { type AssistedEntry, assistedOf } from './assisted-rows.ts';
import { telephoneOf } from './telephone.ts';
import {
  correctionsOf,
  type KeptCorrection,
  type KeptObjection,
  objectionsOf,
  STATE_IN_PLAIN_WORDS,
} from './voice-words.ts';

/**
 * What is public of the state of a file, or of the one that it was merged into: its name where there is one, else that it
 * is looked at. Null when it is gone.
 */
export async function publicStateOf(db: Reader, exemplarId: number): Promise<string | null> {
  const row = await db
    .selectFrom('exemplar')
    .select('state')
    .where('id', '=', keptFileOf(sql`${exemplarId}::bigint`, false))
    .executeTakeFirst();
  const name = row ? exemplarWorkflow.states[row.state as ExemplarState].publicName : null;
  return name ? name.charAt(0).toLowerCase() + name.slice(1) : null;
}

/** A file in words for whoever it is about: nothing of others, no reason of the office, no exact place. */
export interface PublicRecord {
  kind: 'exemplar';
  id: number;
  fullName: string;
  kindName: string;
  birthYear: number | null;
  position: string | null;
  officeName: string;
  telephone: string | null;
  fieldName: string | null;
  stateInWords: string;
  title: string | null;
  statement: string | null;
  achievements: {
    statement: string;
    value: number | null;
    unit: string | null;
    year: number | null;
    trust: string;
  }[];
  consents: { scope: string; givenOn: Day }[];
  assisted: AssistedEntry | null;
  corrections: KeptCorrection[];
  objections: KeptObjection[];
  isSample: boolean;
}

/** The file of a code as its subject reads it; null when it is gone. */
export async function publicRecord(db: Reader, id: number): Promise<PublicRecord | null> {
  const row = await db
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select(['e.state', 'e.title', 'e.statement', 'e.office_id', 'e.is_sample', 's.kind', 's.full_name'])
    .select(['s.birth_year', 's.position', 'o.name as office_name', 'f.name as field_name'])
    .where('e.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const [achievements, consents, assisted, corrections, objections, telephone] = await Promise.all([
    db
      .selectFrom('achievement')
      .select(['statement', 'value', 'unit', 'year', 'trust'])
      .where('exemplar_id', '=', id)
      .orderBy(sql`year NULLS LAST, id`)
      .execute(),
    db
      .selectFrom('consent')
      .select(['scope', 'given_on as givenOn'])
      .where('exemplar_id', '=', id)
      .where('withdrawn_on', 'is', null)
      .orderBy('id')
      .execute(),
    assistedOf(db, { exemplarId: id }),
    correctionsOf(db, id),
    objectionsOf(db, id),
    telephoneOf(db, row.office_id),
  ]);
  return {
    kind: 'exemplar',
    id,
    fullName: row.full_name,
    kindName: SUBJECT_KIND_NAMES[row.kind as SubjectKind],
    birthYear: row.birth_year,
    position: row.position,
    officeName: row.office_name,
    telephone,
    fieldName: row.field_name,
    stateInWords: STATE_IN_PLAIN_WORDS[row.state as ExemplarState],
    title: row.title,
    statement: row.statement,
    achievements,
    consents,
    assisted,
    corrections,
    objections,
    isSample: row.is_sample,
  };
}
