import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectFilter } from './list-filter.ts';
import { plainSpelling } from './spelling.ts';

/** Every subject within the actor's reach that the filter lets through, not yet sorted. */
export function matching(db: Reader, actor: Actor, filter: SubjectFilter) {
  let query = db.selectFrom('subject as s').where('s.merged_into_id', 'is', null);
  if (!seesAll(actor)) query = query.where(liesWithin(actor));
  for (const condition of conditionsOf(filter)) query = query.where(condition);
  return query;
}

/**
 * A registration or an award of the subject lies within reach. Asked from their side, and by office apart from by field,
 * so that an officer's few are found by index without going through all.
 */
export const liesWithin = (
  actor: Actor,
  subject = 's.id',
): Expression<SqlBool> => sql<SqlBool>`${sql.ref(subject)} IN (
  SELECT e.subject_id FROM exemplar e WHERE ${withinReach(actor, sql.ref('e.office_id'), null)}
  UNION SELECT e.subject_id FROM exemplar e JOIN pilot_field f ON f.id = e.field_id
  WHERE ${withinReach(actor, NO_OFFICE, sql.ref('f.lead_office_id'))}
  UNION SELECT p.subject_id FROM past_award p WHERE ${withinReach(actor, sql.ref('p.office_id'), null)})`;

const NO_OFFICE = sql<number | null>`NULL::bigint`;

function conditionsOf(filter: SubjectFilter): Expression<SqlBool>[] {
  const conditions = [
    filter.kind && sql<SqlBool>`s.kind = ${filter.kind}`,
    filter.officeId && inBranch(filter.officeId),
    filter.awarded && AWARDED,
    filter.twins && HAS_TWIN,
    ...nameConditions(filter.text),
  ];
  return conditions.filter((condition) => condition !== false && condition !== null && condition !== 0);
}

const inBranch = (officeId: number): Expression<SqlBool> => sql<SqlBool>`s.id IN (
  SELECT e.subject_id FROM exemplar e WHERE e.office_id IN (SELECT id FROM office WHERE path @> ARRAY[${officeId}]::bigint[])
  UNION SELECT p.subject_id FROM past_award p
  WHERE p.office_id IN (SELECT id FROM office WHERE path @> ARRAY[${officeId}]::bigint[]))`;

const AWARDED = sql<SqlBool>`(EXISTS (SELECT 1 FROM past_award p WHERE p.subject_id = s.id) OR EXISTS (
  SELECT 1 FROM exemplar e JOIN honour h ON h.exemplar_id = e.id
  WHERE e.subject_id = s.id AND h.award_form_id IS NOT NULL))`;

/** Neither of the two is merged, and nobody has said that they are not one. */
const HAS_TWIN = sql<SqlBool>`s.id IN (
  SELECT unnest(ARRAY[t.one_id, t.other_id]) FROM subject_pair t
  JOIN subject one ON one.id = t.one_id AND one.merged_into_id IS NULL
  JOIN subject other ON other.id = t.other_id AND other.merged_into_id IS NULL
  WHERE t.decided_on IS NULL)`;

/** Every word must stand somewhere in the name or in another name, in any order, with or without marks. */
function nameConditions(text: string): Expression<SqlBool>[] {
  if (text === '') return [];
  const words = plainSpelling(text).split(' ').filter(Boolean);
  // signs alone match no name, rather than every name
  if (words.length === 0) return [sql<SqlBool>`false`];
  const likes = (column: string) =>
    sql.join(
      words.map((word) => sql`${sql.ref(column)} LIKE ${`%${word}%`}`),
      sql` AND `,
    );
  return [
    sql<SqlBool>`s.id IN (SELECT n.id FROM subject n WHERE ${likes('n.name_key')}
      UNION SELECT a.subject_id FROM subject_alias a WHERE ${likes('a.name_key')})`,
  ];
}
