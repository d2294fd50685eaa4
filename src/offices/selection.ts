import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { holdingOn, IN_ORDER, type OfficeInTree, offices } from './tree.ts';

/** Offices as a plan names them: one, all of a kind below one, a whole branch, or the members of a bloc. */
export type OfficeSelection =
  | { by: 'office'; officeId: number }
  | { by: 'kind'; kindId: string; belowId: number }
  | { by: 'branch'; belowId: number }
  | { by: 'bloc'; blocId: number };

/**
 * The offices that a selection means on a day, in the order of every list. One of a kind below X does not count X
 * itself; a branch does. A bloc has the members of the day's year.
 */
export async function selectedOffices(
  db: Reader,
  selection: OfficeSelection,
  day: Day,
): Promise<OfficeInTree[]> {
  const query = offices(db).where(holdingOn('office', day)).orderBy(IN_ORDER);
  switch (selection.by) {
    case 'office':
      return query.where('office.id', '=', selection.officeId).execute();
    case 'kind':
      return query
        .where('office.kind_id', '=', selection.kindId)
        .where('office.id', '<>', selection.belowId)
        .where(sql<boolean>`office.path @> ARRAY[${selection.belowId}]::bigint[]`)
        .execute();
    case 'branch':
      return query.where(sql<boolean>`office.path @> ARRAY[${selection.belowId}]::bigint[]`).execute();
    case 'bloc':
      return query
        .innerJoin('bloc_member as m', 'm.office_id', 'office.id')
        .where('m.bloc_id', '=', selection.blocId)
        .where('m.year', '=', Number(day.slice(0, 4)))
        .execute();
  }
}
