import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor, Role } from './actor.ts';

/** Where a thing lies: its office with the offices above it (root first, itself last), and the office that leads its field. */
export interface Whereabouts {
  officePath: readonly number[];
  leadOfficeId: number | null;
}

/**
 * The roles that the actor holds *over this thing*. A `lead` grant covers the things of the fields its office
 * leads wherever they lie; every other grant covers its office, its branch, or all.
 */
export function rolesOver(actor: Actor, where: Whereabouts): ReadonlySet<Role> {
  const roles = new Set<Role>();
  for (const grant of actor.grants) {
    const own = where.officePath.at(-1) === grant.officeId;
    const branch = where.officePath.includes(grant.officeId);
    const covers = grant.reach === 'all' || own || (grant.reach === 'branch' && branch);
    const leads = grant.role === 'lead' && where.leadOfficeId === grant.officeId;
    if (grant.role === 'lead' ? leads || grant.reach === 'all' : covers) roles.add(grant.role);
  }
  return roles;
}

/** Ids of the offices at which the actor holds grants of a reach. */
function officesOf(actor: Actor, matches: (grant: Actor['grants'][number]) => boolean): number[] {
  return actor.grants.filter(matches).map((grant) => grant.officeId);
}

export const seesAll = (actor: Actor): boolean => actor.grants.some((grant) => grant.reach === 'all');

/**
 * The SQL condition "the actor may see a thing that lies with this office (column of office id) and is led by
 * that office". The same rule as `rolesOver(...)` being non-empty, plus: an officer of a lead office also sees
 * what lies with that office itself. A test holds the two against each other with random people.
 *
 * @param officeId expression of the thing's office id
 * @param leadOfficeId expression of the lead office's id, or null where the thing has no field
 */
export function withinReach(
  actor: Actor,
  officeId: Expression<number | null>,
  leadOfficeId: Expression<number | null> | null,
): Expression<SqlBool> {
  if (seesAll(actor)) return sql<SqlBool>`true`;
  const own = officesOf(actor, (grant) => grant.reach === 'own');
  const branches = officesOf(actor, (grant) => grant.reach === 'branch');
  const leads = officesOf(actor, (grant) => grant.role === 'lead');
  const conditions = [sql<SqlBool>`false`];
  if (own.length) conditions.push(sql<SqlBool>`${officeId} = ANY (${own}::bigint[])`);
  if (branches.length) {
    conditions.push(sql<SqlBool>`${officeId} IN (SELECT id FROM office WHERE path && ${branches}::bigint[])`);
  }
  if (leads.length && leadOfficeId) {
    conditions.push(sql<SqlBool>`${leadOfficeId} = ANY (${leads}::bigint[])`);
  }
  return sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`;
}
