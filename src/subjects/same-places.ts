import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { PlaceIndex } from './same-place-index.ts';

let kept: { stamp: string; index: PlaceIndex } | null = null;

/**
 * The districts and communes of all times with what followed them. Kept from one search to the next while neither offices
 * nor successions change: offices change by the year, names are typed by the minute.
 */
export async function loadPlaces(db: Reader): Promise<PlaceIndex> {
  const stamp = await stampOf(db);
  if (kept?.stamp === stamp) return kept.index;
  const offices = await db.selectFrom('office').select(['id', 'name', 'path']).execute();
  const steps = await db
    .selectFrom('office_succession')
    .select(['from_office_id as fromId', 'to_office_id as toId'])
    .execute();
  const index = new PlaceIndex(offices, steps);
  kept = { stamp, index };
  return index;
}

/** Differs whenever something is written to the two tables: every writer of an office raises its version. */
async function stampOf(db: Reader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    SELECT current_database() || (SELECT oid FROM pg_database WHERE datname = current_database()) || ' ' ||
      (SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(version), 0) ||
        coalesce(sum(hashtext(name)), 0) FROM office) || ' ' ||
      (SELECT count(*) || ' ' || coalesce(max(id), 0) FROM office_succession) AS stamp`.execute(db);
  return rows[0]?.stamp ?? '';
}
