import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectFacts } from './facts.ts';
import type { SubjectKind } from './kinds.ts';

export interface FoundSubject extends SubjectFacts {
  id: number;
  version: number;
}

/** The subject, or null when it does not exist or nothing of it lies within the actor's reach. */
export async function findSubject(db: Reader, actor: Actor, id: number): Promise<FoundSubject | null> {
  const row = await selectSubjects(db, actor).where('s.id', '=', id).executeTakeFirst();
  return row ? toSubject(row) : null;
}

/** Those of the subjects of which something lies within the actor's reach, by id. */
export async function subjectsWithin(
  db: Reader,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, FoundSubject>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSubjects(db, actor)
    .where(sql<SqlBool>`s.id = ANY (${[...ids]}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, toSubject(row)]));
}

function selectSubjects(db: Reader, actor: Actor) {
  return db
    .selectFrom('subject as s')
    .select(['s.id', 's.version', 's.kind', 's.full_name', 's.birth_year', 's.place', 's.position'])
    .select('s.representative')
    .where(isKnownWithin(actor));
}

/** A registration of it lies within reach, or an award from before does; whoever sees all sees also one that has neither. */
const isKnownWithin = (actor: Actor): Expression<SqlBool> =>
  seesAll(actor)
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(EXISTS (
  SELECT 1 FROM exemplar e LEFT JOIN pilot_field f ON f.id = e.field_id
  WHERE e.subject_id = s.id AND ${withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id'))})
  OR EXISTS (SELECT 1 FROM past_award p
  WHERE p.subject_id = s.id AND ${withinReach(actor, sql.ref('p.office_id'), null)}))`;

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectSubjects>['executeTakeFirst']>>>;

const toSubject = (row: Row): FoundSubject => ({
  id: row.id,
  version: row.version,
  // held to these three by the database
  kind: row.kind as SubjectKind,
  fullName: row.full_name,
  birthYear: row.birth_year,
  place: row.place,
  position: row.position,
  representative: row.representative,
});
