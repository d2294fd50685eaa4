import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor, Role } from '../identity/actor.ts';

/**
 * The SQL condition "the actor holds one of these roles over the exemplar", which stands in the query as `e` with
 * its field as `f`. The same rule as `rolesOver`, turned round: a test holds the two against each other.
 */
export function holdsOver(actor: Actor, roles: readonly Role[]): Expression<SqlBool> {
  const grants = actor.grants.filter((grant) => roles.includes(grant.role));
  if (grants.some((grant) => grant.reach === 'all')) return sql<SqlBool>`true`;
  const officesOf = (matches: (grant: Actor['grants'][number]) => boolean) =>
    grants.filter(matches).map((grant) => grant.officeId);
  // a lead office has its say in its field, wherever the exemplar lies, and nowhere else
  const leads = officesOf((grant) => grant.role === 'lead');
  const own = officesOf((grant) => grant.role !== 'lead' && grant.reach === 'own');
  const branches = officesOf((grant) => grant.role !== 'lead' && grant.reach === 'branch');
  const conditions = [
    leads.length > 0 && sql<SqlBool>`f.lead_office_id = ANY (${leads}::bigint[])`,
    own.length > 0 && sql<SqlBool>`e.office_id = ANY (${own}::bigint[])`,
    branches.length > 0 &&
      sql<SqlBool>`e.office_id IN (SELECT id FROM office WHERE path && ${branches}::bigint[])`,
  ].filter((condition) => condition !== false);
  return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` OR `)})` : sql<SqlBool>`false`;
}

export const holdsAny = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.grants.some((grant) => roles.includes(grant.role));
