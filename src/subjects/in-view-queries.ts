import { type Expression, type SqlBool, sql } from 'kysely';
import { onMyDesk } from '../desks/reach.ts';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { ExemplarOfSubject, ExemplarStateKey, SubjectInView } from './in-view.ts';
import { rolesOverSubject } from './in-view.ts';
import type { SubjectKind } from './kinds.ts';

/** What is found under the number of a subject: itself, or the one into which it was merged. */
export type FoundInView =
  | { subject: SubjectInView; goneName: null }
  | { subject: SubjectInView; goneName: string };

/**
 * The subject of a number, or null when it does not exist or nothing of it lies within the actor's reach. Of one that
 * was merged the one that was kept is answered, with the name of the merged one. Four queries.
 */
export async function findInView(db: Reader, actor: Actor, id: number): Promise<FoundInView | null> {
  const keptId = await keptOf(db, id);
  if (keptId === null) return null;
  const subject = await oneInView(db, actor, keptId);
  if (!subject) return null;
  if (keptId === id) return { subject, goneName: null };
  const gone = await db
    .selectFrom('subject')
    .select('full_name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { subject, goneName: gone.full_name };
}

/**
 * The subject itself, also where it was merged; null outside the actor's reach.
 *
 * @param seenAlready the caller has made sure that it may be seen
 */
export async function oneInView(
  db: Reader,
  actor: Actor,
  id: number,
  seenAlready = false,
): Promise<SubjectInView | null> {
  const row = await db
    .selectFrom('subject as s')
    .select(['s.id', 's.version', 's.kind', 's.full_name', 's.birth_year', 's.place', 's.position'])
    .select(['s.representative', 's.is_sample'])
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const exemplars = await exemplarsOf(db, actor, id);
  const awards = await awardOfficesOf(db, actor, id);
  const seen =
    seenAlready ||
    seesAll(actor) ||
    exemplars.some(({ within }) => within) ||
    awards.some(({ within }) => within);
  if (!seen) return null;
  const lies = { exemplars, awardOffices: awards.map(({ path }) => path) };
  return {
    id: row.id,
    version: row.version,
    // held to these three by the database
    kind: row.kind as SubjectKind,
    fullName: row.full_name,
    birthYear: row.birth_year,
    place: row.place,
    position: row.position,
    representative: row.representative,
    isSample: row.is_sample,
    ...lies,
    roles: rolesOverSubject(actor, lies),
  };
}

/** The number of the one that was kept at the end of all merges; itself where it was not merged; null: no such number. */
async function keptOf(db: Reader, id: number): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE way AS (
      SELECT id, merged_into_id FROM subject WHERE id = ${id}
      UNION SELECT s.id, s.merged_into_id FROM subject s JOIN way w ON s.id = w.merged_into_id)
    SELECT id FROM way WHERE merged_into_id IS NULL`.execute(db);
  return rows[0]?.id ?? null;
}

async function exemplarsOf(db: Reader, actor: Actor, subjectId: number): Promise<ExemplarOfSubject[]> {
  const rows = await db
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('plan as p', 'p.id', 'e.plan_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select(['e.id', 'e.state', 'e.plan_id', 'e.field_id', 'e.office_id', 'e.title', 'e.found_on'])
    .select(['e.merged_into_id', 'o.name as office_name', 'o.path', 'p.number as plan_number'])
    .select(['f.name as field_name', 'f.lead_office_id'])
    .select(sql<boolean>`${seesRegistration(actor)}`.as('within'))
    .where('e.subject_id', '=', subjectId)
    .orderBy(sql`e.found_on NULLS LAST`)
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    within: row.within,
    state: row.state as ExemplarStateKey,
    planId: row.plan_id,
    planNumber: row.plan_number,
    fieldId: row.field_id,
    fieldName: row.field_name,
    leadOfficeId: row.lead_office_id,
    officeId: row.office_id,
    officeName: row.office_name,
    officePath: row.path,
    title: row.title,
    foundOn: row.found_on,
    mergedIntoId: row.merged_into_id,
  }));
}

/** The same as `seesExemplar` of the exemplars: within reach or before an office of the actor. A test holds them together. */
export const seesRegistration = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(${withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id'))}
    OR ${onMyDesk(actor, 'exemplar', sql.ref<number>('e.id'))})`;

const awardOfficesOf = (db: Reader, actor: Actor, subjectId: number) =>
  db
    .selectFrom('past_award as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .select(['o.path', sql<boolean>`${withinReach(actor, sql.ref('o.id'), null)}`.as('within')])
    .distinct()
    .where('p.subject_id', '=', subjectId)
    .execute();
