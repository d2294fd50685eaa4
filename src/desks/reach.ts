import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { DESK_ROLES } from './sides.ts';
import type { Paper } from './stay.ts';

/** Offices whose desk the actor works at. */
export const deskOffices = (actor: Actor): number[] => [
  ...new Set(actor.grants.filter(({ role }) => DESK_ROLES.includes(role)).map(({ officeId }) => officeId)),
];

/**
 * The SQL condition "an office of the actor was asked for its opinion on this paper", whether it has answered or not.
 *
 * @param id expression of the paper's id
 */
export function askedOf(actor: Actor, paper: Paper, id: Expression<number>): Expression<SqlBool> {
  const offices = deskOffices(actor);
  if (offices.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`EXISTS (SELECT 1 FROM opinion asked WHERE asked.paper = ${paper} AND asked.paper_id = ${id}
    AND asked.office_id = ANY (${offices}::bigint[]))`;
}

/**
 * The SQL condition "this paper lies on a desk of the actor now, or an office of the actor was asked about it": what
 * the owner of a paper adds to its own reach with OR. A test holds it against people drawn by chance.
 *
 * @param id expression of the paper's id
 */
export function onMyDesk(actor: Actor, paper: Paper, id: Expression<number>): Expression<SqlBool> {
  const offices = deskOffices(actor);
  if (offices.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(EXISTS (SELECT 1 FROM desk_stay mine WHERE mine.paper = ${paper} AND mine.paper_id = ${id}
    AND mine.until IS NULL AND mine.office_id = ANY (${offices}::bigint[])) OR ${askedOf(actor, paper, id)})`;
}
