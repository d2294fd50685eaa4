import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { ExemplarInView } from './queries.ts';

export interface PlaceOffice {
  id: number;
  name: string;
  /** The district; null where there is none. */
  parentName: string | null;
}

/** Where an exemplar may be: the communes of its province that are there today, and its own office. */
export async function placeOffices(
  db: Reader,
  { officeId, officePath }: Pick<ExemplarInView, 'officeId' | 'officePath'>,
  today: Day,
): Promise<PlaceOffice[]> {
  const root = officePath[0] ?? officeId;
  const rows = await db
    .selectFrom('office as o')
    .leftJoin('office as above', (join) =>
      join.onRef('above.id', '=', 'o.parent_id').on('above.kind_id', '=', 'district'),
    )
    .select(['o.id', 'o.name', 'above.name as parentName'])
    .where((eb) =>
      eb.or([
        eb('o.id', '=', officeId),
        eb.and([
          eb('o.kind_id', '=', 'commune'),
          sql<boolean>`o.path && ${[root]}::bigint[]`,
          sql<boolean>`(o.valid_from IS NULL OR o.valid_from <= ${today})`,
          sql<boolean>`(o.valid_to IS NULL OR o.valid_to >= ${today})`,
        ]),
      ]),
    )
    .orderBy(sql`above.name COLLATE "vi-x-icu" NULLS FIRST`)
    .orderBy(sql`o.name COLLATE "vi-x-icu"`)
    .limit(2_000)
    .execute();
  return rows;
}
