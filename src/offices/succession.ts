import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { holdingOn, type OfficeInTree, offices } from './tree.ts';

/** Beyond every day that an office can write. */
export const END_OF_TIME: Day = '9999-12-31';

/**
 * What an office is on a day: itself while it holds, and what followed it, over any number of mergers and
 * splits. Several after a split; none when it ended and nobody is known to have followed.
 */
export async function presentOffice(db: Reader, officeId: number, day: Day): Promise<OfficeInTree[]> {
  const found = await presentOffices(db, [officeId], day);
  return found.get(officeId) ?? [];
}

/** The same for many offices with one query: id of the old office → what it is on the day. */
export async function presentOffices(
  db: Reader,
  officeIds: readonly number[],
  day: Day,
): Promise<Map<number, OfficeInTree[]>> {
  if (officeIds.length === 0) return new Map();
  const rows = await db
    .withRecursive('reached', (cte) =>
      cte
        .selectFrom('office')
        .select(['office.id as origin', 'office.id as office_id'])
        .where('office.id', 'in', [...officeIds])
        .union(
          cte
            .selectFrom('reached')
            .innerJoin('office_succession as s', 's.from_office_id', 'reached.office_id')
            .select(['reached.origin', 's.to_office_id as office_id'])
            .where('s.on_date', '<=', day),
        ),
    )
    .selectFrom('reached')
    .innerJoin(offices(db).where(holdingOn('office', day)).as('o'), 'o.id', 'reached.office_id')
    .selectAll('o')
    .select('reached.origin')
    .orderBy(sql`o.name COLLATE "vi-x-icu"`)
    .execute();
  const found = new Map<number, OfficeInTree[]>();
  for (const { origin, ...office } of rows) {
    const list = found.get(origin) ?? [];
    list.push(office);
    found.set(origin, list);
  }
  return found;
}

/** One dated step of succession, told from one of its offices. */
export interface SuccessionStep {
  id: number;
  onDate: Day;
  basis: string | null;
  /** `before`: the other office came before this one; `after`: it follows this one. */
  side: 'before' | 'after';
  other: { id: number; name: string; parentName: string | null; validFrom: Day | null; validTo: Day | null };
}

/** The offices that came directly before and after one, oldest first. */
export async function successionOf(db: Reader, officeId: number): Promise<SuccessionStep[]> {
  const rows = await db
    .selectFrom('office_succession as s')
    .innerJoin('office as o', (join) =>
      join.on(
        sql<boolean>`o.id = CASE WHEN s.from_office_id = ${officeId} THEN s.to_office_id ELSE s.from_office_id END`,
      ),
    )
    .leftJoin('office as p', 'p.id', 'o.parent_id')
    .select(['s.id', 's.on_date', 's.basis', 's.from_office_id', 'o.id as other_id', 'o.name'])
    .select(['p.name as parent_name', 'o.valid_from', 'o.valid_to'])
    .where((eb) => eb.or([eb('s.from_office_id', '=', officeId), eb('s.to_office_id', '=', officeId)]))
    .orderBy('s.on_date')
    .orderBy(sql`o.name COLLATE "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    onDate: row.on_date,
    basis: row.basis,
    side: row.from_office_id === officeId ? 'after' : 'before',
    other: {
      id: row.other_id,
      name: row.name,
      parentName: row.parent_name,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    },
  }));
}
