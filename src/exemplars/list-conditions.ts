import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { ExemplarFilter } from './list-filter.ts';
import { nameKey } from './list-name-key.ts';
import type { ExemplarState } from './workflow.ts';

/** The states in which an exemplar is cared for, so that a check is due every year. */
export const UNDER_CARE: readonly ExemplarState[] = ['nurtured', 'recognised', 'honoured'];

/** Everything within the actor's reach that the filter lets through, not yet sorted. */
export function matching(db: Reader, actor: Actor, filter: ExemplarFilter, today: Day) {
  let query = db
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id')));
  for (const condition of conditionsOf(filter, today)) query = query.where(condition);
  return query;
}

function conditionsOf(filter: ExemplarFilter, today: Day): Expression<SqlBool>[] {
  const year = Number(today.slice(0, 4));
  const branch = (id: number) =>
    sql<SqlBool>`e.office_id IN (SELECT id FROM office WHERE path @> ARRAY[${id}]::bigint[])`;
  const conditions = [
    filter.states.length > 0 && sql<SqlBool>`e.state IN (${sql.join([...filter.states])})`,
    filter.fieldId && sql<SqlBool>`e.field_id = ${filter.fieldId}`,
    filter.kind && sql<SqlBool>`e.subject_kind = ${filter.kind}`,
    filter.level && sql<SqlBool>`e.level = ${filter.level}`,
    filter.districtId && branch(filter.districtId),
    filter.officeId && branch(filter.officeId),
    filter.foundYear &&
      sql<SqlBool>`e.found_on BETWEEN ${`${filter.foundYear}-01-01`} AND ${`${filter.foundYear}-12-31`}`,
    filter.checkMissing && checkMissingIn(year),
    ...nameConditions(filter.text),
  ];
  return conditions.filter((condition) => condition !== false && condition !== null && condition !== 0);
}

/** Under care and not checked in the year. The exemplar stands in the query as `e`. */
export const checkMissingIn = (year: number) => sql<SqlBool>`e.state IN (${sql.join([...UNDER_CARE])})
  AND NOT EXISTS (SELECT 1 FROM exemplar_check c WHERE c.exemplar_id = e.id AND c.year = ${year})`;

/** Every word must stand somewhere in the name, in any order, with or without marks. */
function nameConditions(text: string): Expression<SqlBool>[] {
  if (text === '') return [];
  const words = nameKey(text).split(' ').filter(Boolean);
  // signs alone match no name, rather than every name
  if (words.length === 0) return [sql<SqlBool>`false`];
  const likes = words.map((word) => sql<SqlBool>`s.name_key LIKE ${`%${word}%`}`);
  return [sql<SqlBool>`e.subject_id IN (SELECT s.id FROM subject s WHERE ${sql.join(likes, sql` AND `)})`];
}
