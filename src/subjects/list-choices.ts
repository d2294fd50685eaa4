import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll, withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';

export interface OfficeChoice {
  id: number;
  name: string;
}

/** More offices than this are no choice; whoever sees all is offered those right below the root. */
const MOST_OFFERED = 400;

/** The offices by which this person may narrow the list, the chosen one among them. */
export async function officeChoices(
  db: Reader,
  actor: Actor,
  chosenId: number | null,
): Promise<OfficeChoice[]> {
  const everywhere = seesAll(actor) || actor.grants.some(({ role }) => role === 'lead');
  const offered = everywhere
    ? sql<boolean>`(cardinality(o.path) = 2 OR o.id = ${chosenId ?? 0})`
    : sql<boolean>`${withinReach(actor, sql.ref('o.id'), null)}`;
  const rows = await db
    .selectFrom('office as o')
    .select(['o.id', 'o.name', 'o.valid_to'])
    .where('o.parent_id', 'is not', null)
    .where(offered)
    .orderBy(sql`o.valid_to IS NOT NULL`)
    .orderBy(sql`o.name COLLATE "vi-x-icu"`)
    .orderBy('o.id')
    .limit(MOST_OFFERED)
    .execute();
  return rows.map(({ id, name, valid_to }) => ({
    id,
    name: valid_to ? `${name} (đến ${formatDate(valid_to)})` : name,
  }));
}
