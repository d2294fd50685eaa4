import { type SqlBool, sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { holdingOn, IN_ORDER, type OfficeInTree, offices } from './tree.ts';

export interface OfficeInView extends OfficeInTree {
  version: number;
  source: string | null;
  isSample: boolean;
  /** Since when and until when it is the standing body; null when it never was. */
  standingBody: { validFrom: Day | null; validTo: Day | null } | null;
}

/** One office. Offices are public facts: everybody who is signed in may see every one. */
export async function findOffice(db: Reader, id: number): Promise<OfficeInView | null> {
  const row = await offices(db)
    .leftJoin('office_duty_role as r', (join) =>
      join.onRef('r.office_id', '=', 'office.id').on('r.role', '=', 'standing_body'),
    )
    .select(['office.version', 'office.source', 'office.is_sample as isSample'])
    .select(['r.role', 'r.valid_from as roleFrom', 'r.valid_to as roleTo'])
    .where('office.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { role, roleFrom, roleTo, ...office } = row;
  return { ...office, standingBody: role ? { validFrom: roleFrom, validTo: roleTo } : null };
}

/** The offices that are the standing body on a day, as a role and never by a fixed name. */
export const standingBodiesOn = (db: Reader, day: Day): Promise<OfficeInTree[]> =>
  offices(db)
    .innerJoin('office_duty_role as r', 'r.office_id', 'office.id')
    .where('r.role', '=', 'standing_body')
    .where(holdingOn('r', day))
    .where(holdingOn('office', day))
    .orderBy(IN_ORDER)
    .execute();

export const officeKinds = (db: Reader) =>
  db.selectFrom('office_kind').select(['id', 'name']).orderBy('ord').execute();

export interface FoundOffice extends OfficeInTree {
  parentName: string | null;
}

/**
 * Offices of all times by a part of their name, with or without marks and in any order of words, or by their
 * code. Exact names first, then the nearest. At most `limit`.
 */
export async function searchOffices(db: Reader, typed: string, limit: number): Promise<FoundOffice[]> {
  const written = typed.trim();
  const key = sql<string>`search_key(${written})`;
  return offices(db)
    .leftJoin('office as p', 'p.id', 'office.parent_id')
    .select('p.name as parentName')
    .where(
      sql<SqlBool>`${key} <> '' AND (office.code = ${written} OR search_key(office.short_name) = ${key} OR
        office.name_key LIKE ALL (SELECT '%' || word || '%' FROM unnest(string_to_array(${key}, ' ')) AS word))`,
    )
    .orderBy(
      sql`(office.code IS NOT DISTINCT FROM ${written}) DESC,
        (strpos(lower(office.name), lower(normalize(${written}, NFC))) > 0) DESC,
        similarity(office.name_key, ${key}) DESC`,
    )
    .orderBy(IN_ORDER)
    .limit(limit)
    .execute();
}
